package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pinn4j.random.RandomStream;

/**
 * Whether a function of the coordinates is the integral of its derivative along an axis. A step is not, whatever its code or its
 * formula gives for a derivative (zero, as a rule), so that an equation with that derivative loses the step: the conductivity
 * drops out of ∇·(k∇u). Looked at on seeded lines, by panels; where values and integral differ, the worse half is followed to
 * the width at which a steep function is resolved and a jump still is one, whatever its formula is made of.
 * <p>A step up and down again is seen where a line has a node between the two. The nodes of the lines are shifted against each
 * other, so that of a function of one coordinate nothing wider than a 1024th of its axis is missed; of several, what none of
 * sixteen lines meets, and what a line passes within a 64th of the axis, may be.
 */
final class Jumps {
    private static final int LINES = 16;
    /** Every fourth line is integrated; the others are looked at for what a trapezium cannot explain, at a third of the price. */
    private static final int INTEGRATED = 4;

    private static final double UNEXPLAINED = 1e-3;
    private static final int PANELS = 64;
    /** Of the range of the values: less is no jump that anybody means. */
    private static final double LEAST = 1e-6;
    /** Of the values themselves: a smaller range is rounding. */
    private static final double ROUNDING = 1e-9;
    /** Divisions after which a layer of a billionth of the axis is resolved. */
    private static final int HALVINGS = 30;
    /** Not half, so that a function that is written about a round number is not asked at that number itself, where it has no value. */
    private static final double DIVISION = 0.4877;
    /** Beside a point without a value, relative to the axis: less than the last division. */
    private static final double BESIDE = 0x1p-45;

    /** A jump keeps its height over this many divisions, of which a root or a layer loses a part. */
    private static final int LASTING = 12;

    private static final double KEPT = 0.9;
    /** Of the range of the values; what goes on growing is a pole. */
    private static final double HIGHEST = 4;

    private static final double[] NODE = {0, 0.5384693101056831, 0.9061798459386640};
    private static final double[] WEIGHT = {0.5688888888888889, 0.4786286704993665, 0.2369268850561891};

    private final Expr value;
    private final Expr slope;
    private final Axis along;
    private final List<Axis> axes;
    private final double[] point;
    private final int line;
    private double range;
    private int inconsistent;

    /** @param slope null if the values alone are known */
    private Jumps(Expr value, Expr slope, Axis along, double[] point, int line, List<Axis> axes) {
        this.value = value;
        this.slope = slope;
        this.along = along;
        this.axes = axes;
        this.point = point;
        this.line = line;
    }

    /** What is wrong with differentiating {@code value} along an axis, if something is. @param slope null if there is none */
    static Optional<String> of(Expr value, Expr slope, Axis along) {
        List<Axis> axes = new ArrayList<>(Leaves.of(value).axes());
        boolean state = along.length() < Double.MIN_NORMAL; // a state that stands as a coordinate, see LinearTerms
        if (state
                || !axes.contains(along)
                || !along.isBounded()) { // of a shape only what its domain bounds could be seen
            return Optional.empty();
        }
        RandomStream random = RandomStream.of(1, "jumps");
        for (int k = 0; k < LINES; k++) {
            double[] point = axes.stream()
                    .mapToDouble(a ->
                            a.isBounded() ? a.min() + a.length() * random.nextDouble() : 2 * random.nextDouble() - 1)
                    .toArray();
            Optional<String> found = new Jumps(value, slope, along, point, k, axes).onLine();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private double at(Expr e, double x) {
        point[axes.indexOf(along)] = x;
        double value = Evaluation.evaluate(e, axes, point);
        if (Double.isNaN(value)) {
            point[axes.indexOf(along)] = x + (x < along.max() ? BESIDE : -BESIDE) * along.length();
            return Evaluation.evaluate(e, axes, point);
        }
        return value;
    }

    private Optional<String> onLine() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double[] values = new double[PANELS + 2];
        for (int p = 0; p < values.length; p++) {
            values[p] = at(value, place(p));
            least = Math.min(least, values[p]);
            most = Math.max(most, values[p]);
        }
        range = most - least;
        if (range <= ROUNDING * Math.max(Math.abs(most), Math.abs(least))) {
            return Optional.empty();
        }
        double[] slopes = slopes();
        for (int p = 0; p <= PANELS && range > 0; p++) {
            Optional<String> jump = explained(p, values, slopes)
                    ? Optional.empty()
                    : jump(place(p), values[p], place(p + 1), values[p + 1]);
            if (jump.isPresent()) {
                return jump;
            }
        }
        return inconsistent <= PANELS / 4
                ? Optional.empty()
                : Optional.of(("the derivative in %s that the code of %s gives is not that of its values; compute with"
                                + " the numbers it is handed and not with their getReal()")
                        .formatted(along, value));
    }

    /** Slopes at both ends, or differences beside it, that explain the difference of the values are enough on most lines. */
    private boolean explained(int panel, double[] values, double[] slopes) {
        if (line % INTEGRATED == 0) {
            return false;
        }
        if (slope == null) {
            double rise = values[panel + 1] - values[panel];
            double before = panel == 0 ? rise : values[panel] - values[panel - 1];
            double after = panel == PANELS ? rise : values[panel + 2] - values[panel + 1];
            return Math.max(Math.abs(rise - before), Math.abs(rise - after)) <= UNEXPLAINED * range;
        }
        double rise = (place(panel + 1) - place(panel)) / 2 * (slopes[panel] + slopes[panel + 1]);
        return Math.abs(values[panel + 1] - values[panel] - rise) <= UNEXPLAINED * range;
    }

    /** At the nodes; none on a line that is integrated. */
    private double[] slopes() {
        return line % INTEGRATED == 0 || slope == null
                ? new double[0]
                : IntStream.range(0, PANELS + 2)
                        .mapToDouble(p -> at(slope, place(p)))
                        .toArray();
    }

    /** The ends of the axis, and between them nodes a panel apart. */
    private double place(int node) {
        double shift = (line + 0.5) / LINES;
        return node > PANELS ? along.max() : along.min() + along.length() * Math.max(0, node - 1 + shift) / PANELS;
    }

    private Optional<String> jump(double left, double before, double right, double after) {
        double a = left;
        double b = right;
        double va = before;
        double vb = after;
        double[] gaps = new double[HALVINGS];
        for (int k = 0; k < HALVINGS; k++) {
            double gap = Math.abs(vb - va - integral(a, b));
            gaps[k] = gap;
            if (!(gap > LEAST * range)) {
                boolean apart = gap > 1e-3 * (Math.abs(vb - va) + Math.abs(integral(a, b)));
                inconsistent += slope != null && apart && gap > 1e-9 * (Math.abs(va) + range) ? 1 : 0;
                return Optional.empty();
            }
            double m = a + DIVISION * (b - a);
            double vm = at(value, m);
            if (Math.abs(vm - va - integral(a, m)) >= Math.abs(vb - vm - integral(m, b))) {
                b = m;
                vb = vm;
            } else {
                a = m;
                va = vm;
            }
        }
        double gap = gaps[HALVINGS - 1];
        if (gap < KEPT * gaps[HALVINGS - 1 - LASTING] || gap > HIGHEST * range) {
            return Optional.empty();
        }
        return Optional.of("%s jumps at %s = %s, from %s to %s, and no derivative of it knows that"
                .formatted(value, along, Printer.number((float) a), Printer.number(va), Printer.number(vb)));
    }

    private double integral(double a, double b) {
        double half = (b - a) / 2;
        double sum = 0;
        for (int k = -2; k <= 2 && slope != null; k++) {
            sum += half * WEIGHT[Math.abs(k)] * at(slope, (a + b) / 2 + Math.signum(k) * half * NODE[Math.abs(k)]);
        }
        return sum;
    }

    /** @throws IllegalArgumentException if a known value jumps along an axis. @param whole what was to be differentiated */
    static void refuse(Expr value, Axis along, Expr whole) {
        if (Node.has(value, Node.INDEXED)) {
            refuseIndexed(value, along, whole);
            return;
        }
        of(value, null, along).ifPresent(jump -> {
            throw new IllegalArgumentException("(%s).d(%s): %s; %s".formatted(whole, along, jump, REMEDY));
        });
    }

    /** No value belongs to a leaf of an index: roots and quotients are taken for smooth, magnitudes and signs are not. */
    private static void refuseIndexed(Expr value, Axis along, Expr whole) {
        if (Node.has(value, Node.KINKED)) {
            throw new IllegalArgumentException(
                    "(%s).d(%s): %s has a magnitude or a sign in a sum over an index; write the terms one by one"
                            .formatted(whole, along, value));
        }
    }

    /** What to do about it, in words. */
    static final String REMEDY =
            "make the flux a field, q = k·u_x with q_x in the equation (guide, A jump across a plane),"
                    + " or make it smooth";
}
