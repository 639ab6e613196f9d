package org.pinn4j.pde;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;

/** The four statements that the tests of this package share. */
public final class Statements {
    public static final Axis X = Axis.of("x", -1, 1);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);
    public static final Axis P = Axis.of("x", 0, 1);
    public static final Axis Q = Axis.of("y", 0, 1);
    public static final Field V = Field.of("u", P, Q);

    private Statements() {}

    public static Problem burgers() {
        return Problem.over(X, T)
                .require(U.d(T).plus(U.times(U.d(X))).equalTo(U.d(X, X).times(0.01 / Math.PI)))
                .require(U.equalTo(sin(X.times(Math.PI)).negate()).on(T.start()))
                .require(U.equalTo(0).on(X.ends()));
    }

    public static Problem allenCahn() {
        return Problem.over(X, T)
                .require(U.d(T).equalTo(
                                U.d(X, X).times(1e-4).minus(U.pow(3).minus(U).times(5))))
                .require(U.equalTo(X.pow(2).times(cos(X.times(Math.PI)))).on(T.start()))
                .periodicIn(X);
    }

    public static Problem heat() {
        Field u = Field.of("u", P, T);
        return Problem.over(P, T)
                .require(u.d(T).equalTo(u.d(P, P).times(0.25)))
                .require(u.equalTo(sin(P.times(Math.PI))).on(T.start()))
                .require(u.equalTo(0).on(P.ends()));
    }

    public static Problem poisson() {
        Expr force = sin(P.times(Math.PI)).times(sin(Q.times(Math.PI))).times(-2 * Math.PI * Math.PI);
        return Problem.over(P, Q)
                .require(V.d(P, P).plus(V.d(Q, Q)).equalTo(force))
                .require(V.equalTo(0).on(Region.boundary()));
    }
}
