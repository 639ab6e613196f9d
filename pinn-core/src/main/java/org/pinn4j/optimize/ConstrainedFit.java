package org.pinn4j.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.args.Args;

/**
 * The last parameters of a least-squares problem as readings determine them, where all other rows are equations that hold
 * exactly: minimise ‖r_d‖² subject to r_e = 0, with the covariance of the minimiser.
 *
 * <p><b>Why not (JᵀJ)⁻¹ of the loss.</b> A loss adds exact equations and noisy readings with weights that say nothing of the
 * noise; s² = ‖r‖²/(N − p) over all rows mixes the two, and the block of the inverse shrinks with every point at which an
 * equation is asked to hold. Here readings are in units of their standard deviation and equations get a weight λ.
 *
 * <p><b>How.</b> Near a trained network u is a sum of tangent functions, u + Σ a_k·∂u/∂w_k; readings and linear equations are
 * exactly linear in a, whether or not some w has that tangent. So one QR factorisation of [√λ·J_e; J_d], network columns
 * first, gives the minimiser and, in the last block S of R, its covariance (SᵀS)⁻¹ with the network eliminated; steps of
 * Gauss and Newton in the coefficients alone, each with rows from a fresh linearisation, take care of what is not linear in
 * them. R is had without normal equations, since a network's columns are dependent to many digits.
 *
 * <p>Two things make the limit of large λ exist. What no tangent can take up of the equations' residual and of its derivatives
 * by the coefficients is left out (it is the last rows of the triangle of J_e): otherwise equations that a network cannot meet
 * exactly (the small ridge that keeps R regular among them) would seem to determine the coefficients, and intervals fall as
 * 1/√λ. And rows have to be dense against what the network can do between them: with the points of training alone, a network
 * that has taken up noise bends for free; with evenly spread ones alone, it does at corners and layers.
 * So λ climbs from its value in the objective until a tenth of it moves neither intervals nor estimates.
 * Sources: Seber and Wild, Nonlinear Regression (1989), ch. 2 and 5 (covariance, profiled parameters); Björck, Numerical
 * Methods for Least Squares Problems (1996), 5.1 (constraints by weighting, and by elimination).
 */
public final class ConstrainedFit {
    private static final int MOST_COEFFICIENTS = 100_000;
    private static final double LADDER = 10;
    private static final double FIRST = 1e3; // times the weight in the objective: no answer was ever level below
    private static final int RUNGS = 9;
    private static final double LEVEL = 0.02; // of ln(standard error), and of an estimate in standard errors
    private static final double STILL = 0.05; // of a standard error, from one linearisation to the next
    private static final int ROUNDS = 4;
    private static final double RIDGE =
            1e-13; // of a column's norm: directions that nothing determines stay where they are
    private static final double ROUNDED =
            1e11; // a column's norm over what its elimination leaves: rounding alone is left from 1e13 on
    private static final double ROUNDING = 1e-12; // of the largest column
    private static final double MISSED = 0.1; // of a change of a coefficient
    private static final int PANEL = 1024;

    private final List<Rows> all;
    private final Rows main;
    private final List<Coefficient> wanted;
    private final int coefficients; // wanted
    private final int network; // parameters before all coefficients
    private final int p; // columns: of the network, then of the wanted coefficients
    private final int n;
    private final Algebra algebra;
    private final int dataRows;
    private double[] equations; // triangle of the equations' rows, their residual in the last column
    private double[] readings; // triangle of their rows in units of sigma, their residual in the last column but one
    private double[] constraints; // triangle of what the network takes up of the equations

    /**
     * What was found.
     * @param theta where it ended: the network it began with unless a full step of it helped, then the minimiser: [parameters]
     * @param covariance of the c coefficients that are wanted, for readings of unit variance: [c][c]
     * @param weight λ, over its value in the objective
     * @param freedom what the readings determine, network and coefficients together: the trace of the projector's block on them
     * @param dataSquare ‖r_d‖² at the minimiser
     * @param moved by how much the equations' residual moves each estimate, as far as tangents take it up: [c]
     * @param missed by how much a residual at random, of the size of what they do not take up, would move it: [c]
     * @param shift the last step of each: [c]
     * @param open whether nothing determines it: then there was one linearisation and no step, [c]
     * @param usable whether λ no longer moves the last step, and the network takes up a change of the coefficients
     * @param settled whether another linearisation does not move the answer either
     */
    public record Fit(
            double[] theta,
            double[][] covariance,
            double weight,
            double freedom,
            double dataSquare,
            double[] moved,
            double[] missed,
            double[] shift,
            boolean[] open,
            boolean usable,
            boolean settled) {
        public Fit {
            Args.given(theta, "theta", covariance, "covariance");
            Args.given(moved, "moved", missed, "missed");
            Args.given(shift, "shift", open, "open");
        }
    }

    /**
     * Rows at some points.
     * @param scales by row: 0 for an equation, or the factor that gives a reading unit variance: [rows]
     */
    public record Rows(ResidualRows of, double[] scales) {
        public Rows {
            Args.given(of, "of", scales, "scales");
            if (scales.length != of.rows()) {
                throw new IllegalArgumentException(
                        "fit: need a factor for each of %d rows, got %d".formatted(of.rows(), scales.length));
            }
        }

        int readings() {
            return (int) Arrays.stream(scales).filter(s -> s != 0).count();
        }
    }

    /** One of the last parameters, which is wanted. */
    public interface Coefficient {
        /** Its place among them. */
        int index();

        /** Where a step leads from w. */
        default double moved(double w, double step) {
            return w + step;
        }

        /** The standard error at w above which nothing determines it, if it is what rounding leaves as well. */
        default double most(double w) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * All of the last parameters wanted.
     * @param rows of the same parameters; readings are those of the first, equations those of all
     * @param coefficients how many of the last parameters are no network's
     */
    public ConstrainedFit(List<Rows> rows, int coefficients, Algebra algebra) {
        this(
                Args.list(rows, "rows"),
                coefficients,
                IntStream.range(0, Args.within(1, MOST_COEFFICIENTS, coefficients, "coefficients"))
                        .mapToObj(k -> (Coefficient) () -> k)
                        .toList(),
                Args.given(algebra, "algebra"));
    }

    /**
     * @param rows of the same parameters; readings are those of the first, equations those of all
     * @param coefficients how many of the last parameters are no network's
     * @param wanted of those, by ascending index; the others stand still
     */
    public ConstrainedFit(List<Rows> rows, int coefficients, List<? extends Coefficient> wanted, Algebra algebra) {
        Args.list(wanted, "wanted");
        Args.given(algebra, "algebra");
        Args.atLeast(1, Args.list(rows, "rows").size(), "rows");
        all = List.copyOf(rows);
        main = all.get(0);
        this.wanted = List.copyOf(wanted);
        this.coefficients = wanted.size();
        this.algebra = algebra;
        network = main.of.parameters() - coefficients;
        if (coefficients < 1 || network < 0 || wanted.isEmpty()) {
            throw new IllegalArgumentException("fit: need 1 to %d coefficients, got %d, %d of them wanted"
                    .formatted(main.of.parameters(), coefficients, wanted.size()));
        }
        p = network + wanted.size();
        n = p + 2;
        dataRows = main.readings();
    }

    /** From a trained theta: [parameters]. */
    public Fit from(double[] start) {
        double[] theta = Args.exactly(main.of.parameters(), start, "start").clone();
        Rung rung = null;
        boolean[] open = new boolean[coefficients];
        boolean still = false;
        for (int round = 0; round < ROUNDS && !still && none(open); round++) {
            linearise(theta);
            rung = climb();
            open = open(theta, rung);
            theta = none(open) ? moved(theta, rung) : theta;
            still = !rung.level || rung.moves(new double[coefficients], rung.shift) < STILL;
        }
        boolean usable = none(open)
                && rung.level
                && missed() < MISSED
                && Arrays.stream(theta).allMatch(Double::isFinite);
        return new Fit(
                theta,
                rung.factor.covariance(),
                rung.weight / asTrained(),
                rung.factor.freedom(readings),
                rung.factor.square(readings),
                Arrays.copyOfRange(rung.factor.step(1), network, p),
                missed(rung),
                rung.shift,
                open,
                usable,
                usable && still);
    }

    private static boolean none(boolean[] open) {
        return IntStream.range(0, open.length).noneMatch(k -> open[k]);
    }

    private boolean[] open(double[] theta, Rung rung) {
        double[] errors = rung.factor.standardErrors();
        boolean[] open = new boolean[coefficients];
        for (int k = 0; k < coefficients; k++) {
            open[k] = errors[k] > wanted.get(k).most(theta[place(k)])
                    && errors[k] * rung.factor.norm(network + k) > ROUNDED;
        }
        return open;
    }

    /** Of a wanted coefficient in theta. */
    private int place(int k) {
        return network + wanted.get(k).index();
    }

    /** With the step of the coefficients, and that of the network where the sum of squares says that it has such a tangent. */
    private double[] moved(double[] theta, Rung rung) {
        double[] next = theta.clone();
        for (int k = 0; k < coefficients; k++) {
            next[place(k)] = wanted.get(k).moved(theta[place(k)], rung.shift[k]);
        }
        double[] all = next.clone();
        double[] step = rung.factor.step(0);
        double[] more = rung.factor.step(1);
        for (int k = 0; k < network; k++) {
            all[k] += step[k] + more[k];
        }
        return square(all, rung.weight) < square(next, rung.weight) ? all : next;
    }

    private double square(double[] theta, double weight) {
        double[] r = new double[main.of.rows()];
        main.of.residuals(theta, r);
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            double scale = main.scales[i];
            sum += (scale == 0 ? weight : scale * scale) * r[i] * r[i];
        }
        return sum;
    }

    private double[] missed(Rung rung) {
        double size = left(p + 1)
                / Math.sqrt(
                        all.stream().mapToInt(k -> k.of.rows() - k.readings()).sum());
        double[] missed = new double[coefficients];
        for (int k = 0; k < coefficients; k++) {
            missed[k] = size * rung.weight * rung.factor.sensitivity(network + k, constraints);
        }
        return missed;
    }

    /** What the network cannot take up of a change of a coefficient, over the change: the largest. */
    private double missed() {
        double largest = 0;
        for (int c = network; c < p; c++) {
            largest = Math.max(largest, left(c) / algebra.blas().nrm2(p, equations, c * n));
        }
        return largest;
    }

    /** Of a column of the equations' rows: what the columns of the network leave of it. */
    private double left(int k) {
        return algebra.blas().nrm2(n - network, equations, k * n + network);
    }

    /** The factor at one weight. @param level whether it hardly differs from that at the weight before */
    private record Rung(JointFactor factor, double weight, double[] shift, boolean level) {
        static Rung of(JointFactor factor, double weight, int coefficients) {
            double[] step = factor.step(0);
            double[] more = factor.step(1);
            double[] shift = new double[coefficients];
            for (int k = 0; k < coefficients; k++) {
                shift[k] = step[step.length - coefficients + k] + more[step.length - coefficients + k];
            }
            return new Rung(factor, weight, shift, false);
        }

        Rung after(Rung last) {
            double[] errors = factor.standardErrors();
            double[] errorsBefore = last.factor.standardErrors();
            double largest = moves(last.shift, shift);
            for (int k = 0; k < errors.length; k++) {
                largest = Math.max(largest, Math.abs(Math.log(errors[k] / errorsBefore[k])));
            }
            return new Rung(factor, weight, shift, largest < LEVEL);
        }

        /** The largest difference in standard errors. */
        double moves(double[] from, double[] to) {
            double[] errors = factor.standardErrors();
            double largest = 0;
            for (int k = 0; k < errors.length; k++) {
                largest = Math.max(largest, Math.abs(to[k] - from[k]) / errors[k]);
            }
            return largest;
        }
    }

    private Rung climb() {
        double weight = FIRST * asTrained();
        Rung rung = Rung.of(factor(weight), weight, coefficients);
        for (int k = 1; k < RUNGS && !rung.level; k++) {
            weight *= LADDER;
            rung = Rung.of(factor(weight), weight, coefficients).after(rung);
        }
        return rung;
    }

    /** The weight at which equations and readings stand as they do in the objective: where training has ended. */
    private double asTrained() {
        return Arrays.stream(main.scales).map(s -> s * s).sum() / dataRows;
    }

    /** The rows at theta as triangles, whatever their number. */
    private void linearise(double[] theta) {
        RowTriangle exact = new RowTriangle(algebra.lapack(), n);
        RowTriangle noisy = new RowTriangle(algebra.lapack(), n);
        for (Rows rows : all) {
            add(rows, theta, exact, noisy);
        }
        equations = exact.triangle();
        readings = noisy.triangle();
        constraints = constraints();
    }

    @SuppressWarnings("ReferenceEquality") // which of the two it is, not what it holds
    private void add(Rows rows, double[] theta, RowTriangle exact, RowTriangle noisy) {
        int most = Math.min(rows.of.rows(), PANEL);
        double[] j = new double[most * (main.of.parameters() + 2)];
        double[] r = new double[most];
        for (int first = 0; first < rows.of.rows(); first += most) {
            int count = Math.min(most, rows.of.rows() - first);
            rows.of.jacobian(theta, first, count, r, j, most);
            for (int k = 0; k < coefficients; k++) {
                System.arraycopy(j, place(k) * most, j, (network + k) * most, most);
            }
            for (int i = 0; i < count; i++) {
                double scale = rows.scales[first + i];
                j[i + p * most] = scale == 0 ? 0 : r[i];
                j[i + (p + 1) * most] = scale == 0 ? r[i] : 0;
                if (scale == 0) {
                    exact.add(1, j, i, most);
                } else if (rows == main) {
                    noisy.add(scale, j, i, most);
                }
            }
        }
    }

    /** What the network takes up of the equations: without the last rows, with and without the ridge. */
    private double[] constraints() {
        RowTriangle kept = new RowTriangle(algebra.lapack(), n);
        for (int i = 0; i < network; i++) {
            kept.add(1, equations, i, n);
        }
        for (int k = 0; k < network; k++) {
            kept.addUnit(k, RIDGE * algebra.blas().nrm2(k + 1, equations, k * n));
        }
        double[] triangle = kept.triangle();
        for (int k = network; k < n; k++) {
            Arrays.fill(triangle, k * n + network, k * n + k + 1, 0);
        }
        return triangle;
    }

    /**
     * Whether more than so much stands in a row of the readings' triangle. It may lie below as many rows as there are readings,
     * where their first columns depend on each other: an input that is 0 at a reading has no slope by its weights there.
     */
    private boolean holds(int row, double rounding) {
        return IntStream.range(row, n).anyMatch(k -> Math.abs(readings[row + k * n]) > rounding);
    }

    private JointFactor factor(double weight) {
        RowTriangle stacked = new RowTriangle(algebra.lapack(), n, constraints, Math.sqrt(weight));
        double rounding = ROUNDING
                * IntStream.range(0, n)
                        .mapToDouble(k -> algebra.blas().nrm2(k + 1, readings, k * n))
                        .max()
                        .orElse(0);
        for (int i = 0; i < n; i++) {
            if (i < dataRows || holds(i, rounding)) {
                stacked.add(1, readings, i, n);
            }
        }
        return new JointFactor(algebra.blas(), stacked.triangle(), p, coefficients);
    }
}
