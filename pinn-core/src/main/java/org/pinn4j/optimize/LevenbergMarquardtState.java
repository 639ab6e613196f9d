package org.pinn4j.optimize;

import java.util.Locale;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Blas;

/**
 * A Levenberg-Marquardt minimisation in progress. JᵀJ, Jᵀr and r belong to {@link #theta} whenever {@code linearised}; they
 * are formed once per accepted step, at the start of the next one.
 */
public final class LevenbergMarquardtState implements State {
    private static final double ENOUGH_GAIN = 0.05;
    private static final double LAMBDA_MIN = 1e-15; // below it the damping is lost in the round-off of the diagonal
    private static final int SCALARS = 9;

    private final LevenbergMarquardt method;
    private final LevenbergMarquardt.Settings settings;
    private final Blas blas;
    private final LeastSquares objective;
    private final DampedSystem system;
    private final Geodesic geodesic;
    private final Stagnation stagnation = new Stagnation();
    private final double[] theta;
    private final double[] trial;
    private final double[] g;
    private final double[] v;
    private double[] r;
    private double[] trialResiduals;
    private double value;
    private double lambda;
    private double predicted;
    private double gainRatio = Double.NaN;
    private long accepted;
    private long rejected;
    private boolean linearised;
    private boolean blind;
    private Status status = Status.RUNNING;

    LevenbergMarquardtState(LevenbergMarquardt method, LeastSquares objective, double[] theta0, Algebra algebra) {
        this.method = method;
        this.objective = objective;
        settings = method.settings();
        blas = algebra.blas();
        theta = Vectors.start(objective, theta0);
        int n = theta.length;
        trial = new double[n];
        g = new double[n];
        v = new double[n];
        system = new DampedSystem(algebra, n, settings.scaleDecay(), settings.scaleFloor());
        geodesic = new Geodesic(objective, system);
        lambda = settings.lambda();
        fitRows();
        linearise();
    }

    @Override
    public void step() {
        if (status != Status.RUNNING || !linearised && !linearise()) {
            return;
        }
        double before = value;
        boolean moved = false;
        for (int k = 0; k < settings.tries() && !moved && status == Status.RUNNING; k++) {
            moved = attempt(k == 0);
        }
        if (status == Status.RUNNING && stagnation.after(before, value)) {
            status = Status.STALLED;
        }
    }

    private boolean attempt(boolean first) {
        if (!propose()) {
            return reject();
        }
        if (!Vectors.move(theta, 1, v, trial)) {
            status = Status.STALLED;
            return false;
        }
        double reached = Vectors.finite(trial) ? objective.residuals(trial, trialResiduals) : Double.NaN;
        blind = !Double.isFinite(reached);
        if (!(reached < value)) { // written so that NaN fails too
            return reject();
        }
        accept(reached, first);
        return true;
    }

    /** v = the step at the present lambda; false if there is none to trust. */
    private boolean propose() {
        if (!system.factor(lambda)) {
            return false;
        }
        Vectors.negate(g, v);
        system.solve(v);
        predicted = predictedGain();
        return Vectors.finite(v)
                && (!settings.geodesic() || geodesic.bend(theta, r, g, lambda, v, trial, trialResiduals));
    }

    /** Of the linear model along v: -gᵀv - ½vᵀJᵀJv with JᵀJv = -g - lambda·Dv. */
    private double predictedGain() {
        double slope = blas.dot(v.length, g, 0, v, 0);
        return 0.5 * (lambda * system.scaledSquare(v) - slope);
    }

    private void accept(double reached, boolean first) {
        double gain = value - reached;
        gainRatio = gain / predicted;
        if (first) {
            lambda = Math.max(LAMBDA_MIN, lambda / (gain > ENOUGH_GAIN * value ? 4 : 2));
        }
        Vectors.copy(trial, theta);
        value = reached;
        linearised = false;
        accepted++;
    }

    private boolean reject() {
        lambda *= 4;
        rejected++;
        if (!(lambda <= settings.lambdaMax())) {
            status = Status.STALLED;
        }
        return false;
    }

    private boolean linearise() {
        value = objective.normal(theta, system.gram(), theta.length, g, r);
        linearised = Double.isFinite(value) && Vectors.finite(g) && system.finiteDiagonal();
        if (linearised) {
            system.rescale();
        } else {
            status = Status.NON_FINITE;
        }
        return linearised;
    }

    private void fitRows() {
        int rows = objective.rows();
        if (r == null || r.length != rows) {
            r = new double[rows];
            trialResiduals = new double[rows];
        }
    }

    @Override
    public double[] theta() {
        return theta;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public Status status() {
        return status;
    }

    /** The damping the next step will try first. */
    public double lambda() {
        return lambda;
    }

    /** Steps taken. */
    public long accepted() {
        return accepted;
    }

    /** Dampings tried in vain. */
    public long rejected() {
        return rejected;
    }

    /** Decrease of the last accepted step over that of its linear model; NaN before the first. */
    public double gainRatio() {
        return gainRatio;
    }

    @Override
    public String detail() {
        String numbers = String.format(
                Locale.ROOT,
                "lambda %.1e, accepted %d, rejected %d, gain ratio %.2f",
                lambda,
                accepted,
                rejected,
                gainRatio);
        boolean undefined = status == Status.NON_FINITE || status == Status.STALLED && blind;
        return undefined ? numbers + "; " + Diagnosis.of(objective) : numbers;
    }

    @Override
    public void objectiveChanged() {
        fitRows();
        if (status == Status.STALLED) {
            lambda = settings.lambda();
        }
        stagnation.set(0);
        status = Status.RUNNING;
        linearise();
    }

    /**
     * Standard errors of chosen parameters, √(σ²·(JᵀJ)⁻¹ᵢᵢ) with σ² = ‖r‖²/(rows - p), at the current iterate. Where JᵀJ is
     * singular in floating point, as it is for most networks, the least damping that factors is used: the figures are then
     * those of the parameters given that the undetermined directions stay where they are.
     * <p>Allocates. Source: Seber and Wild, Nonlinear Regression (1989), chapter 2.
     * @throws IllegalStateException if rows ≤ p, or the iterate is not finite
     */
    public double[] standardErrors(int[] indices) {
        Args.given(indices, "indices");
        if (!linearised && !linearise()) {
            throw new IllegalStateException("standard errors: not finite here; " + Diagnosis.of(objective));
        }
        return system.standardErrors(2 * value, r.length, indices);
    }

    @Override
    public Snapshot snapshot() {
        return new Memory(method.name())
                .put("theta", theta)
                .put("scale", system.scale())
                .scalars(
                        value,
                        lambda,
                        gainRatio,
                        predicted,
                        accepted,
                        rejected,
                        Memory.flag(linearised),
                        stagnation.idle(),
                        status.ordinal())
                .snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
        Args.given(snapshot, "snapshot");
        double[] scalars = Memory.open(snapshot, method.name(), theta.length, SCALARS);
        Memory.read(snapshot, "theta", theta);
        fitRows();
        linearised = scalars[6] != 0;
        if (linearised) {
            objective.normal(theta, system.gram(), theta.length, g, r);
        }
        Memory.read(snapshot, "scale", system.scale());
        value = scalars[0];
        lambda = scalars[1];
        gainRatio = scalars[2];
        predicted = scalars[3];
        accepted = (long) scalars[4];
        rejected = (long) scalars[5];
        stagnation.set((int) scalars[7]);
        status = Memory.status(scalars[8]);
    }
}
