package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.validation.evolution.DerivedReference.Method;

/** References of statements with pulses: the truth to their floor, or none. */
class NarrowReferenceTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Field W = Field.of("w", X, T);
    private static final double AT = 0.6173;
    private static final double RATE = 0.1 * Math.PI * Math.PI;

    private static DerivedReference reference(Problem problem, Grid grid) {
        return DerivedReference.of(problem, grid, Method.AUTOMATIC, 1e-6, Workers.of(1), () -> false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2e3, 5e5, 3e8})
    void aFlashInTimeIsMetBySteps(double sharpness) {
        Expr flash = Expr.exp(T.minus(AT).times(sharpness).pow(2).negate()).times(sharpness);
        Problem heat = Problem.over(X, T)
                .require(W.d(T).equalTo(W.d(X, X).times(0.1).plus(flash.times(Expr.sin(X.times(Math.PI))))))
                .require(W.equalTo(0).on(T.start()))
                .require(W.equalTo(0).on(X.ends()));
        DerivedReference r = reference(heat, Grid.of(X, 11).by(T, 11));
        double after = Math.sqrt(Math.PI) * Math.exp(RATE * (1 / (4 * sharpness * sharpness) * RATE - (0.9 - AT)));
        assertTrue(r.shortfall().isEmpty(), r::shortfall);
        assertEquals(after, r.values(W, new double[] {0.5, 0.9}, 1)[0], 2e-6 * after);
        assertEquals(0, r.values(W, new double[] {0.5, 0.5}, 1)[0], 1e-7);
    }

    @Test
    void aBlowBetweenTheNodesOfEveryGridHasNone() {
        DerivedReference r = reference(blow(4e5), Grid.of(X, 11));
        assertFalse(r.exists());
        assertTrue(r.shortfall().contains("between the nodes of "), r::shortfall);
    }

    @Test
    void oneThatAGridMeetsHas() {
        DerivedReference r = reference(blow(300), Grid.of(X, 11));
        double truth = Math.sqrt(Math.PI) * 0.2 * (1 - AT);
        assertEquals(truth, r.values(U, new double[] {0.2}, 1)[0], 3 * r.floor() * truth + 1e-9);
        assertTrue(r.floor() < 1e-4, r::toString);
    }

    private static Problem blow(double sharpness) {
        Expr load = Expr.exp(X.minus(AT).times(sharpness).pow(2).negate()).times(sharpness);
        return Problem.over(X)
                .require(U.d(X, X).negate().equalTo(load))
                .require(U.equalTo(0).on(X.ends()));
    }
}
