package org.pinn4j.validation.paths;

import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.pinn4j.paths.ExactLaw;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Kolmogorov;
import org.pinn4j.random.RandomStream;

/** Draws one path after another and what is added up along it. Immutable; a {@link Path} belongs to one thread. */
final class Walker {
    /** Of the largest eigenvalue: what is less is zero up to round-off. */
    private static final double ROUND_OFF = 1e-12;

    private final Kolmogorov equation;
    private final int steps;
    private final List<Axis> axes;
    private final int clock;
    private final int[] place;
    private final int d;
    private final Optional<ExactLaw> law;
    private final double[][] root; // of an exact law, [d][d], or its diagonal alone [1][d]
    private final double[] rate;
    private final double[] level;
    private final boolean diagonal;

    Walker(Kolmogorov equation, int steps) {
        this.equation = equation;
        this.steps = steps;
        this.axes = equation.problem().axes();
        this.clock = axes.indexOf(equation.time());
        this.place = equation.space().stream().mapToInt(axes::indexOf).toArray();
        this.d = equation.dimension();
        this.law = ExactLaw.of(equation);
        this.diagonal = equation.isDiagonal();
        this.rate = law.map(ExactLaw::rate).orElseGet(() -> new double[d]);
        this.level = law.map(ExactLaw::level).orElseGet(() -> new double[d]);
        this.root = law.map(l -> root(matrix(l))).orElseGet(() -> new double[0][]);
    }

    private static double[][] matrix(ExactLaw law) {
        double[] a = law.covariance();
        if (law.isDiagonal()) {
            return new double[][] {a};
        }
        int d = law.rate().length;
        double[][] full = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                full[i][j] = a[i + d * j];
            }
        }
        return full;
    }

    /** The symmetric σ with σσ = a. */
    private double[][] root(double[][] a) {
        if (diagonal) {
            double[] sigma = new double[d];
            for (int i = 0; i < d; i++) {
                if (a[0][i] < 0) {
                    throw indefinite(a[0][i]);
                }
                sigma[i] = Math.sqrt(a[0][i]);
            }
            return new double[][] {sigma};
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(a, false));
        double[] values = eigen.getEigenvalues();
        double[][] v = eigen.getV().getData();
        double largest = Math.max(Math.abs(values[0]), Math.abs(values[d - 1]));
        double[][] sigma = new double[d][d];
        for (int k = 0; k < d; k++) {
            if (values[k] < -ROUND_OFF * d * largest) {
                throw indefinite(values[k]);
            }
            double s = Math.sqrt(Math.max(0, values[k]));
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    sigma[i][j] += v[i][k] * s * v[j][k];
                }
            }
        }
        return sigma;
    }

    private IllegalArgumentException indefinite(double eigenvalue) {
        return new IllegalArgumentException(
                ("paths of '%s': the matrix of second derivatives has the eigenvalue %s on a path, need none below 0; check signs, or"
                                + " give the datum at the other end of time")
                        .formatted(equation.problem().name(), eigenvalue));
    }

    boolean isExact() {
        return law.isPresent() && equation.potential().number().isPresent();
    }

    String describe() {
        return isExact()
                ? "paths by the exact law of " + law.orElseThrow()
                : "paths in %d steps by %s"
                        .formatted(steps, law.map(Object::toString).orElse("Euler-Maruyama"));
    }

    Path path(RandomStream random) {
        return new Path(random);
    }

    /** Room for one path at a time. */
    final class Path {
        private final RandomStream random;
        private final double[] z = new double[d];
        private final double[] spread = new double[d];

        Path(RandomStream random) {
            this.random = random;
        }

        /** @param out overwritten: what the path gives, and what it gives in half the steps */
        void draw(double[] from, double[] out) {
            double left = equation.terminal()
                    ? equation.time().max() - from[clock]
                    : from[clock] - equation.time().min();
            if (isExact()) {
                out[0] = exact(from.clone(), left);
                out[1] = out[0];
            } else {
                coupled(from, left, out);
            }
        }

        private double exact(double[] x, double left) {
            double c = value(equation.potential(), x);
            double y = 0;
            double rest = left;
            if (!equation.source().number().isPresent() || value(equation.source(), x) != 0) {
                double until = left * random.nextOpenDouble();
                random.fillGaussian(z);
                move(x, until, Math.sqrt(until));
                y = left * Math.exp(c * until) * value(equation.source(), x);
                rest = left - until;
            }
            random.fillGaussian(z);
            move(x, rest, Math.sqrt(rest));
            return y + Math.exp(c * left) * end(x);
        }

        /** Two discretisations of one Brownian path, so that their difference has a small variance. */
        private void coupled(double[] from, double left, double[] out) {
            double h = left / steps;
            Walk fine = new Walk(from.clone());
            Walk coarse = new Walk(from.clone());
            double[] joined = new double[d];
            for (int k = 0; k < steps; k++) {
                random.fillGaussian(z);
                for (int i = 0; i < d; i++) {
                    joined[i] = k % 2 == 0 ? z[i] : (joined[i] + z[i]) / Math.sqrt(2);
                }
                fine.step(h);
                if (k % 2 == 1) {
                    System.arraycopy(joined, 0, z, 0, d);
                    coarse.step(2 * h);
                }
            }
            out[0] = fine.end();
            out[1] = coarse.end();
        }

        /** A path under way, by the numbers that are in {@code z}. */
        private final class Walk {
            private final double[] x;
            private double sum;
            private double exponent;
            private double c;
            private double f;

            Walk(double[] x) {
                this.x = x;
                this.c = value(equation.potential(), x);
                this.f = value(equation.source(), x);
            }

            void step(double h) {
                move(x, h, Math.sqrt(h));
                double nextC = value(equation.potential(), x);
                double nextF = value(equation.source(), x);
                double next = exponent + h / 2 * (c + nextC);
                sum += h / 2 * (Math.exp(exponent) * f + Math.exp(next) * nextF);
                exponent = next;
                c = nextC;
                f = nextF;
            }

            double end() {
                return sum + Math.exp(exponent) * Path.this.end(x);
            }
        }

        private double value(Expr e, double[] x) {
            return e.number().orElseGet(() -> Evaluation.evaluate(e, axes, x));
        }

        private double end(double[] x) {
            x[clock] = equation.terminal()
                    ? equation.time().max()
                    : equation.time().min();
            return value(equation.datum(), x);
        }

        private void move(double[] x, double h, double rootOfH) {
            double[] drift = new double[d];
            if (law.isEmpty()) {
                for (int i = 0; i < d; i++) {
                    drift[i] = value(equation.drift().get(i), x);
                }
            }
            double[][] sigma = law.isPresent() ? root : root(diffusion(x));
            spread(sigma);
            for (int i = 0; i < d; i++) {
                double w = rootOfH * spread[i];
                double at = x[place[i]];
                if (law.isEmpty()) {
                    x[place[i]] = at + h * drift[i] + w;
                } else if (law.get().kind() == ExactLaw.Kind.GEOMETRIC) {
                    x[place[i]] = at * Math.exp(h * (rate[i] - squared(sigma, i) / 2) + w);
                } else if (rate[i] == 0) {
                    x[place[i]] = at + h * level[i] + w;
                } else {
                    double grown = Math.exp(rate[i] * h);
                    double noise = Math.sqrt((grown * grown - 1) / (2 * rate[i]));
                    x[place[i]] = grown * at + (grown - 1) / rate[i] * level[i] + noise * spread[i];
                }
            }
            x[clock] += equation.terminal() ? h : -h;
        }

        private void spread(double[][] sigma) {
            for (int i = 0; i < d; i++) {
                double sum = diagonal ? sigma[0][i] * z[i] : 0;
                for (int j = 0; j < d && !diagonal; j++) {
                    sum += sigma[i][j] * z[j];
                }
                spread[i] = sum;
            }
        }

        /** a_ii. */
        private double squared(double[][] sigma, int i) {
            if (diagonal) {
                return sigma[0][i] * sigma[0][i];
            }
            double sum = 0;
            for (double s : sigma[i]) {
                sum += s * s;
            }
            return sum;
        }

        private double[][] diffusion(double[] x) {
            double[][] a = diagonal ? new double[1][d] : new double[d][d];
            for (Kolmogorov.Entry e : equation.diffusion()) {
                double v = value(e.value(), x);
                a[diagonal ? 0 : e.i()][e.j()] = v;
                if (!diagonal) {
                    a[e.j()][e.i()] = v;
                }
            }
            return a;
        }
    }
}
