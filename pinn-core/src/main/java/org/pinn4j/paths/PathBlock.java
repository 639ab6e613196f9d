package org.pinn4j.paths;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Kolmogorov;
import org.pinn4j.random.RandomStream;

/** Paths from some points, in step with each other; each has a step of its own length. One use, one thread. */
final class PathBlock {
    private final PathSampler sampler;
    private final Kolmogorov equation;
    private final RandomStream random;
    private final int n;
    private final int d;
    private final double[] x; // [axes × n], moves
    private final int clock; // place of the axis of time
    private final int[] place; // of each axis of space
    private final double[] left; // time until the datum
    private final double[] z;
    private final double[] root; // σ of an exact law
    private final double[][] moving;

    PathBlock(PathSampler sampler, double[] x, int n, RandomStream random) {
        this.sampler = sampler;
        this.equation = sampler.equation();
        this.random = random;
        this.n = n;
        this.x = x;
        this.d = equation.dimension();
        List<Axis> axes = equation.problem().axes();
        this.clock = axes.indexOf(equation.time());
        this.place = equation.space().stream().mapToInt(axes::indexOf).toArray();
        this.left = new double[n];
        for (int i = 0; i < n; i++) {
            double t = x[clock * n + i];
            left[i] = equation.terminal()
                    ? equation.time().max() - t
                    : t - equation.time().min();
        }
        this.z = new double[d];
        this.root = sampler.law.map(this::root).orElseGet(() -> new double[equation.isDiagonal() ? 0 : d * d]);
        this.moving = new double[d + equation.diffusion().size()][sampler.motion.isPresent() ? n : 0];
    }

    private double[] root(ExactLaw law) {
        double[] a = law.covariance();
        boolean sound = true;
        if (law.isDiagonal()) {
            for (int i = 0; i < d; i++) {
                sound &= a[i] >= 0;
                a[i] = Math.sqrt(a[i]);
            }
        } else {
            sound = Root.of(d, a);
        }
        if (!sound) {
            throw indefinite(0);
        }
        return a;
    }

    private IllegalArgumentException indefinite(int point) {
        return new IllegalArgumentException(
                ("paths of '%s': the coefficients of second derivatives are not positive semidefinite at %s, so that the equation is"
                                + " not parabolic there in the direction of its datum; check signs, or give the datum at the other"
                                + " end of time")
                        .formatted(equation.problem().name(), PathSampler.at(equation, x, n, point)));
    }

    double[] draw() {
        return sampler.isExact() ? exact() : inSteps(sampler.steps());
    }

    private double[] exact() {
        double c = equation.potential().number().orElseThrow();
        double[] y = new double[n];
        double[] h = left.clone();
        if (!equation.source().number().isPresent()
                || equation.source().number().getAsDouble() != 0) {
            double[] until = new double[n];
            for (int i = 0; i < n; i++) {
                until[i] = left[i] * random.nextOpenDouble();
                h[i] = left[i] - until[i];
            }
            move(until);
            double[] f = values(sampler.running, 2)[1];
            for (int i = 0; i < n; i++) {
                y[i] = left[i] * Math.exp(c * until[i]) * f[i];
            }
        }
        move(h);
        double[] end = end();
        for (int i = 0; i < n; i++) {
            y[i] += Math.exp(c * left[i]) * end[i];
        }
        return y;
    }

    private double[] inSteps(int steps) {
        double[] h = Arrays.stream(left).map(l -> l / steps).toArray();
        double[] y = new double[n];
        double[] discount = new double[n];
        Arrays.fill(discount, 1);
        double[][] before = new double[2][n];
        for (int k = 0; k <= steps; k++) {
            double[][] now = values(sampler.running, 2);
            for (int i = 0; i < n; i++) {
                discount[i] *= k == 0 ? 1 : Math.exp(h[i] * (before[0][i] + now[0][i]) / 2);
                y[i] += discount[i] * now[1][i] * h[i] * (k == 0 || k == steps ? 0.5 : 1);
            }
            before = now;
            if (k < steps) {
                move(h);
            }
        }
        double[] end = end();
        for (int i = 0; i < n; i++) {
            y[i] += discount[i] * end[i];
        }
        return y;
    }

    /** φ where the paths are, at the end of time that it stands on. */
    private double[] end() {
        double at =
                equation.terminal() ? equation.time().max() : equation.time().min();
        Arrays.fill(x, clock * n, clock * n + n, at);
        return values(sampler.datum, 1)[0];
    }

    private double[][] values(CoordinateProgram program, int count) {
        double[][] out = new double[count][n];
        program.evaluate(n, x, null, null, out, program.scratch(n));
        return out;
    }

    /** All paths on, each by its own time. */
    private void move(double[] h) {
        if (sampler.motion.isEmpty()) {
            ExactLaw law = sampler.law.orElseThrow();
            double[] level = law.level();
            double[] rate = law.rate();
            double[] variance = law.covariance();
            for (int i = 0; i < n; i++) {
                random.fillGaussian(z);
                if (law.kind() == ExactLaw.Kind.GAUSSIAN) {
                    gaussian(i, h[i], level, rate);
                } else {
                    geometric(i, h[i], rate, variance);
                }
            }
        } else {
            CoordinateProgram program = sampler.motion.get();
            program.evaluate(n, x, null, null, moving, program.scratch(n));
            for (int i = 0; i < n; i++) {
                random.fillGaussian(z);
                euler(i, h[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            x[clock * n + i] += equation.terminal() ? h[i] : -h[i];
        }
    }

    private int at(int axis, int point) {
        return place[axis] * n + point;
    }

    /** (e^z − 1)/z. */
    private static double mean(double z) {
        return z == 0 ? 1 : Math.expm1(z) / z;
    }

    private void gaussian(int point, double h, double[] level, double[] rate) {
        spread(equation.isDiagonal(), root);
        for (int i = 0; i < d; i++) {
            double s = Math.sqrt(h * mean(2 * rate[i] * h));
            x[at(i, point)] = x[at(i, point)] * Math.exp(rate[i] * h) + level[i] * h * mean(rate[i] * h) + s * z[i];
        }
    }

    private void geometric(int point, double h, double[] rate, double[] a) {
        spread(equation.isDiagonal(), root);
        for (int i = 0; i < d; i++) {
            double variance = equation.isDiagonal() ? a[i] : a[i + d * i];
            x[at(i, point)] *= Math.exp((rate[i] - variance / 2) * h + Math.sqrt(h) * z[i]);
        }
    }

    private void euler(int point, double h) {
        List<Kolmogorov.Entry> entries = equation.diffusion();
        double[] sigma = equation.isDiagonal() ? new double[d] : root;
        Arrays.fill(sigma, 0);
        boolean sound = true;
        boolean number = true;
        for (int k = 0; k < entries.size(); k++) {
            double a = moving[d + k][point];
            number &= !Double.isNaN(a);
            int i = entries.get(k).i();
            int j = entries.get(k).j();
            if (equation.isDiagonal()) {
                sound &= !(a < 0);
                sigma[i] = Math.sqrt(a);
            } else {
                sigma[j + d * i] = a; // its lower triangle is read
                sigma[i + d * j] = a;
            }
        }
        if (!sound || number && !equation.isDiagonal() && !Root.of(d, sigma)) {
            throw indefinite(point);
        }
        spread(equation.isDiagonal(), sigma);
        for (int i = 0; i < d; i++) {
            x[at(i, point)] += moving[i][point] * h + Math.sqrt(h) * z[i];
        }
    }

    /** z = σ z. */
    private void spread(boolean diagonal, double[] sigma) {
        for (int i = d - 1; i >= 0; i--) {
            double sum = 0;
            for (int j = diagonal ? i : 0; j <= i; j++) {
                sum += (diagonal ? sigma[i] : sigma[i + d * j]) * z[j];
            }
            z[i] = sum;
        }
    }
}
