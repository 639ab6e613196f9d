package org.pinn4j.periodic;

/**
 * The frames of several sizes that courses on one kind of nodes are carried by, and what each of them misses: a wave of small
 * amplitude needs few digits, and so few functions. Immutable.
 */
final class Frames {
    private static final int[] SIZES = {4, 6, 8, 10, 12, 14, 16, 20};

    private final Radau radau;
    private final Frame[] frames; // the largest last
    private final double[][][] values; // [frames][checks][functions]
    private final double[][][] slopes;
    private final double[][] truth; // [checks][1 + nodes]
    private final double[][] ends; // [frames][functions]: values at z = 1

    /** @param largest number of functions */
    Frames(Radau radau, int largest) {
        this.radau = radau;
        this.frames = new Frame[SIZES.length + 1];
        for (int k = 0; k < frames.length; k++) {
            frames[k] = new Frame(k < SIZES.length ? SIZES[k] : largest, radau);
        }
        double[] z = new double[2 * largest];
        java.util.Arrays.setAll(z, i -> -Math.cos(Math.PI * (i + 0.5) / z.length));
        truth = radau.interpolation(z);
        values = new double[frames.length][][];
        slopes = new double[frames.length][][];
        ends = new double[frames.length][];
        for (int k = 0; k < frames.length; k++) {
            values[k] = frames[k].values(z);
            slopes[k] = frames[k].slopes(z);
            ends[k] = frames[k].values(new double[] {1})[0];
        }
    }

    Radau radau() {
        return radau;
    }

    Frame frame(int k) {
        return frames[k];
    }

    int count() {
        return frames.length;
    }

    /** Of frame k, at the end of the slab: [functions]. */
    double[] end(int k) {
        return ends[k];
    }

    /**
     * The smallest frame that carries a course.
     * @param course values at the start and the nodes
     * @param allowed error of values, and of slopes over {@code rate}
     */
    int enough(double[] course, double allowed, double rate) {
        double[] exact = Frame.product(truth, course);
        int last = frames.length - 1;
        double[] exactSlopes = Frame.product(slopes[last], frames[last].fit(course));
        for (int k = 0; k < last; k++) {
            double[] weights = frames[k].fit(course);
            if (distance(Frame.product(values[k], weights), exact) <= allowed
                    && distance(Frame.product(slopes[k], weights), exactSlopes) <= allowed * rate) {
                return k;
            }
        }
        return last;
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
