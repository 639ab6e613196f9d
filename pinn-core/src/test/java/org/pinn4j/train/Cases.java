package org.pinn4j.train;

import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** Small problems and a small recipe, so that a run takes a fraction of a second. */
public final class Cases {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis T = Axis.time("t", 0, 0.5);
    public static final Field U = Field.of("u", X, T);
    public static final double ALPHA = 0.2;

    private Cases() {}

    /** u_t = 0.2 u_xx, one sine mode; everything but the equation is hard. */
    public static Problem heat() {
        return heat(ALPHA, Expr.sin(X.times(Math.PI)));
    }

    public static Problem heat(double alpha, Expr initial) {
        return Problem.over(X, T)
                .named("heat")
                .require(U.d(T).equalTo(U.d(X, X).times(alpha)))
                .require(U.equalTo(initial).on(T.start()))
                .require(U.equalTo(0).on(X.ends()));
    }

    /** u_t + u u_x = 0.003 u_xx, which steepens into a layer that forty steps do not resolve. */
    public static Problem layer() {
        return Problem.over(X, T)
                .named("layer")
                .require(U.d(T).plus(U.times(U.d(X))).equalTo(U.d(X, X).times(0.003)))
                .require(U.equalTo(Expr.sin(X.times(2 * Math.PI))).on(T.start()))
                .require(U.equalTo(0).on(X.ends()));
    }

    /** u_t = 0.2 u_xx with u = exp(x) at first, a flux on the left and one on the right: soft conditions. */
    public static Problem fluxes() {
        return Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).times(ALPHA)))
                .require(U.equalTo(Expr.exp(X)).on(T.start()))
                .require(U.d(X).equalTo(1).on(X.start()).named("left"))
                .require(U.d(X).equalTo(Math.E).on(X.end()).named("right"));
    }

    /** exp(−απ²t) sin πx. */
    public static double sineMode(double x, double t) {
        return Math.exp(-ALPHA * Math.PI * Math.PI * t) * Math.sin(Math.PI * x);
    }

    /** Two layers of 8, two fixed points a parameter, Levenberg-Marquardt. */
    public static Recipe small() {
        return Recipe.of("small")
                .withNetwork(Mlp.of("tanh", 8, 8), Initializer.glorotNormal())
                .withPoints(Points.fixed(2));
    }
}
