package org.pinn4j.validation.discrete;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.validation.discrete.Manufactured.Grids;
import org.pinn4j.validation.faults.Check;
import org.pinn4j.validation.faults.Fault;
import org.pinn4j.validation.faults.ForwardSystem;
import org.pinn4j.validation.order.Richardson;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/** Faults in rows, their derivatives, the defect equation and the error estimate. */
public final class SystemFaults {
    private static final Axis X = Axis.of("x", -0.2, 1.1);
    private static final Axis Y = Axis.of("y", 0.1, 1.3);
    private static final Field U = Field.of("u", X);
    private static final Field W = Field.of("w", X, Y);
    private static final Expr U1 = U.d(X);
    private static final Expr U2 = U.d(X, X);
    private static final Manufactured LINE =
            new Manufactured(U, sin(X.times(3).plus(0.7)).plus(exp(X.times(0.5))));
    private static final Manufactured PLANE = new Manufactured(
            W, sin(X.times(1.7).plus(Y)).times(exp(Y.times(0.4))).plus(cos(X.minus(Y.times(1.4)))));
    private static final Scheme TWO = Scheme.finiteDifferences(2);
    private static final Expr ADVECTED = U2.times(-1).plus(U.times(U1)).plus(U.pow(3));
    private static final Expr FLUX = U1.plus(U.pow(4).times(0.2));

    private SystemFaults() {}

    public static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        rows(faults);
        newton(faults);
        shifts(faults);
        defect(faults);
        floors(faults);
        return faults;
    }

    private static void rows(List<Fault> out) {
        Problem problem = Problem.over(X, Y)
                .require(PLANE.equation(W.d(X, X).plus(W.d(Y, Y)).plus(W.d(X, Y))))
                .require(PLANE.on(Region.boundary(), W));
        Grids grids = new Grids(4, 1.3, 14, 14);
        Check<UnaryOperator<ImplicitSystem>> check = Check.order(
                "Δw + w_xy, Dirichlet, by rows, order 2",
                2,
                s -> s,
                wrap -> Check.slope(grids.spacings(), grids.errors(cells -> {
                    DiscreteSystem system = Discretization.of(problem).system(TWO, cells);
                    double[] y = new Newton(wrap.apply(system), new double[system.size()]).solution();
                    return PLANE.error(system.grid(), Double.NaN, system.values(W, y));
                })));
        out.add(check.fault("rows", "a corner without its condition: zero", 1, s -> replaced(s, 0, -1)));
        out.add(check.fault(
                "rows",
                "a row twice and its neighbour not at all",
                0,
                s -> replaced(s, s.size() / 2, s.size() / 2 + 1)));
        out.add(check.fault(
                "rows", "one node inside takes zero for its equation", 0, s -> replaced(s, s.size() / 2, -1)));
    }

    /** A row in place of which stands another, or y[row] = 0. */
    private static ImplicitSystem replaced(ImplicitSystem sound, int row, int by) {
        return new ForwardSystem(sound) {
            @Override
            public int lowerBandwidth() {
                return system.lowerBandwidth() + 1;
            }

            @Override
            public int upperBandwidth() {
                return system.upperBandwidth() + 1;
            }

            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                system.residual(t, y, yDot, f);
                f[row] = by < 0 ? y[row] : f[by];
            }

            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
                system.jacobian(t, y, yDot, shift, out);
                for (int j = Math.max(0, row - lowerBandwidth());
                        j <= Math.min(size() - 1, row + upperBandwidth());
                        j++) {
                    double wanted = by < 0 ? (j == row ? 1 : 0) : out.get(by, j);
                    out.add(row, j, wanted - out.get(row, j));
                }
            }
        };
    }

    private static DiscreteSystem line(Expr operator, Expr flux) {
        Problem problem = Problem.over(X)
                .require(LINE.equation(operator))
                .require(LINE.on(X.start(), U))
                .require(LINE.on(X.end(), flux));
        return Discretization.of(problem).system(TWO, 30);
    }

    private static void newton(List<Fault> out) {
        DiscreteSystem sound = line(ADVECTED, FLUX);
        double[] start = new double[sound.size()];
        double[] exact = LINE.at(sound.grid(), Double.NaN);
        for (int i = 0; i < exact.length; i++) {
            exact[i] += 0.05 * Math.sin(2.0 * i / exact.length + 0.5);
        }
        sound.setValues(U, exact, start);
        Check<ImplicitSystem> check = new Check<>(
                "Newton's method on -u_xx + u u_x + u³ with the flux u_x + u⁴/5",
                "order",
                1.7,
                2.3,
                sound,
                system -> new Newton(system, start).order());
        Expr frozen = U2.times(-1).plus(LINE.exact().times(U1)).plus(U.pow(3));
        out.add(slow(check, "u u_x differentiated in u_x alone", 1, line(frozen, FLUX)));
        out.add(slow(
                check,
                "2u² for the derivative of u³",
                1,
                line(ADVECTED.minus(U.pow(3).over(3)), FLUX)));
        out.add(slow(check, "the derivative of u³ left out", 0, line(ADVECTED.minus(U.pow(3)), FLUX)));
        out.add(slow(check, "the derivative of u⁴ at the end left out", 1, line(ADVECTED, U1)));
        out.add(check.fault("Jacobian", "taken once, at the start", 1, new ForwardSystem(sound) {
            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix to) {
                system.jacobian(t, start, yDot, shift, to);
            }
        }));
        out.add(check.fault("Jacobian", "an entry beside the diagonal missing", 1, new ForwardSystem(sound) {
            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix to) {
                system.jacobian(t, y, yDot, shift, to);
                to.add(15, 16, -to.get(15, 16));
            }
        }));
        out.add(check.fault("Jacobian", "a row with the opposite sign", 0, new ForwardSystem(sound) {
            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix to) {
                system.jacobian(t, y, yDot, shift, to);
                for (int j = 14; j <= 16; j++) {
                    to.add(15, j, -2 * to.get(15, j));
                }
            }
        }));
    }

    /** The Jacobian of another statement. */
    private static Fault slow(Check<ImplicitSystem> check, String name, int shows, DiscreteSystem other) {
        return check.fault("Jacobian", name, shows, new ForwardSystem(check.sound()) {
            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix to) {
                to.clear();
                other.entries(t, y, yDot, shift, to::add);
            }
        });
    }

    private static void shifts(List<Fault> out) {
        Check<ImplicitSystem> burgers = taylor("Burgers' equation", DiscreteSystemTest.burgers());
        Check<ImplicitSystem> wave = taylor("the sine-Gordon equation", DiscreteSystemTest.wave());
        out.add(burgers.fault("Jacobian", "the shift left out", 1, shifted(burgers.sound(), 0)));
        out.add(burgers.fault("Jacobian", "the shift with the opposite sign", 1, shifted(burgers.sound(), -1)));
        out.add(wave.fault("Jacobian", "half the shift for a field of second order", 1, shifted(wave.sound(), 0.5)));
        out.add(burgers.fault("Jacobian", "the shift in an algebraic row", 1, new ForwardSystem(burgers.sound()) {
            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix to) {
                system.jacobian(t, y, yDot, shift, to);
                to.add(0, 0, shift);
            }
        }));
        out.add(wave.fault("Jacobian", "the rate missing in the row u' = w", 1, new ForwardSystem(wave.sound()) {
            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix to) {
                system.jacobian(t, y, yDot, shift, to);
                to.add(6, 7, 1);
            }
        }));
    }

    private static ImplicitSystem shifted(ImplicitSystem sound, double factor) {
        return new ForwardSystem(sound) {
            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix to) {
                system.jacobian(t, y, yDot, factor * shift, to);
            }
        };
    }

    /** |F(y + εd, y' + εσd) - F(y, y') - ε(∂F/∂y + σ ∂F/∂y')d| is of order two in ε. */
    private static Check<ImplicitSystem> taylor(String name, Problem problem) {
        double[] epsilon = {1e-1, 5e-2, 2e-2, 1e-2, 5e-3};
        double shift = 3.7;
        return Check.order(
                "Taylor's formula, " + name, 2, Discretization.of(problem).system(TWO, 9), system -> {
                    int n = system.size();
                    double[] y = new Random(5).doubles(n, 0.2, 1).toArray();
                    double[] rate = new Random(6).doubles(n, -1, 1).toArray();
                    double[] d = new Random(7).doubles(n, 0.2, 1).toArray();
                    BandMatrix jacobian = system.matrix();
                    system.jacobian(0.4, y, rate, shift, jacobian);
                    double[] slope = new double[n];
                    jacobian.multiply(d, slope);
                    double[] before = new double[n];
                    system.residual(0.4, y, rate, before);
                    return Check.slope(
                            epsilon,
                            Arrays.stream(epsilon)
                                    .map(e -> {
                                        double[] f = new double[n];
                                        system.residual(0.4, moved(y, e, d), moved(rate, e * shift, d), f);
                                        double worst = 0;
                                        for (int i = 0; i < n; i++) {
                                            worst = Math.max(worst, Math.abs(f[i] - before[i] - e * slope[i]));
                                        }
                                        return worst;
                                    })
                                    .toArray());
                });
    }

    private static double[] moved(double[] y, double by, double[] d) {
        double[] result = y.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += by * d[i];
        }
        return result;
    }

    /** U + e with a U that is wrong by a wave of size 1/10; differences act on e alone. */
    private static void defect(List<Fault> out) {
        Problem problem = Problem.over(X)
                .require(LINE.equation(ADVECTED))
                .require(LINE.on(X.start(), U))
                .require(LINE.on(X.end(), FLUX));
        Expr known = LINE.exact().plus(sin(X.times(2)).times(0.1));
        Grids grids = new Grids(5, 1.3, 30);
        Check<Background> check = Check.order(
                "the defect equation of -u_xx + u u_x + u³ with the flux u_x + u⁴/5, order 2",
                2,
                (field, orders, x, n) -> evaluated(known, orders.get(0), x, n),
                background -> Check.slope(grids.spacings(), grids.errors(cells -> {
                    DiscreteSystem system = Discretization.of(problem).system(TWO, background, cells);
                    double[] corrected = SteadySolver.standard().solve(system).nodal(U);
                    double[] base = new Manufactured(U, known).at(system.grid(), Double.NaN);
                    for (int i = 0; i < base.length; i++) {
                        corrected[i] += base[i];
                    }
                    return LINE.error(system.grid(), Double.NaN, corrected);
                })));
        out.add(check.fault(
                "defect",
                "derivatives of the approximation left out",
                0,
                (field, orders, x, n) -> orders.get(0) == 0 ? evaluated(known, 0, x, n) : new double[n]));
        out.add(check.fault(
                "defect",
                "the second derivative of the approximation with the opposite sign",
                0,
                (field, orders, x, n) -> {
                    double[] values = evaluated(known, orders.get(0), x, n);
                    return orders.get(0) == 2
                            ? Arrays.stream(values).map(v -> -v).toArray()
                            : values;
                }));
    }

    private static double[] evaluated(Expr known, int order, double[] x, int n) {
        Expr wanted = known;
        for (int k = 0; k < order; k++) {
            wanted = wanted.d(X);
        }
        CoordinateProgram program = CoordinateProgram.compile(List.of(wanted), List.of(X));
        double[][] values = new double[1][n];
        program.evaluate(n, x, null, null, values, program.scratch(n));
        return values[0];
    }

    /** An error estimate from the differences of solutions on three grids. */
    @FunctionalInterface
    private interface Estimate {
        double of(double coarse, double fine, double greatestRatio);
    }

    private static void floors(List<Fault> out) {
        Check<Estimate> check = new Check<>(
                "the floor of a solution on three grids over its true error",
                "ratio",
                1,
                20,
                (coarse, fine, ratio) -> 2 * Richardson.error(coarse, fine, ratio),
                SystemFaults::floorOverError);
        Estimate sound = check.sound();
        out.add(check.fault(
                "floor", "understated ten times", 0, (coarse, fine, ratio) -> sound.of(coarse, fine, ratio) / 10));
        out.add(check.fault(
                "floor",
                "the coarse difference taken for the fine one",
                27,
                (coarse, fine, ratio) -> sound.of(fine, coarse, ratio)));
        out.add(check.fault(
                "floor",
                "squares without their root",
                0,
                (coarse, fine, ratio) -> sound.of(coarse * coarse, fine * fine, ratio)));
    }

    private static double floorOverError(Estimate estimate) {
        Problem problem = Problem.over(X)
                .require(LINE.equation(ADVECTED))
                .require(LINE.on(X.start(), U))
                .require(LINE.on(X.end(), FLUX));
        SteadySolution[] solutions = new SteadySolution[3];
        for (int k = 0; k < solutions.length; k++) {
            DiscreteSystem system = Discretization.of(problem).system(TWO, 40 << k);
            solutions[k] = SteadySolver.standard().solve(system);
        }
        double coarse = distance(solutions[0], solutions[1]);
        double fine = distance(solutions[1], solutions[2]);
        return estimate.of(coarse, fine, 4) / LINE.error(solutions[2]);
    }

    /** Root mean square on the nodes of the coarser one, which the finer one has too. */
    private static double distance(SteadySolution coarse, SteadySolution fine) {
        double[] a = coarse.nodal(U);
        double[] b = fine.nodal(U);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow(a[i] - b[2 * i], 2) / a.length;
        }
        return Math.sqrt(sum);
    }
}
