package org.pinn4j.periodic;

/** Sizes of courses, each field over its own size, so that fields in other units are solved as well. Immutable. */
final class Metric {
    private final double[] sizes;

    private Metric(double[] sizes) {
        this.sizes = sizes;
    }

    /** By the fields of courses of so many nodes, one for a state: root mean squares over these. */
    static Metric of(Course courses, int fields, int nodes) {
        double[] sizes = new double[fields];
        int each = courses.re().length / fields;
        for (int f = 0; f < fields; f++) {
            sizes[f] = Math.sqrt(product(courses, courses, f * each, each) / nodes);
        }
        return new Metric(sizes);
    }

    private static double product(Course a, Course b, int from, int count) {
        double sum = 0;
        for (int k = from; k < from + count; k++) {
            sum += a.re()[k] * b.re()[k] + a.im()[k] * b.im()[k];
        }
        return sum;
    }

    /** At least as large as another one, field by field. */
    Metric with(Metric other) {
        double[] larger = sizes.clone();
        java.util.Arrays.setAll(larger, f -> Math.max(sizes[f], other.sizes[f]));
        return new Metric(larger);
    }

    boolean isZero(int field) {
        return sizes[field] == 0;
    }

    /** One for a field that is zero. */
    double size(int field) {
        return sizes[field] > 0 ? sizes[field] : 1;
    }

    double dot(Course a, Course b) {
        int each = a.re().length / sizes.length;
        double sum = 0;
        for (int f = 0; f < sizes.length; f++) {
            sum += product(a, b, f * each, each) / (size(f) * size(f));
        }
        return sum;
    }

    double norm(Course a) {
        return Math.sqrt(dot(a, a));
    }
}
