package org.pinn4j.optimize;

import java.util.Locale;
import org.pinn4j.args.Args;

/**
 * A {@link GradientMethod} in progress. The gradient at {@link #theta} is taken when it is first asked for, by {@link #step} or
 * {@link #value}, so a loop that draws new points at every step pays one gradient per step. Where it is not finite the state
 * goes back to the last point where it was, and halves its learning rate.
 */
public final class GradientState implements State {
    private static final int SCALARS = 6;

    private final GradientMethod method;
    private final UpdateRule rule;
    private final Objective objective;
    private final double[] theta;
    private final double[] good;
    private final double[] g;
    private final double[][] memory;
    private double value = Double.NaN;
    private double shrink = 1;
    private long steps;
    private long rollbacks;
    private boolean evaluated;
    private Status status = Status.RUNNING;

    private GradientState(
            GradientMethod method,
            UpdateRule rule,
            int vectors,
            Objective objective,
            double[] theta0,
            double[] numbers) {
        this.method = method;
        this.rule = rule;
        this.objective = objective;
        theta = Vectors.start(objective, theta0);
        good = theta.clone();
        g = new double[theta.length];
        memory = new double[vectors + 1][];
        for (int v = 0; v < vectors; v++) {
            memory[v] = new double[theta.length];
        }
        memory[vectors] = numbers.clone();
        evaluate();
    }

    /**
     * At a copy of theta0.
     * @param vectors that the rule remembers
     * @param numbers that it remembers, as they begin
     */
    static GradientState of(
            GradientMethod method,
            UpdateRule rule,
            int vectors,
            Objective objective,
            double[] theta0,
            Algebra algebra,
            double... numbers) {
        Args.given(objective, "objective", theta0, "theta0");
        Args.given(algebra, "algebra");
        return new GradientState(method, rule, vectors, objective, theta0, numbers);
    }

    @Override
    public void step() {
        evaluate();
        if (status != Status.RUNNING) {
            return;
        }
        double rate = learningRate();
        steps++;
        rule.apply(steps, rate, g, theta, memory);
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
        return shrink * method.rate().at(steps);
    }

    /** The method's rate for who goes on from here. */
    LearningRate rateFromHere() {
        return method.rate().after(steps, shrink);
    }

    /** Steps that moved theta, those that were taken back among them. */
    long steps() {
        return steps;
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
        Memory all = new Memory(method.name())
                .put("theta", theta)
                .put("good", good)
                .put("gradient", g)
                .scalars(value, shrink, steps, rollbacks, Memory.flag(evaluated), status.ordinal());
        for (int v = 0; v < memory.length; v++) {
            all.put("memory " + v, memory[v]);
        }
        return all.snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
        Args.given(snapshot, "snapshot");
        double[] scalars = Memory.open(snapshot, method.name(), theta.length, SCALARS);
        Memory.read(snapshot, "theta", theta);
        Memory.read(snapshot, "good", good);
        Memory.read(snapshot, "gradient", g);
        for (int v = 0; v < memory.length; v++) {
            Memory.read(snapshot, "memory " + v, memory[v]);
        }
        value = scalars[0];
        shrink = scalars[1];
        steps = (long) scalars[2];
        rollbacks = (long) scalars[3];
        evaluated = scalars[4] != 0;
        status = Memory.status(scalars[5]);
    }
}
