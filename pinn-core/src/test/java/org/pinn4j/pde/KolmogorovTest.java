package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Law;
import org.pinn4j.domain.Space;

/** Drift, diffusion, potential, source and datum of statements whose processes are known by hand. */
class KolmogorovTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, Y, T);

    private static Problem problem(Equation equation) {
        return Problem.over(X, Y, T)
                .named("two")
                .require(equation)
                .require(U.equalTo(X.plus(Y)).on(T.start()));
    }

    private static double at(Expr e, double x, double y, double t) {
        return Evaluation.evaluate(e, List.of(X, Y, T), x, y, t);
    }

    /** 2u_t = 6u_xx + 4u_xy + 2u_yy + 2x u_y − 8u + 10t: u_t = 3u_xx + 2u_xy + u_yy + ..., so a = [6 2; 2 2]. */
    @Test
    void coefficientsAreThoseOfTheGenerator() {
        Expr right = U.d(X, X)
                .times(6)
                .plus(U.d(Y, X).times(4))
                .plus(U.d(Y, Y).times(2))
                .plus(X.times(U.d(Y)).times(2))
                .minus(U.times(8))
                .plus(T.times(10));
        Kolmogorov k = Kolmogorov.of(problem(U.d(T).times(2).equalTo(right)));
        assertFalse(k.terminal());
        assertEquals(3, k.diffusion().size());
        assertEquals(new Kolmogorov.Entry(0, 0, Expr.constant(6)), k.diffusion().get(0));
        assertEquals(new Kolmogorov.Entry(0, 1, Expr.constant(2)), k.diffusion().get(1));
        assertEquals(new Kolmogorov.Entry(1, 1, Expr.constant(2)), k.diffusion().get(2));
        assertEquals(Expr.constant(0), k.drift().get(0));
        assertEquals(0.3, at(k.drift().get(1), 0.3, 0.7, 0.2), 0);
        assertEquals(-4, at(k.potential(), 0.3, 0.7, 0.2), 0);
        assertEquals(1, at(k.source(), 0.3, 0.7, 0.2), 1e-16);
        assertEquals(1.0, at(k.datum(), 0.3, 0.7, 0), 1e-16);
    }

    /** V_t + ½σ²x²V_xx + rxV_x − rV = 0 with a payoff at the end: a = σ²x², μ = rx, c = −r. */
    @Test
    void aDatumAtTheEndOfTimeTurnsTheSigns() {
        Field v = Field.of("v", X, T);
        Problem p = Problem.over(X, T)
                .require(v.d(T).plus(X.times(X).times(v.d(X, X)).times(0.5 * 0.04))
                        .plus(X.times(v.d(X)).times(0.05))
                        .minus(v.times(0.05))
                        .equalTo(0))
                .require(v.equalTo(X).on(T.end()).asTerminal());
        Kolmogorov k = Kolmogorov.of(p);
        assertTrue(k.terminal());
        List<Axis> axes = List.of(X, T);
        assertEquals(0.04 * 0.25, Evaluation.evaluate(k.diffusion().get(0).value(), axes, 0.5, 0), 1e-17);
        assertEquals(0.05 * 0.5, Evaluation.evaluate(k.drift().get(0), axes, 0.5, 0), 1e-17);
        assertEquals(-0.05, Evaluation.evaluate(k.potential(), axes, 0.5, 0), 0);
    }

    /** u_t = Δu + Σ c_i x_i u_i in 300 dimensions, from a text of one term each. */
    @Test
    void aFamilyIsReadIndexByIndex() {
        int d = 300;
        Axes x = Axes.of("x", d);
        Field u = Field.of("u", x.and(T));
        double[] c = new double[d];
        java.util.Arrays.setAll(c, i -> i - 100.0);
        Coefficients rates = Coefficients.of("c", c);
        Problem p = Problem.over(Space.of(x, Law.normal(0, 1)), T)
                .require(u.d(T).equalTo(u.laplacian()
                        .plus(x.sum(i -> rates.at(i).times(x.at(i)).times(u.d(x.at(i)))))))
                .require(u.equalTo(x.squares()).on(T.start()));
        Kolmogorov k = Kolmogorov.of(p);
        assertEquals(d, k.dimension());
        assertEquals(d, k.diffusion().size());
        assertTrue(k.isDiagonal());
        for (int i = 0; i < d; i++) {
            assertEquals(
                    new Kolmogorov.Entry(i, i, Expr.constant(2)), k.diffusion().get(i));
            assertEquals(2 * c[i], Evaluation.evaluate(k.drift().get(i), List.of(x.at(i + 1)), 2), 0);
        }
    }

    /** u_t + Δu = |∇u|² on the way to its datum: g = −|∇u|². */
    @Test
    void whatHangsOnSlopesIsKeptApart() {
        Axes x = Axes.of("x", 5);
        Field u = Field.of("u", x.and(T));
        Problem p = Problem.over(Space.of(x, Law.normal(0, 1)), T)
                .require(u.d(T).plus(u.laplacian()).equalTo(u.gradientSquared()))
                .require(u.equalTo(x.squares()).on(T.end()).asTerminal());
        assertEquals(u.gradientSquared().negate(), Kolmogorov.semilinear(p).nonlinear());
        refused(p, "not linear", "BSDE");
    }

    private static void refused(Problem p, String... words) {
        String message = assertThrows(IllegalArgumentException.class, () -> Kolmogorov.of(p))
                .getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void whatPathsDoNotAnswerIsRefusedWithTheReason() {
        Equation heat = U.d(T).equalTo(U.d(X, X).plus(U.d(Y, Y)));
        refused(problem(heat).require(U.equalTo(0).on(X.ends())), "boundary", "meet");
        refused(problem(heat).periodicIn(Y), "y is periodic");
        refused(problem(U.d(T).equalTo(U.times(U.d(X, X)).plus(U.d(Y, Y)))), "u_xx", "hangs on the answer");
        refused(problem(U.d(T).equalTo(U.d(X, X, X))), "u_xxx", "parabolic");
        refused(problem(U.d(T, T).equalTo(U.d(X, X))), "u_tt", "parabolic");
        refused(problem(U.d(T).equalTo(U.d(X))), "nothing diffuses");
        refused(problem(U.d(X, X).equalTo(U.d(Y, Y))), "no equation has u_t");
        refused(problem(U.d(T).equalTo(U.d(X, X).times(Parameter.of("k", 1)))), "k is sought");
        refused(Problem.over(X, Y, T).require(heat), "neither end", "t.start()");
        refused(problem(heat).require(U.equalTo(0).on(T.end()).asTerminal()), "both give values");
        refused(problem(heat).require(U.d(X).equalTo(U.d(Y))), "one equation");
    }
}
