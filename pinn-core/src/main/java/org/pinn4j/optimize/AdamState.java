package org.pinn4j.optimize;

import java.util.Locale;
import org.pinn4j.args.Args;

/**
 * Adam in progress. The gradient at {@link #theta} is taken when it is first asked for, by {@link #step} or {@link #value}, so a
 * loop that draws new points at every step pays one gradient per step. Where it is not finite the state goes back to the last
 * point where it was, and halves its learning rate.
 */
public final class AdamState implements State {
    private static final int SCALARS = 6;

    private final Adam method;
    private final Objective objective;
    private final double[] theta;
    private final double[] good;
    private final double[] g;
    private final double[] mean;
    private final double[] square;
    private double value = Double.NaN;
    private double shrink = 1;
    private long steps;
    private long rollbacks;
    private boolean evaluated;
    private Status status = Status.RUNNING;

    AdamState(Adam method, Objective objective, double[] theta0) {
        this.method = method;
        this.objective = objective;
        theta = Vectors.start(objective, theta0);
        good = theta.clone();
        g = new double[theta.length];
        mean = new double[theta.length];
        square = new double[theta.length];
        evaluate();
    }

    @Override
    public void step() {
        evaluate();
        if (status != Status.RUNNING) {
            return;
        }
        double rate = learningRate();
        steps++;
        double meanBias = 1 - Math.pow(method.beta1(), steps);
        double squareBias = 1 - Math.pow(method.beta2(), steps);
        for (int i = 0; i < theta.length; i++) {
            mean[i] = method.beta1() * mean[i] + (1 - method.beta1()) * g[i];
            square[i] = method.beta2() * square[i] + (1 - method.beta2()) * g[i] * g[i];
            theta[i] -= rate * (mean[i] / meanBias) / (Math.sqrt(square[i] / squareBias) + method.epsilon());
        }
        evaluated = false;
    }

    private void evaluate() {
        if (evaluated || status != Status.RUNNING) {
            return;
        }
        if (!finiteHere()) {
            Vectors.copy(good, theta);
            shrink /= 2;
            rollbacks++;
            status = finiteHere() ? Status.RUNNING : Status.NON_FINITE;
        }
        evaluated = status == Status.RUNNING;
        if (evaluated) {
            Vectors.copy(theta, good);
        }
    }

    private boolean finiteHere() {
        value = Vectors.finite(theta) ? objective.gradient(theta, g) : Double.NaN;
        return Double.isFinite(value) && Vectors.finite(g);
    }

    @Override
    public double[] theta() {
        return theta;
    }

    /** Evaluates the objective unless it already has here. */
    @Override
    public double value() {
        evaluate();
        return value;
    }

    @Override
    public Status status() {
        return status;
    }

    /** The learning rate of the next step. */
    public double learningRate() {
        return shrink * method.rate(steps);
    }

    /** How often a point was given up because the objective is not finite there. */
    public long rollbacks() {
        return rollbacks;
    }

    @Override
    public String detail() {
        String numbers = String.format(Locale.ROOT, "learning rate %.1e, rollbacks %d", learningRate(), rollbacks);
        return status == Status.NON_FINITE ? numbers + "; " + Diagnosis.of(objective) : numbers;
    }

    @Override
    public void objectiveChanged() {
        status = Status.RUNNING;
        evaluated = false;
    }

    @Override
    public Snapshot snapshot() {
        return new Memory(method.name())
                .put("theta", theta)
                .put("good", good)
                .put("gradient", g)
                .put("mean", mean)
                .put("square", square)
                .scalars(value, shrink, steps, rollbacks, Memory.flag(evaluated), status.ordinal())
                .snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
        Args.given(snapshot, "snapshot");
        double[] scalars = Memory.open(snapshot, method.name(), theta.length, SCALARS);
        Memory.read(snapshot, "theta", theta);
        Memory.read(snapshot, "good", good);
        Memory.read(snapshot, "gradient", g);
        Memory.read(snapshot, "mean", mean);
        Memory.read(snapshot, "square", square);
        value = scalars[0];
        shrink = scalars[1];
        steps = (long) scalars[2];
        rollbacks = (long) scalars[3];
        evaluated = scalars[4] != 0;
        status = Memory.status(scalars[5]);
    }
}
