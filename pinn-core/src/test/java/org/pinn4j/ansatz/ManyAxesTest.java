package org.pinn4j.ansatz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Ball;
import org.pinn4j.domain.Law;
import org.pinn4j.domain.Space;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.ProblemBuilder;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.Symmetries;
import org.pinn4j.pde.text.ProblemText;

/** Statements of a thousand axes: what they cost is counted, not timed, and what is wrong with them is found. */
class ManyAxesTest {
    private final AtomicLong calls = new AtomicLong();

    /** A function of the coordinates whose evaluations are counted. */
    private Expr counted(Axes x) {
        return Expr.values(
                "f",
                p -> {
                    calls.incrementAndGet();
                    return p[0] * p[1];
                },
                x.at(1),
                x.at(2));
    }

    private Problem ball(int d) {
        Axes x = Axes.of("x", d, -1, 1);
        Field u = Field.of("u", x);
        Ball ball = Ball.of(x, 1);
        return Problem.over(ball)
                .require(u.laplacian()
                        .plus(Expr.sin(u))
                        .equalTo(x.sum(i -> Expr.cos(x.at(i))).plus(counted(x))))
                .require(u.equalTo(0).on(ball.part(Ball.SPHERE)));
    }

    private Problem box(int d) {
        Axes x = Axes.of("x", d, 0, 1);
        Field u = Field.of("u", x);
        Expr data = x.sum(i -> Expr.cos(x.at(i).times(Math.PI)));
        return Problem.over(x)
                .require(u.laplacian().plus(u.gradientSquared()).equalTo(counted(x)))
                .require(u.equalTo(data).on(Region.boundary()));
    }

    private Problem space(int d) {
        Axes x = Axes.of("x", d);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, t);
        return Problem.over(Space.of(x, Law.normal(0, 1)), t)
                .require(u.d(t).minus(u.laplacian()).minus(u.gradientSquared()).equalTo(counted(x)))
                .require(u.equalTo(x.squares()).on(t.start()));
    }

    private long cost(java.util.function.IntFunction<Problem> statement, int d) {
        calls.set(0);
        Problem problem = statement.apply(d);
        assertEquals(List.of(), problem.blockingFindings());
        AnsatzDesign.of(problem);
        return calls.get();
    }

    /** Ten times the axes: as many evaluations of what is stated, within what a few ends more take. */
    @Test
    void evaluationsDoNotGrowWithTheAxes() {
        for (java.util.function.IntFunction<Problem> statement :
                List.<java.util.function.IntFunction<Problem>>of(this::ball, this::box, this::space)) {
            long hundred = cost(statement, 100);
            long thousand = cost(statement, 1000);
            assertTrue(hundred > 50, "counted at all: " + hundred);
            assertTrue(thousand <= 1.2 * hundred, thousand + " evaluations, of a hundred axes " + hundred);
            assertTrue(thousand <= 400_000, thousand + " evaluations");
        }
    }

    /** Text, print and equality have the size of a statement of a few axes. */
    @Test
    void aStatementOfTenThousandAxesIsAFewLines() {
        Axes x = Axes.of("x", 10_000, -1, 1);
        Field u = Field.of("u", x);
        Ball ball = Ball.of(x, 1);
        Problem problem = Problem.over(ball)
                .require(u.laplacian().plus(u.pow(3)).equalTo(x.sum(i -> Expr.sin(x.at(i)))))
                .require(u.equalTo(0).on(ball.part(Ball.SPHERE)));
        String text = ProblemText.write(problem);
        assertTrue(text.length() < 400, text);
        assertTrue(problem.toString().length() < 400, problem.toString());
        assertTrue(problem.conditions().get(0).equation().left().nodes() < 10, "counted before it is written out");
        assertEquals(problem, ProblemText.parse(text, Map.of()));
    }

    @Test
    void aMissingFaceAmongHundredsIsFound() {
        Axes x = Axes.of("x", 300, 0, 1);
        Field u = Field.of("u", x);
        ProblemBuilder builder =
                new ProblemBuilder(Problem.over(x).require(u.laplacian().equalTo(1)));
        for (Axis axis : x.all()) {
            if (!axis.equals(x.at(157))) {
                builder.require(u.equalTo(0).on(axis.ends()));
            }
        }
        assertEquals(
                List.of("missing-boundary:u:x157"),
                builder.build().findings().stream().map(Finding::key).toList());
    }

    @Test
    void aSearchForParitiesIsMadeWhereItIsBounded() {
        assertTrue(Symmetries.searched(box(3)));
        assertFalse(Symmetries.searched(box(1000)));
        assertEquals(List.of(), Symmetries.of(box(1000)));
        List<String> notes = AnsatzDesign.of(box(200)).notes();
        assertTrue(notes.stream().anyMatch(n -> n.startsWith("symmetries are not searched for")), notes.toString());
    }

    /** Six faces of a box are met by a blend, more by the loss; a ball has one distance. */
    @Test
    void valuesOnMoreThanSixFacesAreSoft() {
        for (int d : new int[] {3, 4}) {
            Axes x = Axes.of("x", d, 0, 1);
            Field u = Field.of("u", x);
            Expr data = x.sum(i -> Expr.exp(x.at(i))); // no parity in any axis
            Problem problem = Problem.over(x)
                    .require(u.laplacian().equalTo(data))
                    .require(u.equalTo(data).on(Region.boundary()));
            AnsatzDesign design = AnsatzDesign.of(problem);
            assertEquals(
                    d == 3 ? 1 : 9,
                    design.softConditions().size(),
                    design.notes().toString());
        }
        AnsatzDesign ball = AnsatzDesign.of(ball(1000));
        assertEquals(List.of("boundary on sphere is hard"), ball.notes());
        assertEquals(1, ball.softConditions().size());
    }
}
