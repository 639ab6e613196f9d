package org.pinn4j.periodic;

import java.util.Optional;

/**
 * Newton's method for the courses of all waves over one slab: v = E·v(0) + S·f(v), E and S those of the {@link Blocks}, f the
 * {@link Products}. Linearised about v it is (1 − S f′(v)) d = r; S integrates in time, which is all the preconditioner that
 * {@link Gmres} needs as long as the nonlinear part turns the fastest wave by a few radians over the slab.
 */
final class Newton {
    private static final int MOST_ITERATIONS = 14;
    private static final int MOST_STEPS = 60; // of one linear solve
    private static final double DONE = 1e-15;
    private static final double CLOSE = 1e-12; // what of the residual may be left where rounding ends the descent
    private static final double LOST = 1e6;
    private static final double GAIN = 0.5;
    private static final int PATIENCE = 2; // iterations that gain nothing
    private static final double LOOSE = 0.1;

    private final Blocks blocks;
    private final Products products;
    private final Remainder remainder;
    private final Watch watch;
    private final double eachProduct; // operations
    private final int fields;
    private final int nodes;

    Newton(
            Blocks blocks,
            Products products,
            Remainder remainder,
            Watch watch,
            double eachProduct,
            int fields,
            int nodes) {
        this.fields = fields;
        this.nodes = nodes;
        this.blocks = blocks;
        this.products = products;
        this.remainder = remainder;
        this.watch = watch;
        this.eachProduct = eachProduct;
    }

    /**
     * The courses at the nodes; empty if they are not found.
     * @param start by field and wave
     * @param guess by field, wave and node; overwritten
     */
    Optional<Course> solve(Course start, Course guess) {
        Course base = Course.zero(guess.re().length);
        blocks.start(start, base);
        if (remainder.isGiven()) {
            return given(base);
        }
        Course v = guess;
        Metric metric = null;
        double before = Double.POSITIVE_INFINITY;
        int astray = 0;
        for (int k = 0; k < MOST_ITERATIONS && !watch.over(); k++) {
            Course r = base.copy();
            blocks.add(1, products.values(v, true), r);
            r.add(-1, v);
            metric = metric == null ? sizes(v, r) : metric;
            double size = metric.norm(r) / metric.norm(v);
            if (size <= DONE || size <= CLOSE && size > GAIN * before) {
                return Optional.of(v);
            }
            astray = size > GAIN * before ? astray + 1 : 0;
            if (!(size < LOST) || astray > PATIENCE) {
                return Optional.empty();
            }
            v.add(1, step(r, size, metric));
            before = size;
        }
        return Optional.empty();
    }

    /** Of fields as they begin, or by what they change at once: one of them may begin with zero. */
    private Metric sizes(Course held, Course change) {
        return Metric.of(held, fields, nodes).with(Metric.of(change, fields, nodes));
    }

    private Optional<Course> given(Course base) {
        if (watch.over()) {
            return Optional.empty();
        }
        if (!remainder.isNothing()) {
            blocks.add(1, products.values(base, false), base);
        }
        watch.iterated(1, eachProduct);
        return Optional.of(base);
    }

    private Course step(Course r, double size, Metric metric) {
        Gmres gmres = new Gmres(
                x -> {
                    Course y = Course.zero(x.re().length);
                    blocks.add(1, products.times(x), y);
                    return y;
                },
                metric,
                MOST_STEPS);
        double relative = Math.max(Math.min(LOOSE, size), 0.1 * DONE / size);
        Course step = gmres.solve(r, relative);
        watch.iterated(size, eachProduct * (1 + gmres.steps()));
        return step;
    }
}
