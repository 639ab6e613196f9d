package org.pinn4j.optimize;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pinn4j.args.Args;

/**
 * A {@link GradientState} and the mean of its iterates. {@link #theta} is the mean and {@link #value} the objective there, one
 * forward pass more than the method alone; status and steps are the method's. An iterate that the method takes back, because the
 * objective is not finite there, is taken out of the mean.
 */
public final class AveragedState implements State {
    private static final String RAW = "raw ";
    private static final int SCALARS = 4;

    private final String name;
    private final Averaging averaging;
    private final Objective objective;
    private final GradientState raw;
    private final double[] mean;
    private final double[] before; // the mean without the last iterate
    private long count; // iterates in the mean
    private long countBefore;
    private double value;
    private boolean valued;

    AveragedState(String name, Averaging averaging, Objective objective, GradientState raw) {
        this.name = name;
        this.averaging = averaging;
        this.objective = objective;
        this.raw = raw;
        mean = raw.theta().clone();
        before = mean.clone();
    }

    @Override
    public void step() {
        long steps = raw.steps();
        long rollbacks = raw.rollbacks();
        raw.step();
        takeBackSince(rollbacks);
        if (raw.steps() > steps) {
            include(raw.theta());
        }
    }

    private void include(double[] theta) {
        Vectors.copy(mean, before);
        countBefore = count;
        valued = false;
        if (averaging instanceof Averaging.Exponential e) {
            count++;
            for (int i = 0; i < mean.length; i++) {
                mean[i] = e.memory() * mean[i] + (1 - e.memory()) * theta[i];
            }
            return;
        }
        count += raw.steps() > ((Averaging.Tail) averaging).after() ? 1 : 0;
        for (int i = 0; i < mean.length; i++) {
            mean[i] = count > 1 ? mean[i] + (theta[i] - mean[i]) / count : theta[i];
        }
    }

    private void takeBackSince(long rollbacks) {
        if (raw.rollbacks() > rollbacks) {
            Vectors.copy(before, mean);
            count = countBefore;
            valued = false;
        }
    }

    /** The mean of the iterates, owned by the state. */
    @Override
    public double[] theta() {
        return mean;
    }

    /** The objective at the mean; evaluates the method's own gradient as well, unless it already has. */
    @Override
    public double value() {
        long rollbacks = raw.rollbacks();
        double own = raw.value();
        takeBackSince(rollbacks);
        if (count == 0) {
            return own;
        }
        if (!valued) {
            value = objective.value(mean);
            valued = true;
        }
        return value;
    }

    @Override
    public Status status() {
        return raw.status();
    }

    /** The method in progress, with its own iterate. */
    public GradientState raw() {
        return raw;
    }

    /** The averaging for who goes on from here. */
    Averaging left() {
        return averaging instanceof Averaging.Tail t
                ? new Averaging.Tail((int) Math.max(0, t.after() - raw.steps()))
                : averaging;
    }

    @Override
    public String detail() {
        return "mean of %d iterates, %s".formatted(count, raw.detail());
    }

    @Override
    public void objectiveChanged() {
        raw.objectiveChanged();
        valued = false;
    }

    @Override
    public Snapshot snapshot() {
        Memory memory = new Memory(name)
                .put("theta", mean)
                .put("before", before)
                .scalars(count, countBefore, value, Memory.flag(valued));
        Snapshot own = raw.snapshot();
        own.names().forEach(n -> memory.put(RAW + n, own.array(n)));
        return memory.snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
        Args.given(snapshot, "snapshot");
        double[] scalars = Memory.open(snapshot, name, mean.length, SCALARS);
        Map<String, double[]> own = new LinkedHashMap<>();
        raw.snapshot().names().forEach(n -> own.put(n, snapshot.array(RAW + n)));
        raw.restore(new Snapshot(raw.snapshot().method(), own));
        Memory.read(snapshot, "theta", mean);
        Memory.read(snapshot, "before", before);
        count = (long) scalars[0];
        countBefore = (long) scalars[1];
        value = scalars[2];
        valued = scalars[3] != 0;
    }
}
