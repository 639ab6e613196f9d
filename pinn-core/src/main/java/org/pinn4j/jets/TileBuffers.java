package org.pinn4j.jets;

import java.util.ArrayDeque;
import java.util.List;
import org.pinn4j.network.Network;

/** The memory of {@link NetworkJets}: as few arrays as its sweeps allow, so that a tile stays in the second-level cache. */
final class TileBuffers {
    private final Network network;
    private final List<Network.Step> steps;
    private final int channels;
    private final int maxPoints;
    private final int widest;
    private final int[] users;
    final double[] row; // scratch of one channel of any value

    TileBuffers(Network network, int channels, int maxPoints) {
        this.network = network;
        this.steps = network.steps();
        this.channels = channels;
        this.maxPoints = maxPoints;
        int most = network.inputs();
        for (Network.Step step : steps) {
            most = Math.max(most, step.width());
        }
        this.widest = most;
        this.users = countUsers();
        this.row = row(widest);
    }

    int widest() {
        return widest;
    }

    private double[] row(int width) {
        return new double[(width + 1) * maxPoints]; // one spare column for netlib's bounds check
    }

    double[][] rows(int width) {
        double[][] rows = new double[channels][];
        for (int c = 0; c < channels; c++) {
            rows[c] = row(width);
        }
        return rows;
    }

    double[] packed(int width) {
        return new double[width * channels * maxPoints];
    }

    private int[] countUsers() {
        int[] count = new int[steps.size() + 1];
        for (Network.Step step : steps) {
            for (int source : sources(step)) {
                count[source]++;
            }
        }
        return count;
    }

    private static int[] sources(Network.Step step) {
        if (step instanceof Network.Dense d) {
            return new int[] {d.source()};
        } else if (step instanceof Network.Activate a) {
            return new int[] {a.source()};
        } else if (step instanceof Network.Scale s) {
            return new int[] {s.source()};
        } else if (step instanceof Network.Add a) {
            return new int[] {a.left(), a.right()};
        } else if (step instanceof Network.Multiply m) {
            return new int[] {m.left(), m.right()};
        }
        Network.Concatenate c = (Network.Concatenate) step;
        return new int[] {c.left(), c.right()};
    }

    boolean needsSpare() {
        return steps.stream().anyMatch(Network.Multiply.class::isInstance);
    }

    /** An activation of a value that nobody else reads and that is the step before: that value dies with it. */
    private boolean consumes(int k) {
        return steps.get(k) instanceof Network.Activate a && a.source() == k && k > 0 && users[k] == 1;
    }

    /** The channel 0 of values that die in the next step is shared: there the slopes cannot take its place. */
    double[][][] values() {
        double[][][] value = new double[steps.size() + 1][][];
        double[] shared = null;
        for (int k = 0; k <= steps.size(); k++) {
            value[k] = rows(network.width(k));
            if (k < steps.size() && consumes(k)) {
                shared = shared == null ? row(widest) : shared;
                value[k][0] = shared;
            }
        }
        return value;
    }

    double[][][] slopes(double[][][] value) {
        double[][][] slope = new double[steps.size()][][];
        for (int k = 0; k < steps.size(); k++) {
            if (steps.get(k) instanceof Network.Activate a) {
                slope[k] = consumes(k) ? value[k].clone() : rows(a.width());
                slope[k][0] = row(a.width());
            }
        }
        return slope;
    }

    /**
     * Adjoints live only between the last user of a value and the step that made it: few buffers, warm in the cache. An
     * activation turns the adjoint of its result into that of its source in place, if it is the only user.
     */
    double[][][] adjoints() {
        ArrayDeque<double[][]> free = new ArrayDeque<>();
        double[][][] adjoint = new double[steps.size() + 1][][];
        adjoint[steps.size()] = rows(widest);
        for (int k = steps.size() - 1; k >= 0; k--) {
            if (adjoint[k + 1] == null) {
                continue;
            }
            if (steps.get(k) instanceof Network.Activate a && users[a.source()] == 1 && a.source() > 0) {
                adjoint[a.source()] = adjoint[k + 1];
                continue;
            }
            for (int source : sources(steps.get(k))) {
                if (adjoint[source] == null) {
                    adjoint[source] = free.isEmpty() ? rows(widest) : free.pop();
                }
            }
            free.push(adjoint[k + 1]);
        }
        return adjoint;
    }
}
