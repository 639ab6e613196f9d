package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.Design;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Coefficient;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.solution.SolveException;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Cases;
import org.pinn4j.train.Recipe;

/** An answer whose equations do not hold says so: the residual is held against that of fields that are zero everywhere. */
class UnresolvedTest {
    private static final Axis X = Axis.of("x", 0, 2);
    private static final Field V = Field.of("v", X);

    private static Pinn small() {
        return Pinn.with(Cases.small()).workers(1);
    }

    /** -v″ = 3 with both values given. */
    private static Problem bent() {
        return Problem.over(X)
                .require(V.d(X, X).equalTo(-3))
                .require(V.equalTo(0).on(X.ends()));
    }

    /** v′ = 1 and v = 0 at both ends: integrating gives 2 = 0. */
    private static Problem impossible() {
        Problem problem =
                Problem.over(X).require(V.d(X).equalTo(1)).require(V.equalTo(0).on(X.ends()));
        for (var finding : problem.blockingFindings()) {
            problem = problem.acknowledge(finding, "to see what a solve makes of it");
        }
        return problem;
    }

    @Test
    void whatHasNoSolutionIsUnresolvedHoweverLongItIsTrained() {
        Solution s = small().steps(200).solve(impossible());
        assertEquals(Outcome.UNRESOLVED, s.outcome());
        assertTrue(s.card().overZeroField().orElseThrow() > 0.3, s.card().overZeroField()::toString);
        assertTrue(s.card().advice().contains("the equations do not hold"), s.card()::advice);
        SolveException thrown = assertThrows(SolveException.class, s::orThrow);
        assertSame(s, thrown.solution());
    }

    /** The zero field leaves 3 everywhere, and the values at the ends are met by both. */
    @Test
    void theMeasureIsTheMeanResidualOverThatOfTheZeroField() {
        Solution s = small().steps(2).solve(bent());
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += Math.abs(s.evaluate(V.d(X, X), (i + 0.5) / 500) + 3) / 1000;
        }
        assertEquals(sum / 3, s.card().overZeroField().orElseThrow(), 0.05 * sum / 3);
    }

    /** All but the equation is hard, and the zero field satisfies that: what counts is the value it misses at the start. */
    @Test
    void aConditionThatIsMetByConstructionCountsForTheZeroField() {
        Solution s = small().steps(60).solve(Cases.heat());
        assertEquals(Outcome.COMPLETED, s.outcome());
        double over = s.card().overZeroField().orElseThrow();
        assertTrue(over > 0 && over < 1e-2, "over the zero field " + over);
    }

    /** The same where values are hard on a part of the boundary that is no end of an axis. */
    @Test
    void valuesOnTheRimOfAShapeCountForTheZeroFieldToo() {
        Axis p = Axis.of("p");
        Axis q = Axis.of("q");
        Field w = Field.of("w", p, q);
        Disk disk = Disk.of(p, q, 0, 0, 1.5);
        Problem wavy = Problem.over(disk)
                .require(w.d(p, p).plus(w.d(q, q)).equalTo(0))
                .require(w.equalTo(Expr.cos(p.times(17))).on(disk.part("circle")));
        Solution unsolved = small().steps(20).solve(wavy);
        assertTrue(unsolved.card().overZeroField().isPresent(), "judged");
        assertEquals(Outcome.UNRESOLVED, unsolved.outcome());
        Problem large = Problem.over(disk)
                .require(w.d(p, p).plus(w.d(q, q)).equalTo(3e-4))
                .require(w.equalTo(Expr.exp(q).times(Expr.cos(p)).times(40)).on(disk.part("circle")));
        Solution solved = small().steps(60).solve(large);
        assertEquals(40, solved.at(0, 0), 1e-2);
        assertEquals(Outcome.COMPLETED, solved.outcome());
        assertTrue(
                solved.card().overZeroField().orElseThrow() < 1e-3,
                solved.card().overZeroField()::toString);
    }

    /** v″ = -π²/4 v with noisy readings of sin(πx/2): the zero field satisfies all but the data. */
    @Test
    void whereTheZeroFieldSatisfiesEverythingNothingIsJudged() {
        Solution s = small().steps(3).solve(measured());
        assertEquals(OptionalDouble.empty(), s.card().overZeroField());
        assertEquals(Outcome.COMPLETED, s.outcome());
    }

    private static Problem measured() {
        double[][] at = new double[40][];
        double[] values = new double[40];
        for (int i = 0; i < 40; i++) {
            at[i] = new double[] {(i + 0.5) / 20};
            values[i] = Math.sin(Math.PI * at[i][0] / 2) + (i % 2 == 0 ? 0.3 : -0.3);
        }
        return Problem.over(X)
                .require(V.d(X, X).plus(V.times(Math.PI * Math.PI / 4)).equalTo(0))
                .require(V.equalTo(0).on(X.ends()))
                .require(V.equalTo(Expr.measurement()).onData(at, values));
    }

    /** With a form that misses its only condition, v = 0 at the ends, which the zero field meets. */
    @Test
    void whereTheZeroFieldMeetsAllThereIsNothingIsJudgedEither() {
        Problem ends = Problem.over(X).require(V.equalTo(0).on(X.ends()));
        for (var finding : ends.blockingFindings()) {
            ends = ends.acknowledge(finding, "values at two points are all that is asked");
        }
        Recipe missing =
                Cases.small().withDesign(Design.derived().withForm(V, Expr.constant(1), Expr.constant(1), "v = 1 + N"));
        Solution s = Pinn.with(missing).workers(1).steps(2).solve(ends);
        assertEquals(OptionalDouble.empty(), s.card().overZeroField());
    }

    /** Noise of a third stays a third however good the fit is. */
    @Test
    void noisyReadingsAreNoReasonAgainstAnAnswer() {
        Axis y = Axis.of("y", 0, 1);
        Field w = Field.of("w", y);
        double[][] at = new double[40][];
        double[] values = new double[40];
        for (int i = 0; i < 40; i++) {
            at[i] = new double[] {(i + 0.5) / 40};
            values[i] = 2 * at[i][0] * (1 - at[i][0]) * (i % 2 == 0 ? 1.5 : 0.5);
        }
        Problem noisy = Problem.over(y)
                .require(w.d(y, y).equalTo(Parameter.of("k", 1).times(-1)))
                .require(w.equalTo(0.2).on(y.start()).named("left"))
                .require(w.equalTo(0.2).on(y.end()).named("right"))
                .require(w.equalTo(Expr.measurement()).onData(at, values));
        Solution s = small().steps(100).solve(noisy);
        assertTrue(
                s.card().heldOut() > 0.1, () -> "held-out residual " + s.card().heldOut());
        assertTrue(s.card().overZeroField().orElseThrow() < 0.1, s.card().overZeroField()::toString);
        assertFalse(s.outcome() == Outcome.UNRESOLVED);
    }

    /** The noise of a reading is told by whoever computes it; a solution hands it on beside the value. */
    @Test
    void aCoefficientHasItsValueAndWhatIsKnownOfItsUncertainty() {
        Parameter k = Parameter.of("k", 2);
        Problem problem = Problem.over(X)
                .require(V.d(X, X).equalTo(k.times(-1)))
                .require(V.equalTo(0).on(X.ends()))
                .require(V.equalTo(Expr.measurement()).onData(new double[][] {{1}}, new double[] {1}));
        Solution s = small().steps(60).solve(problem);
        assertEquals(2, s.value(k), 1e-6);
        assertEquals(List.of(new Coefficient("k", s.value(k), Optional.empty())), s.coefficients());
        Coefficient.Uncertainty u = new Coefficient.Uncertainty(0.1, 1.8, 2.2);
        Solution known = s.withCard(s.card().withUncertainty("k", u));
        assertEquals(List.of(new Coefficient("k", s.value(k), Optional.of(u))), known.coefficients());
        assertEquals(
                List.of(),
                s.card().notes().stream()
                        .filter(n -> n.contains("other minima"))
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> new Coefficient.Uncertainty(Double.NaN, 1, 2));
    }

    @Test
    void aRunThatWasCancelledIsCancelled() {
        Cancellation before = new Cancellation();
        before.request();
        Solution s = small().cancelledBy(before).solve(impossible());
        assertEquals(Outcome.CANCELLED, s.outcome());
        assertTrue(s.card().overZeroField().orElseThrow() > 0.1);
    }

    /** A tolerance on a residual that is relative to an untrained network may be met where nothing is solved. */
    @Test
    void unresolvedIsToldBeforeAToleranceThatIsMetOrMissed() {
        assertEquals(
                Outcome.UNRESOLVED,
                small().steps(200).tolerance(0.99).solve(impossible()).outcome());
        assertEquals(
                Outcome.UNRESOLVED,
                small().steps(20).tolerance(1e-6).solve(impossible()).outcome());
    }

    @Test
    void aSolutionAndARunPrintAsOneReadableLine() {
        Pinn.Solved solved = small().steps(20).run(bent());
        String line = solved.toString();
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.matches(".*COMPLETED after 20 steps, held-out residual \\d\\.\\d\\de-\\d\\d.*"), line);
        assertFalse(line.contains("@"), line);
        assertTrue(line.length() < 300, line);
    }
}
