package org.pinn4j.validation.evolution;

import java.util.Arrays;
import org.pinn4j.parallel.Workers;
import org.pinn4j.validation.system.ImplicitSystem;

/** The state of one integration and its steps: the stage equations by a simplified Newton iteration. Confined to one thread. */
final class RadauStep {
    private static final int MOST_ITERATIONS = 25;
    /** Slower iterations than this renew the matrices: those of a band cost about as much as an iteration, full ones far more. */
    private static final double GOOD_RATE = 5e-3;

    private static final double GOOD_RATE_FULL = 0.1;
    private static final int FULL = 100;
    private static final double SLOW = 0.9;
    private static final double HALF = 0.5;
    /** Corrections this far below the state are round-off and need not become smaller. */
    private static final double ROUND_OFF = 1e-14;
    /** Of a background, what is a small correction of it. */
    private static final double SMALL = 1e-2;
    /** The stages may be wrong by this share of the tolerance. */
    private static final double SHARE = 0.05;

    private final ImplicitSystem system;
    private final RadauTableau tableau;
    private final StageMatrices matrices;
    private final double tolerance;
    private final double goodRate;
    private final double backgroundSize;
    private final int n;
    private final int s;
    private final double[] y;
    private final double[] rate;
    private final double[][] k;
    private final double[][] before;
    private final double[][] defect;
    private final double[][] change;
    private final double[] point;
    private final double[] error;
    private double size;
    private double stepBefore;
    private double stepFactorised;
    private boolean fresh;
    private double convergence;
    /** How the last iteration of an earlier step converged; a first ratio alone can be luck. */
    private double rateBefore;

    private boolean diverged;
    private double t;
    private double h;

    RadauStep(ImplicitSystem system, RadauTableau tableau, Workers workers, double tolerance) {
        this.system = system;
        this.tableau = tableau;
        this.matrices = new StageMatrices(system, tableau, workers);
        this.tolerance = tolerance;
        int band = system.lowerBandwidth() + system.upperBandwidth();
        this.goodRate = band > FULL ? GOOD_RATE_FULL : GOOD_RATE;
        this.backgroundSize = system.backgroundSize();
        this.n = system.size();
        this.s = tableau.stages();
        this.y = new double[n];
        this.rate = new double[n];
        this.k = new double[s][n];
        this.before = new double[s][n];
        this.defect = new double[s][n];
        this.change = new double[s][n];
        this.point = new double[n];
        this.error = new double[n];
    }

    /** Takes the initial state and makes it consistent. */
    void start(double t0, double firstStep) {
        system.initial(y, rate);
        new ConsistentStart(system).refine(t0, firstStep, y, rate);
        begin(t0, firstStep);
    }

    private void begin(double at, double firstStep) {
        for (double[] stage : before) {
            System.arraycopy(rate, 0, stage, 0, n);
        }
        stepBefore = 0;
        size = Math.max(size, rms(y));
        linearise(at, firstStep, true);
    }

    /** Goes on behind a break of the system, from a state made consistent with what it is there. */
    void pass(double at, double firstStep) {
        system.pass(at, y);
        new ConsistentStart(system).refine(at, firstStep, y, rate);
        begin(at, firstStep);
    }

    private void linearise(double at, double step, boolean anew) {
        matrices.linearise(at, y, rate, 1 / step, anew);
        stepFactorised = 0;
        fresh = true;
    }

    /** @return whether the stages converged; if not, a shorter step may */
    boolean tryTo(double from, double step) {
        t = from;
        h = step;
        diverged = false;
        if (attempt()) {
            return true;
        }
        if (fresh) {
            return false;
        }
        linearise(t, h, true);
        return attempt();
    }

    private boolean attempt() {
        if (h != stepFactorised) {
            if (!matrices.factorise(h)) {
                diverged = true;
                return false;
            }
            stepFactorised = h;
        }
        predict();
        return iterate();
    }

    /** The stages' polynomial of the step before, continued. */
    private void predict() {
        for (int i = 0; i < s; i++) {
            if (stepBefore == 0) {
                System.arraycopy(before[i], 0, k[i], 0, n);
                continue;
            }
            double[] weights = tableau.lagrange(1 + tableau.node(i) * h / stepBefore);
            Arrays.fill(k[i], 0);
            for (int j = 0; j < s; j++) {
                RadauTableau.add(weights[j], before[j], k[i]);
            }
        }
    }

    private boolean iterate() {
        double last = Double.NaN;
        convergence = 0;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double norm = correct();
            if (!(norm < Double.MAX_VALUE)) {
                diverged = true;
                return false;
            }
            double reached = Math.max(size, rms(point));
            if (norm <= ROUND_OFF * reached) {
                return true;
            }
            if (iteration > 0) {
                double ratio = norm / last;
                convergence = ratio;
                if (ratio >= SLOW) {
                    diverged = ratio > 2;
                    return norm <= Math.max(tolerance * SHARE, 1e3 * ROUND_OFF) * reached || isRounding(norm);
                }
                double rate = Math.max(ratio, Math.min(rateBefore, HALF));
                double goal = Math.max(tolerance * SHARE, ROUND_OFF) * reached;
                if (rate / (1 - rate) * norm <= goal) {
                    rateBefore = iteration > 1 ? ratio : rateBefore;
                    return true;
                }
                if (norm * Math.pow(ratio, MOST_ITERATIONS - 1.0 - iteration) > goal) {
                    return isRounding(norm);
                }
            }
            last = norm;
        }
        return isRounding(last);
    }

    /** Of what the unknowns correct, if they do: their residual is a difference of its derivatives, and settles no better. */
    private boolean isRounding(double norm) {
        return norm <= ROUND_OFF * backgroundSize;
    }

    /** One iteration. @return root mean square change of the stages' states */
    private double correct() {
        for (int i = 0; i < s; i++) {
            stage(i, k);
            system.residual(t + tableau.node(i) * h, point, k[i], defect[i]);
        }
        tableau.fromStages(defect, change);
        matrices.solve(h, change);
        tableau.toStages(change, defect);
        double sum = 0;
        for (int i = 0; i < s; i++) {
            for (int j = 0; j < s; j++) {
                double factor = h * tableau.a(i, j);
                for (int m = 0; m < n && j == 0; m++) {
                    point[m] = 0;
                }
                RadauTableau.add(factor, defect[j], point);
            }
            sum += dot(point);
        }
        for (int i = 0; i < s; i++) {
            RadauTableau.add(-1, defect[i], k[i]);
        }
        stage(s - 1, k);
        return Math.sqrt(sum / (s * (double) n));
    }

    /** point = y + h Σ A[i][j] k_j. */
    private void stage(int i, double[][] slopes) {
        System.arraycopy(y, 0, point, 0, n);
        for (int j = 0; j < s; j++) {
            RadauTableau.add(h * tableau.a(i, j), slopes[j], point);
        }
    }

    /** Whether the unknowns are a correction that its background's rounding may make rough. */
    boolean isSmall() {
        return size <= SMALL * backgroundSize;
    }

    /** Whether the failure was of a kind that calls for a much shorter step. */
    boolean hopeless() {
        return diverged;
    }

    /** Estimated local error relative to the size of the solution. */
    double error() {
        System.arraycopy(rate, 0, error, 0, n);
        for (int j = 0; j < s; j++) {
            RadauTableau.add(-tableau.atStart(j), k[j], error);
        }
        double lambda = h / tableau.realInverse();
        for (int i = 0; i < n; i++) {
            error[i] *= system.algebraic(i) ? 0 : lambda;
        }
        matrices.damp(h, error, point);
        stage(s - 1, k);
        double scale = Math.max(size, rms(point));
        return scale == 0 ? 0 : rms(error) / scale;
    }

    void reject() {
        fresh = fresh && stepBefore == 0;
    }

    /** Moves to the end of the step. */
    void accept() {
        stage(s - 1, k);
        System.arraycopy(point, 0, y, 0, n);
        System.arraycopy(k[s - 1], 0, rate, 0, n);
        for (int i = 0; i < s; i++) {
            System.arraycopy(k[i], 0, before[i], 0, n);
        }
        stepBefore = h;
        size = Math.max(size, rms(y));
        fresh = false;
        if (convergence > goodRate) {
            linearise(t + h, h, false);
        }
    }

    /** The current state. */
    double[] state() {
        return y;
    }

    /** y' at the current state. */
    double[] rate() {
        return rate;
    }

    /** y' at the start of the step just tried; of algebraic unknowns by the stages' polynomial. */
    double[] rateAtStart() {
        double[] result = rate.clone();
        for (int i = 0; i < n; i++) {
            if (system.algebraic(i)) {
                result[i] = 0;
                for (int j = 0; j < s; j++) {
                    result[i] += tableau.atStart(j) * k[j][i];
                }
            }
        }
        return result;
    }

    private double rms(double[] x) {
        return Math.sqrt(dot(x) / n);
    }

    private static double dot(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return sum;
    }
}
