package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.Pinn;
import org.pinn4j.domain.Disk;
import org.pinn4j.domain.HalfLine;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.train.Cases;

/** A user's own place that goes on for ever: it trains, is saved and loaded, and says clearly what it cannot do. */
class EndlessShapesTest {
    private static final Axis X = Axis.of("x");
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final HalfLine HALF = new HalfLine(X, 0.8, false);
    private static final HalfLine LINE = new HalfLine(X, 1.2, true);
    private static final Problem DECAY = Problem.over(HALF)
            .require(U.d(X).plus(U.times(1.5)).equalTo(0))
            .require(U.equalTo(2).on(HALF.part("origin")));

    private static Solution solved(Problem problem, int steps) {
        return Pinn.with(Cases.small())
                .workers(1)
                .backend("java")
                .seed(1)
                .steps(steps)
                .solve(problem);
    }

    private static void fails(Executable what, String says) {
        String message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.contains(says) && message.lines().count() == 1, message);
    }

    @Test
    void aHalfLineTrainsAndComesBackFromItsFile(@TempDir Path folder) throws Exception {
        assertEquals(List.of(), DECAY.findings());
        Solution s = solved(DECAY, 30);
        for (double x : new double[] {0, 0.4, 1.1}) {
            assertEquals(2 * Math.exp(-1.5 * x), s.at(x), 1e-3, "x = " + x);
        }
        Path file = folder.resolve("half.pinn");
        s.save(file);
        assertEquals(DECAY, Solution.load(file).problem());
        assertEquals(s.at(0.3), Solution.load(file).at(0.3));
        fails(() -> s.at(-0.2), "is outside of HalfLine");
        fails(() -> s.at(Double.POSITIVE_INFINITY), "x is Infinity, need a number");
        fails(() -> s.at(Double.NaN), "x is NaN, need a number");
        fails(() -> s.integrate(U, Region.interior()), "no quadrature is known for the interior of HalfLine");
    }

    /** u_t = u_xx / 10 from exp(−x²): exp(−x²/(1 + 0.4 t)) / √(1 + 0.4 t). */
    @Test
    void allNumbersTimesTimeTrain() {
        Field w = Field.of("w", X, T);
        Domain place = LINE.times(T);
        Solution s = solved(
                Problem.over(place)
                        .require(w.d(T).equalTo(w.d(X, X).times(0.1)))
                        .require(w.equalTo(Expr.exp(X.pow(2).negate())).on(T.start())),
                30);
        double spread = 1 + 0.4 * 0.6;
        assertEquals(Math.exp(-0.25 / spread) / Math.sqrt(spread), s.at(0.5, 0.6), 1e-2);
        assertTrue(
                s.problem().toString().startsWith("problem over x, t in [0, 1], HalfLine["),
                s.problem().toString());
    }

    @Test
    void whatHasNoEndsCannotBeGivenConditionsThere() {
        fails(
                () -> DECAY.require(U.equalTo(0).on(X.end())),
                "x without ends; state it on a part of the place, one of [origin]");
        fails(() -> Problem.over(LINE).require(U.equalTo(0).on(X.ends())), "x without ends; drop the condition");
        fails(() -> Problem.over(LINE).require(U.equalTo(0).on(Region.boundary())), "all numbers have no boundary");
        fails(() -> Problem.over(LINE).periodicIn(X), "periodicIn(x): the ends of x are no parts of HalfLine");
        Axis y = Axis.of("y", -1, 1);
        Axis z = Axis.of("z", -1, 1);
        fails(() -> Problem.over(Disk.of(y, z, 0, 0, 1)).periodicIn(y), "the ends of y are no parts of");
        fails(() -> Problem.over(X), "axis x has no ends");
    }
}
