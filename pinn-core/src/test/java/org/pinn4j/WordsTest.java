package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.train.Cases;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;

/** What a run says of itself is said once, and counts in the right number. */
class WordsTest {
    private static final Pattern TWICE = Pattern.compile("(?<![\\w.])(\\w+(?: \\w+)?) \\1(?![\\w.])");
    private static final String COUNTED = "(point|step|field|equation|parameter|condition|channel|row|wrap)";
    private static final Pattern ONE = Pattern.compile("(?<![\\w.,])1 (?:\\w+ )?" + COUNTED + "s\\b");
    private static final Pattern MANY =
            Pattern.compile("(?<![\\w.,])(?:0|[2-9]|\\d\\d+) (?:boundary |initial )?" + COUNTED + "(?![\\w-])");

    private static Problem measured(int readings) {
        return Cases.heat().require(reading(readings));
    }

    private static Condition reading(int readings) {
        double[][] at = new double[readings][];
        double[] values = new double[readings];
        for (int i = 0; i < readings; i++) {
            at[i] = new double[] {(i + 0.5) / readings, 0.3};
            values[i] = Cases.sineMode(at[i][0], 0.3);
        }
        return Cases.U.equalTo(Expr.measurement()).onData(at, values);
    }

    private static Map<String, Problem> statements() {
        Map<String, Problem> all = new LinkedHashMap<>();
        all.put("hard conditions", Cases.heat());
        all.put("soft conditions and two readings", Cases.fluxes().require(reading(2)));
        all.put("one reading", measured(1));
        Axis x = Axis.of("x", 0, 1);
        Axis y = Axis.of("y", 0, 1);
        Field u = Field.of("u", x);
        Field v = Field.of("v", x);
        Parameter k = Parameter.of("k", 1);
        all.put(
                "a pair and a coefficient",
                Problem.over(x)
                        .require(u.d(x).equalTo(v.times(k)))
                        .require(v.d(x).equalTo(u.negate()))
                        .require(u.equalTo(0).on(x.start()))
                        .require(v.equalTo(1).on(x.start()))
                        .require(u.equalTo(0.8).on(x.end())));
        Field w = Field.of("w", x, y);
        all.put(
                "a disk",
                Problem.over(Disk.of(x, y, 0.5, 0.5, 0.4))
                        .require(w.d(x, x).plus(w.d(y, y)).equalTo(1))
                        .require(w.equalTo(0).on(Region.boundary().where(x.minus(0.5))))
                        .require(w.dn().equalTo(0)
                                .on(Region.boundary().where(x.minus(0.5).negate()))));
        return all;
    }

    private static List<String> wrong(String text) {
        return Stream.of(TWICE, ONE, MANY)
                .flatMap(p -> p.matcher(text).results().map(MatchResult::group))
                .toList();
    }

    private static void sound(String what, Object... words) {
        for (Object w : words) {
            assertEquals(List.of(), wrong(w.toString()), () -> what + ": " + w);
        }
    }

    private static Recipe counted(int points) {
        return Cases.small().withPoints(Points.fixed(2).withPerCondition(points));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRunSaysEverythingOnceAndInTheRightNumber(int n) {
        statements().forEach((name, problem) -> {
            boolean box = problem.domain().box().isPresent(); // a circle has two pieces, with a point each
            Pinn pinn =
                    Pinn.with(counted(box ? n : 2)).workers(1).backend("java").steps(n);
            Pinn.Solved solved = pinn.run(problem);
            sound(name, problem, problem.findings(), pinn.explain(problem), solved.solution(), solved.training());
            sound(
                    name,
                    solved.solution().card().notes(),
                    solved.solution().card().advice());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200})
    void givenPointsAreCountedOnce(int readings) {
        String explained = Pinn.with(counted(1)).workers(1).backend("java").explain(measured(readings));
        assertTrue(
                explained.contains(", " + readings + (readings == 1 ? " point" : " points") + " of data, "), explained);
    }

    @Test
    void findingsCountInTheRightNumber() {
        Problem none = Problem.over(Cases.X, Cases.T).require(Cases.U.d(Cases.T).equalTo(Cases.U.d(Cases.X, Cases.X)));
        sound("nothing given", none.findings());
        sound("one given", none.require(Cases.U.equalTo(0).on(Cases.X.start())).findings());
        Axis x = Axis.of("x", 0, 1);
        Axis y = Axis.of("y", 0, 1);
        Field w = Field.of("w", x, y);
        Problem disk = Problem.over(Disk.of(x, y, 0.5, 0.5, 0.4))
                .require(w.d(x, x).plus(w.d(y, y)).equalTo(1));
        sound("nothing on a disk", disk.findings());
        Condition zero = w.equalTo(0).on(Region.boundary());
        sound(
                "two on a disk",
                disk.require(zero)
                        .require(w.dn().equalTo(0).on(Region.boundary()))
                        .findings());
        sound(
                "a value where none belongs",
                Problem.over(Disk.of(x, y, 0.5, 0.5, 0.4))
                        .require(w.equalTo(x))
                        .require(zero)
                        .findings());
    }

    @Test
    void theTestItselfSeesSlips() {
        assertEquals(List.of("200 points 200 points"), wrong("8 points interior, 200 points 200 points, fixed"));
        assertEquals(List.of("the the"), wrong("over the the range"));
        assertEquals(
                List.of("1 boundary conditions", "2 initial condition"),
                wrong("1 boundary conditions, 2 initial condition"));
        assertEquals(List.of(), wrong("u = 1 x 1 and 1 point, 21 points, 0 conditions, 1e-1 row at 0.1 0.1"));
    }
}
