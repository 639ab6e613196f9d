package org.pinn4j.network;

import java.util.List;

/** Which layers come first (no other layer between them and the input) and last (none between them and the output). */
record Depth(boolean[] below, boolean[] above) {
    static Depth of(Network network) {
        List<Network.Step> steps = network.steps();
        boolean[] below = new boolean[steps.size() + 1];
        boolean[] above = new boolean[steps.size() + 1];
        for (int k = 0; k < steps.size(); k++) {
            for (int source : sources(steps.get(k))) {
                below[k + 1] |= below[source] || isLayer(steps, source);
            }
        }
        for (int k = steps.size() - 1; k >= 0; k--) {
            for (int source : sources(steps.get(k))) {
                above[source] |= above[k + 1] || steps.get(k) instanceof Network.Dense;
            }
        }
        return new Depth(below, above);
    }

    boolean isFirst(int step) {
        return !below[step + 1];
    }

    boolean isLast(int step) {
        return !above[step + 1];
    }

    private static boolean isLayer(List<Network.Step> steps, int value) {
        return value > 0 && steps.get(value - 1) instanceof Network.Dense;
    }

    private static int[] sources(Network.Step step) {
        if (step instanceof Network.Dense s) {
            return new int[] {s.source()};
        } else if (step instanceof Network.Activate s) {
            return new int[] {s.source()};
        } else if (step instanceof Network.Scale s) {
            return new int[] {s.source()};
        } else if (step instanceof Network.Add s) {
            return new int[] {s.left(), s.right()};
        } else if (step instanceof Network.Multiply s) {
            return new int[] {s.left(), s.right()};
        } else if (step instanceof Network.Concatenate s) {
            return new int[] {s.left(), s.right()};
        }
        throw new AssertionError(step);
    }
}
