package org.pinn4j.validation.evolution;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Manufactured;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.faults.Check;
import org.pinn4j.validation.faults.Fault;
import org.pinn4j.validation.faults.ForwardSystem;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * Faults in what depends on time: data, mass, initial values, and a second derivative as two unknowns. The solutions are parabolas
 * in space, for which differences are exact, so that every error is one of time.
 */
public final class TimeFaults {
    private static final Axis X = Axis.of("x", -0.2, 1.1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Expr SHAPE = X.minus(X.pow(2).times(0.5)).plus(1);
    private static final int CELLS = 8;
    private static final int[] STEPS = {10, 12, 16, 20, 24};

    private TimeFaults() {}

    /** A system seen wrongly by an integrator with steps of one length. */
    @FunctionalInterface
    interface Wrap {
        ImplicitSystem of(DiscreteSystem system, double step);
    }

    static final Manufactured FLOW =
            new Manufactured(U, SHAPE.times(cos(T.times(3).plus(0.5)).plus(2)).times(0.5));

    /** u_t = u_xx/20 - u u_x + f with a value at one end and a flux at the other, both moving. */
    static Problem flow() {
        Expr operator = U.d(T).minus(U.d(X, X).times(0.05)).plus(U.times(U.d(X)));
        return Problem.over(X, T)
                .require(FLOW.equation(operator))
                .require(FLOW.on(T.start(), U))
                .require(FLOW.on(X.start(), U))
                .require(FLOW.on(X.end(), U.d(X).plus(U)));
    }

    static final Manufactured WAVE =
            new Manufactured(U, SHAPE.times(sin(T.times(3).plus(0.4))).plus(X));

    /** u_tt + u_t/2 = u_xx/4 + f. */
    static Problem wave() {
        Expr operator = U.d(T, T).plus(U.d(T).times(0.5)).minus(U.d(X, X).times(0.25));
        return Problem.over(X, T)
                .require(WAVE.equation(operator))
                .require(WAVE.on(T.start(), U))
                .require(WAVE.on(T.start(), U.d(T)))
                .require(WAVE.on(X.start(), U))
                .require(WAVE.on(X.end(), U.d(X)));
    }

    /** Errors at t = 1. */
    static double[] errors(Manufactured truth, Problem problem, RadauTableau tableau, Wrap wrap, int... steps) {
        double[] errors = new double[steps.length];
        for (int k = 0; k < steps.length; k++) {
            DiscreteSystem system = Discretization.of(problem).system(Scheme.finiteDifferences(4), CELLS);
            double[] y = Marching.march(wrap.of(system, 1.0 / steps[k]), tableau, 1, steps[k]);
            errors[k] = truth.error(system.grid(), 1, system.values(U, y));
        }
        return errors;
    }

    private static Check<Wrap> check(String name, Manufactured truth, Problem problem) {
        RadauTableau tableau = new RadauTableau(3);
        return Check.order(
                name,
                5,
                (system, step) -> system,
                wrap -> Check.slope(Marching.lengths(1, STEPS), errors(truth, problem, tableau, wrap, STEPS)));
    }

    public static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        Check<Wrap> flow = check("u_t = u_xx/20 - u u_x with moving ends, 3 stages", FLOW, flow());
        data(flow, faults);
        mass(flow, faults);
        second(check("u_tt + u_t/2 = u_xx/4 with moving ends, 3 stages", WAVE, wave()), faults);
        return faults;
    }

    private static double start(double t, double step) {
        return step * Math.max(0, Math.ceil(t / step - 1e-9) - 1);
    }

    private static void data(Check<Wrap> flow, List<Fault> out) {
        out.add(flow.fault("time", "data of the ends one step late", 1, late(true, (t, h) -> t - h)));
        out.add(flow.fault("time", "data of the ends from the start of the step", 1, late(true, TimeFaults::start)));
        out.add(flow.fault("time", "the source half a step late", 1, late(false, (t, h) -> t - h / 2)));
        out.add(flow.fault("time", "the source from the start of the step", 1, late(false, TimeFaults::start)));
        out.add(flow.fault("time", "the source from the end of the step", 1, late(false, (t, h) -> start(t, h) + h)));
        out.add(flow.fault("time", "initial values of one step later", 1, (sound, step) -> new ForwardSystem(sound) {
            @Override
            public void initial(double[] y, double[] yDot) {
                sound.initial(y, yDot);
                sound.setValues(U, FLOW.at(sound.grid(), step), y);
            }
        }));
    }

    /** Rows of the ends, or the others, at another time. */
    private static Wrap late(boolean ends, DoubleBinaryOperator time) {
        return (system, step) -> new ForwardSystem(system) {
            private final double[] other = new double[size()];

            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                system.residual(t, y, yDot, f);
                system.residual(time.applyAsDouble(t, step), y, yDot, other);
                for (int i = 0; i < f.length; i++) {
                    f[i] = algebraic(i) == ends ? other[i] : f[i];
                }
            }
        };
    }

    private static void mass(Check<Wrap> flow, List<Fault> out) {
        out.add(flow.fault("time", "u_t counted twice", 0, (system, step) -> massive(system, -1, 2)));
        out.add(flow.fault("time", "u_t a hundredth too small", 0, (system, step) -> massive(system, -1, 0.99)));
        out.add(flow.fault("time", "one node without its u_t", 0, (system, step) -> massive(system, 4, 0)));
    }

    /** y' of a node, or of all, times a factor. */
    private static ImplicitSystem massive(DiscreteSystem sound, int node, double factor) {
        return new ForwardSystem(sound) {
            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                double[] changed = yDot.clone();
                for (int i = 0; i < changed.length; i++) {
                    changed[i] *= node < 0 || node == i ? factor : 1;
                }
                system.residual(t, y, changed, f);
            }

            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
                system.jacobian(t, y, yDot, shift, out);
                for (int i = 0; i < yDot.length; i++) {
                    if (!algebraic(i) && (node < 0 || node == i)) {
                        out.add(i, i, (factor - 1) * shift);
                    }
                }
            }

            @Override
            public boolean algebraic(int row) {
                return system.algebraic(row) || factor == 0 && row == node;
            }
        };
    }

    private static void second(Check<Wrap> wave, List<Fault> out) {
        out.add(wave.fault(
                "time", "the initial rate with the opposite sign", 0, (sound, step) -> new ForwardSystem(sound) {
                    @Override
                    public void initial(double[] y, double[] yDot) {
                        sound.initial(y, yDot);
                        double[] values = sound.values(U, y);
                        for (int i = 0; i < y.length; i++) {
                            y[i] = -y[i];
                            yDot[i] = -yDot[i];
                        }
                        sound.setValues(U, values, y);
                    }
                }));
        out.add(wave.fault("time", "the source of the wave one step late", 1, late(false, (t, h) -> t - h)));
        out.add(wave.fault("time", "u' = w with w a hundredth too large", 0, (system, step) -> linked(system, 1.01)));
        out.add(wave.fault("time", "u' = w with the opposite sign", 0, (system, step) -> linked(system, -1)));
    }

    /** u' = factor·w inside; a node's value stands before its rate. */
    private static ImplicitSystem linked(DiscreteSystem sound, double factor) {
        return new ForwardSystem(sound) {
            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                system.residual(t, y, yDot, f);
                for (int i = 2; i < f.length - 2; i += 2) {
                    f[i] = yDot[i] - factor * y[i + 1];
                }
            }

            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
                system.jacobian(t, y, yDot, shift, out);
                for (int i = 2; i < yDot.length - 2; i += 2) {
                    out.add(i, i + 1, 1 - factor);
                }
            }
        };
    }
}
