package org.pinn4j.validation.evolution;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Manufactured;
import org.pinn4j.validation.discrete.Scheme;

/** A problem without much stiffness, its solution, and the cells with which polynomials or Fourier modes have it to 1e-13. */
record Mild(String name, Problem problem, List<Manufactured> truths, int... cells) {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Field V = Field.of("v", X, T);
    private static final Field W = Field.of("w", X, Y, T);
    private static final Expr LAPLACIAN = W.d(X, X).plus(W.d(Y, Y));
    private static final Expr ANGLE = X.times(2 * Math.PI);

    static List<Mild> all() {
        return List.of(
                transport(),
                wave(),
                openWave(),
                pair(),
                dispersion(),
                heatInThePlane(),
                heatWithEveryCondition(),
                waveInThePlane());
    }

    private static Mild of(Manufactured truth, Equation equation, List<Condition> conditions, int... cells) {
        Problem problem = Problem.over(truth.field().axes().toArray(Axis[]::new))
                .require(equation)
                .require(truth.on(T.start(), truth.field()));
        for (Condition condition : conditions) {
            problem = problem.require(condition);
        }
        return new Mild("", problem, List.of(truth), cells);
    }

    private Mild named(String title) {
        return new Mild(title, problem, truths, cells);
    }

    private Mild ring() {
        return new Mild(name, problem.periodicIn(X), truths, cells);
    }

    private static Mild transport() {
        Manufactured m = new Manufactured(U, exp(sin(ANGLE.minus(T.times(2 * Math.PI)))));
        return of(m, U.d(T).plus(U.d(X)).equalTo(0), List.of(), 32).ring().named("transport");
    }

    /** A standing wave of frequency 4π, held at the ends. */
    static Mild wave() {
        Manufactured m = new Manufactured(U, sin(X.times(4 * Math.PI)).times(cos(T.times(4 * Math.PI))));
        List<Condition> conditions = List.of(m.on(T.start(), U.d(T)), m.on(X.ends(), U));
        return of(m, U.d(T, T).equalTo(U.d(X, X)), conditions, 32).named("wave");
    }

    /** Driven by its data: a moving value on the left, and a mixed condition with a rate on the right. */
    private static Mild openWave() {
        Manufactured m = new Manufactured(U, sin(X.times(2).minus(T.times(3))).plus(cos(X.plus(T))));
        List<Condition> conditions = List.of(
                m.on(T.start(), U.d(T)),
                m.on(X.start(), U),
                m.on(X.end(), U.d(T).plus(U.d(X)).plus(U)));
        return of(m, m.equation(U.d(T, T).minus(U.d(X, X))), conditions, 20).named("wave with an open end");
    }

    /** Two fields that exchange what they have: u and v are a travelling pair. */
    private static Mild pair() {
        Manufactured u = new Manufactured(U, sin(ANGLE.minus(T.times(2))));
        Manufactured v = new Manufactured(V, cos(ANGLE.plus(T)));
        Problem problem = Problem.over(X, T)
                .require(Manufactured.equation(U.d(T).plus(V.d(X)).plus(U.times(V)), u, v))
                .require(Manufactured.equation(
                        V.d(T).plus(U.d(X)).minus(V.d(X, X).times(0.01)), u, v))
                .require(u.on(T.start(), U))
                .require(v.on(T.start(), V))
                .periodicIn(X);
        return new Mild("two fields", problem, List.of(u, v), 16);
    }

    /** u_t − u_xxt/40 + u_x = 0: the matrix of the derivatives in time is not diagonal. */
    private static Mild dispersion() {
        double k = 2 * Math.PI;
        Manufactured m = new Manufactured(U, sin(ANGLE.minus(T.times(k / (1 + k * k / 40)))));
        Expr operator = U.d(T).minus(U.d(X, X).d(T).times(1.0 / 40)).plus(U.d(X));
        return of(m, operator.equalTo(0), List.of(), 16).ring().named("regularised long wave");
    }

    private static Mild heatInThePlane() {
        double rate = 0.2 * Math.PI * Math.PI;
        Manufactured m = new Manufactured(
                W, exp(T.times(-rate)).times(sin(X.times(Math.PI))).times(sin(Y.times(Math.PI))));
        List<Condition> conditions =
                List.of(W.equalTo(0).on(X.ends()), W.equalTo(0).on(Y.ends()));
        return of(m, W.d(T).equalTo(LAPLACIAN.times(0.1)), conditions, 14, 14).named("heat in the plane");
    }

    /** Values, slopes, radiation and a moving flux on the four sides. */
    private static Mild heatWithEveryCondition() {
        Manufactured m = new Manufactured(
                W, sin(X.times(2).plus(Y).minus(T)).plus(cos(Y.times(3)).times(exp(T.negate()))));
        List<Condition> conditions = List.of(
                m.on(X.start(), W),
                m.on(X.end(), W.d(X).plus(W.pow(3).times(0.1))),
                m.on(Y.start(), W.d(Y)),
                m.on(Y.end(), W.d(Y).plus(W.times(2))));
        return of(m, m.equation(W.d(T).minus(LAPLACIAN.times(0.1))), conditions, 14, 14)
                .named("heat in the plane, every condition");
    }

    private static Mild waveInThePlane() {
        Manufactured m = new Manufactured(
                W,
                cos(T.times(Math.sqrt(2) * Math.PI))
                        .times(sin(X.times(Math.PI)))
                        .times(sin(Y.times(Math.PI))));
        List<Condition> conditions =
                List.of(m.on(T.start(), W.d(T)), W.equalTo(0).on(X.ends()), m.on(Y.ends(), W));
        return of(m, W.d(T, T).equalTo(LAPLACIAN), conditions, 14, 14).named("wave in the plane");
    }

    DiscreteSystem spectral() {
        return Discretization.of(problem).system(Scheme.spectral(), cells);
    }

    DiscreteSystem differences() {
        return Discretization.of(problem).system(Scheme.finiteDifferences(4), cells);
    }

    /** Root mean square over all fields at a time. */
    double error(DiscreteSystem system, Trajectory trajectory, double t) {
        double[] y = new double[system.size()];
        trajectory.at(t, y);
        double sum = 0;
        for (Manufactured truth : truths) {
            sum += Math.pow(truth.error(system.grid(), t, system.values(truth.field(), y)), 2);
        }
        return Math.sqrt(sum);
    }

    /** The largest error at so many times, the start left out. */
    double worst(DiscreteSystem system, Trajectory trajectory, int times) {
        double worst = 0;
        for (int k = 1; k <= times; k++) {
            worst = Math.max(worst, error(system, trajectory, (double) k / times));
        }
        return worst;
    }

    @Override
    public String toString() {
        return name;
    }
}
