package org.pinn4j.solution;

import java.util.List;
import org.pinn4j.pde.Axis;

/** Holds a solution that was read to have values: what has none is refused when it is loaded, not when it is asked. */
final class Evaluable {
    /** Parts of each axis, or of a piece of it, at which it is asked; one value is enough, for a formula may have poles. */
    private static final double[] PLACES = {0.37, 0.61, 0.13, 0.89, 0.5};

    private final Model model;
    private final double[] x;

    private Evaluable(Model model) {
        this.model = model;
        this.x = new double[model.axes()];
    }

    /**
     * @throws IllegalArgumentException if base, factor or features are not expressions of the coordinates alone, fail, or are
     *     finite nowhere that was looked
     */
    static void require(Solution s) {
        new Evaluable(s.model()).require();
    }

    private void require() {
        for (int field = 0; field < model.fields.size(); field++) {
            PointValue value = new PointValue(model, model.ansatz.indexOf(model.fields.get(field)));
            boolean[] seen = new boolean[model.pieces.kinds().size()];
            for (int piece = 0; piece < model.pieces.size(); piece++) {
                int kind = model.pieces.kind(piece);
                if (!seen[kind]) {
                    seen[kind] = true;
                    require(field, piece, value);
                }
            }
        }
    }

    private void require(int field, int piece, PointValue value) {
        try {
            for (double place : PLACES) {
                point(piece, place);
                System.arraycopy(x, 0, value.x, 0, x.length);
                if (Double.isFinite(value.evaluate(true))) {
                    return;
                }
            }
        } catch (RuntimeException e) { // of a formula or of code that it names
            throw new IllegalArgumentException(
                    "field %s cannot be evaluated: %s".formatted(model.fields.get(field), e.getMessage()), e);
        }
        throw new IllegalArgumentException("field %s cannot be evaluated: it has no finite value at any of %d points"
                .formatted(model.fields.get(field), PLACES.length));
    }

    private void point(int piece, double place) {
        List<Axis> axes = model.ansatz.axes();
        for (int a = 0; a < x.length; a++) {
            x[a] = between(axes.get(a).min(), axes.get(a).max(), place);
        }
        double[] ends = model.pieces.ends();
        if (ends.length > 0) {
            x[model.pieces.axis()] = between(ends[piece], ends[piece + 1], place);
        }
    }

    /** Of an axis without ends, near zero. */
    private static double between(double low, double high, double place) {
        double from = Math.max(low, -1);
        double to = Math.min(high, 1);
        return from < to ? from + place * (to - from) : Double.isFinite(low) ? low : high;
    }
}
