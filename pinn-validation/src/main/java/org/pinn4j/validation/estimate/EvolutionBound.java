package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.solution.Solution;

/**
 * {@code u_t = Σ aᵢ uᵢᵢ − p·∇u − Σ sᵢ u uᵢ − q u − g(u) + higher + f}: the error grows no faster than
 * {@code y′ = Λ(t) y + Σ Mₘ(t) yᵐ + ρ(t)}, y(0) the mismatch at the start; where a solution in slabs jumps, y grows by the jump.
 * <ul>
 *   <li>In L2, where boundary values are met exactly: test with e. Λ is the largest rate of {@link Rates} less Σ min aᵢ μᵢ, or plus
 *       the largest real part of the symbol for periodic equations of higher order.
 *   <li>In the maximum, up to second order: at a maximum of |e| the slope is zero and diffusion only helps. y is at least the
 *       mismatch on the boundary.
 * </ul>
 * Nonlinear terms enter by the least κ over all u, or by Taylor's terms about U with the maximum's bound on e; the smaller result
 * counts. Sources: Evans, Partial Differential Equations (2010), section 7.1; Thomée, Galerkin Finite Element Methods for Parabolic
 * Problems (2006), chapter 13; Protter and Weinberger, Maximum Principles in Differential Equations (1984), chapter 3.
 */
final class EvolutionBound implements BoundSearch.Bound {
    private static final int MOST_MODE = 512;

    private final Solution solution;
    private final ScalarForm form;
    private final List<Expr> expressions = new ArrayList<>();
    private final int curvatures;
    private final boolean monotone;
    private final boolean classical;

    EvolutionBound(Solution solution, ScalarForm form) {
        this.solution = solution;
        this.form = form;
        Rates rates = new Rates(form);
        Optional<Expr> square = rates.monotone(true);
        this.monotone = square.isPresent();
        this.classical = form.higher.isEmpty();
        List<Expr> curved = rates.curvatures();
        this.curvatures = curved.size();
        expressions.addAll(List.of(form.residual, form.field, rates.small(true), rates.small(false)));
        expressions.add(square.orElse(form.field));
        expressions.add(rates.monotone(false).orElse(form.field));
        expressions.addAll(form.diffusion);
        expressions.addAll(curved);
    }

    /** Figures at the times of one quadrature. */
    private final class Slices {
        final double[] times;
        final double[] weights;
        final double[] residual;
        final double[] largestResidual;
        final double[] mismatch;
        final double[] norm;
        final double[] jumps;
        final double[] largestJumps;
        final double sumOfJumps;
        final double[][] rate = new double[4][];
        final double[] growth;
        final double[][] curvature;

        Slices(Panels panels) {
            Axis axis = form.time.orElseThrow();
            double[][] line = Nodes.line(axis, panels);
            times = line[0];
            weights = line[1];
            int n = times.length;
            residual = new double[n];
            largestResidual = new double[n];
            mismatch = new double[n];
            norm = new double[n];
            growth = new double[n];
            Arrays.setAll(rate, k -> new double[n]);
            curvature = new double[curvatures][n];
            Nodes nodes = Nodes.on(form.space, panels);
            EdgeJumps edges = new EdgeJumps(solution, List.of(form.field), form.space, nodes);
            double[] sizes = edges.sizes(s -> s.norm(0));
            sumOfJumps = Arrays.stream(sizes).sum();
            jumps = edges.before(times, sizes);
            largestJumps = edges.before(times, edges.sizes(s -> s.largestSize(0)));
            Samples s = new Samples(solution, expressions, form.space, nodes);
            Faces faces = new Faces(solution, form, panels);
            double modes = classical ? 0 : symbol();
            for (int j = 0; j < n; j++) {
                s.at(times[j]);
                residual[j] = s.norm(0);
                largestResidual[j] = s.largestSize(0);
                norm[j] = s.norm(1);
                mismatch[j] = faces.largest(times[j], s.largestSize(1));
                for (int k = 0; k < rate.length; k++) {
                    rate[k][j] = s.largest(2 + k);
                }
                growth[j] = classical ? -dissipation(s) : modes;
                for (int m = 0; m < curvatures; m++) {
                    curvature[m][j] = s.largestSize(6 + form.space.size() + m);
                }
            }
        }

        private double dissipation(Samples s) {
            double sum = 0;
            for (int i = 0; i < form.space.size(); i++) {
                double a = s.smallest(6 + i);
                if (a < 0) {
                    throw new NoBoundException("diffusion is negative somewhere");
                }
                sum += a * form.leastEigenvalue(i);
            }
            return sum;
        }

        boolean met() {
            return Arrays.stream(mismatch).allMatch(m -> m == 0);
        }
    }

    @Override
    public BoundSearch.Level level(Panels panels) {
        Slices s = new Slices(panels);
        Samples start = new Samples(solution, List.of(form.initialValue), form.space, Nodes.on(form.space, panels))
                .at(s.times[0]);
        double[] largest = classical ? largest(s, start.largestSize(0)) : infinite(s.times.length);
        double[] square = closed() && s.met() ? square(s, start.norm(0), largest) : infinite(s.times.length);
        double[] best = new double[s.times.length];
        double root = Math.sqrt(form.volume());
        Arrays.setAll(best, j -> Math.min(square[j], root * largest[j]));
        double l2 = integral(s, best);
        boolean inSquare = integral(s, square) <= root * integral(s, largest);
        String kind = form.space.isEmpty()
                ? "initial value class, Gronwall"
                : inSquare ? "evolution class, energy in L2" : "evolution class, maximum principle";
        double max = Arrays.stream(largest).max().orElseThrow();
        return new BoundSearch.Level(
                kind,
                l2,
                Double.isFinite(max) ? max : Double.NaN,
                integral(s, s.norm),
                integral(s, s.residual) + start.norm(0) + s.sumOfJumps);
    }

    /** Whether nothing enters or leaves through ends that have no value. */
    private boolean closed() {
        for (int i = 0; i < form.space.size(); i++) {
            boolean still = form.advection.get(i).equals(Expr.constant(0)) && form.steepening[i] == 0;
            boolean diffuses = !form.diffusion.get(i).equals(Expr.constant(0));
            if (!form.periodic(i) && form.ends(i) < 2 && (diffuses || !still)) {
                return false;
            }
        }
        return true;
    }

    private double[] largest(Slices s, double start) {
        double[] taylor = grown(s, s.rate[1], null, s.largestResidual, start, s.curvature);
        return monotone ? least(taylor, grown(s, s.rate[3], null, s.largestResidual, start, new double[0][])) : taylor;
    }

    private double[] square(Slices s, double start, double[] largest) {
        double[] rate = s.rate[0].clone();
        for (int j = 0; j < rate.length; j++) {
            double power = 1;
            for (int m = 0; m < curvatures; m++) {
                power *= largest[j];
                rate[j] += s.curvature[m][j] == 0 ? 0 : s.curvature[m][j] * power;
            }
        }
        double[] taylor = grown(s, rate, s.growth, s.residual, start, new double[0][]);
        return monotone ? least(taylor, grown(s, s.rate[2], s.growth, s.residual, start, new double[0][])) : taylor;
    }

    private static double[] least(double[] a, double[] b) {
        double[] least = new double[a.length];
        Arrays.setAll(least, j -> Math.min(a[j], b[j]));
        return least;
    }

    private static double[] infinite(int n) {
        double[] all = new double[n];
        Arrays.fill(all, Double.POSITIVE_INFINITY);
        return all;
    }

    private static double integral(Slices s, double[] y) {
        double sum = 0;
        for (int j = 0; j < y.length; j++) {
            sum += s.weights[j] == 0 ? 0 : s.weights[j] * y[j] * y[j];
        }
        return Math.sqrt(sum);
    }

    private static double[] grown(
            Slices s, double[] rate, double[] more, double[] forcing, double start, double[][] powers) {
        double[] total = rate.clone();
        for (int j = 0; more != null && j < total.length; j++) {
            total[j] += more[j];
        }
        boolean largest = more == null;
        double[] floor = largest ? s.mismatch : new double[total.length];
        return Growth.of(s.times, total, forcing, powers, start, largest ? s.largestJumps : s.jumps, floor);
    }

    /** The largest real part over all modes of what the constant terms do to one. */
    private double symbol() {
        int axes = form.space.size();
        double largest = 0;
        int side = axes == 1 ? MOST_MODE : MOST_MODE / 8;
        for (int k = 0; k < Math.pow(side, axes); k++) {
            double[] wave = new double[axes];
            int rest = k;
            for (int i = 0; i < axes; i++) {
                wave[i] = 2 * Math.PI / form.space.get(i).length() * (rest % side - (axes == 1 ? 0 : side / 2.0));
                rest /= side;
            }
            largest = Math.max(largest, real(wave));
        }
        return largest;
    }

    private double real(double[] wave) {
        double sum = 0;
        for (int i = 0; i < wave.length; i++) {
            sum -= form.number(form.diffusion.get(i))
                            .orElseThrow(
                                    () -> new NoBoundException("coefficients vary beside derivatives above the second"))
                    * wave[i]
                    * wave[i];
        }
        for (var term : form.higher.entrySet()) {
            int order = 0;
            double product = -term.getValue();
            for (int i = 0; i < wave.length; i++) {
                order += term.getKey().get(i);
                product *= Math.pow(wave[i], term.getKey().get(i));
            }
            sum += order % 2 == 1 ? 0 : (order % 4 == 0 ? product : -product);
        }
        return sum;
    }
}
