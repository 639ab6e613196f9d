package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.random.RandomStream;

/**
 * Whether a function of the coordinates is the integral of its derivative along an axis. A step is not, whatever its code or its
 * formula gives for a derivative (zero, as a rule), so that an equation with that derivative loses the step: the conductivity
 * drops out of ∇·(k∇u). Looked at on seeded lines, by panels; where values and integral differ, the worse half is followed to
 * the width at which a steep function is resolved and a jump still is one.
 */
final class Jumps {
    private static final int LINES = 4;
    private static final int PANELS = 64;
    /** Of the range of the values: less is no jump that anybody means. */
    private static final double LEAST = 1e-6;
    /** Halvings after which a layer of a billionth of the axis is resolved. */
    private static final int HALVINGS = 30;

    private static final double[] NODE = {0, 0.5384693101056831, 0.9061798459386640};
    private static final double[] WEIGHT = {0.5688888888888889, 0.4786286704993665, 0.2369268850561891};

    private final Expr value;
    private final Expr slope;
    private final Axis along;
    private final List<Axis> axes;
    private final double[] point;
    private double range;
    private int inconsistent;

    /** @param slope null if the values alone are known */
    private Jumps(Expr value, Expr slope, Axis along, double[] point, List<Axis> axes) {
        this.value = value;
        this.slope = slope;
        this.along = along;
        this.axes = axes;
        this.point = point;
    }

    /** What is wrong with differentiating {@code value} along an axis, if something is. @param slope null if there is none */
    static Optional<String> of(Expr value, Expr slope, Axis along) {
        List<Axis> axes = new ArrayList<>(Leaves.of(value).axes());
        if (!axes.contains(along) || !along.isBounded()) { // of a shape only what its domain bounds could be looked at
            return Optional.empty();
        }
        RandomStream random = RandomStream.of(1, "jumps");
        for (int k = 0; k < LINES; k++) {
            double[] point = axes.stream()
                    .mapToDouble(a ->
                            a.isBounded() ? a.min() + a.length() * random.nextDouble() : 2 * random.nextDouble() - 1)
                    .toArray();
            Optional<String> found = new Jumps(value, slope, along, point, axes).onLine();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private double at(Expr e, double x) {
        point[axes.indexOf(along)] = x;
        return Evaluation.evaluate(e, axes, point);
    }

    private Optional<String> onLine() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double[] values = new double[PANELS + 1];
        for (int p = 0; p <= PANELS; p++) {
            values[p] = at(value, place(p));
            least = Math.min(least, values[p]);
            most = Math.max(most, values[p]);
        }
        range = most - least;
        for (int p = 0; p < PANELS && range > 0; p++) {
            Optional<String> jump = jump(place(p), values[p], place(p + 1), values[p + 1]);
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

    private double place(int panel) {
        return along.min() + along.length() * panel / PANELS;
    }

    private Optional<String> jump(double left, double before, double right, double after) {
        double a = left;
        double b = right;
        double va = before;
        double vb = after;
        for (int k = 0; k < HALVINGS; k++) {
            double gap = Math.abs(vb - va - integral(a, b));
            if (!(gap > LEAST * range)) {
                boolean apart = gap > 1e-3 * (Math.abs(vb - va) + Math.abs(integral(a, b)));
                inconsistent += slope != null && apart && gap > 1e-9 * (Math.abs(va) + range) ? 1 : 0;
                return Optional.empty();
            }
            double m = (a + b) / 2;
            double vm = at(value, m);
            if (Math.abs(vm - va - integral(a, m)) >= Math.abs(vb - vm - integral(m, b))) {
                b = m;
                vb = vm;
            } else {
                a = m;
                va = vm;
            }
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

    /** What to do about it, in words. */
    static final String REMEDY =
            "make the flux a field, q = k·u_x with q_x in the equation (guide, A jump across a plane),"
                    + " or make it smooth";
}
