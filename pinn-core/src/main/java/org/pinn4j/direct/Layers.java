package org.pinn4j.direct;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Features;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.EndLayer;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

/**
 * Ends of axes where the solution may be steep, each with the width at which an input is stretched: ξ = asinh((x − end)/width)
 * stands beside x, and every feature sees one of the two along the axis.
 *
 * <p><b>Why stretched sines and no placed tanh.</b> Near the end ξ is the distance in widths, further away its logarithm: a wave
 * in ξ is as long as its distance to the end, so that one bandwidth has features of all scales. e^((x−1)/ε) is entire in ξ, and
 * what is smooth in x is left to the features of x. For −εu″ + u′ = 1 with 300 features, ε = 1e-4 and 1e-6, least squares with
 * them end at errors of 1e-12, with 300 tanh at centres and widths over all scales at 1e-7 and 1e-6. In several dimensions a
 * sine of the sum of the inputs is a sum of products of waves along the axes, which carries what is steep along two axes at once;
 * placed tanh needs a product of features there. Near the end ξ has the relative accuracy of x − end, whatever the width.
 * Immutable.
 */
record Layers(List<EndLayer> ends) {
    static final Layers NONE = new Layers(List.of());
    /** In units of the length in which the fastest mode decays: of 1 to 5 the best or nearly so for ε from 1e-2 to 1e-6. */
    private static final double STRETCH = 1.5;
    /** Points are drawn to a distance of this part of a width. */
    private static final double NEAREST = 0.1;

    private static final int HALVINGS = 60;

    Layers {
        ends = List.copyOf(ends);
    }

    /** Those that the equations speak of, on axes that a design sees as they are. */
    static Layers of(Problem problem, AnsatzDesign design) {
        return new Layers(EndLayer.of(problem).stream()
                .filter(e -> base(design, e.axis()) >= 0)
                .map(e -> new EndLayer(e.axis(), e.side(), binary(STRETCH * e.width())))
                .toList());
    }

    /** The nearest power of two: (x − end)/width is rounded nowhere then, as x/width − end/width neither. */
    private static double binary(double width) {
        return Math.scalb(1.0, (int) Math.rint(Math.log(width) / Math.log(2)));
    }

    /** As the inputs of a solution show them: the end where each is steepest, and the width that its slope has there. */
    static Layers of(List<Expr> stretched) {
        return new Layers(stretched.stream().map(Layers::read).toList());
    }

    private static EndLayer read(Expr input) {
        Axis x = Leaves.of(input).axes().iterator().next();
        double atMin = Math.abs(Evaluation.evaluate(input.d(x), List.of(x), new double[] {x.min()}));
        double atMax = Math.abs(Evaluation.evaluate(input.d(x), List.of(x), new double[] {x.max()}));
        double low = 0;
        double high = x.length();
        for (int k = 0; k < HALVINGS; k++) { // the slope is 2/(width·asinh(length/width))
            double width = (low + high) / 2;
            boolean less = 2 / (width * Function.ASINH.value(x.length() / width)) > Math.max(atMin, atMax);
            low = less ? width : low;
            high = less ? high : width;
        }
        return new EndLayer(x, atMin > atMax ? Region.Side.MIN : Region.Side.MAX, (low + high) / 2);
    }

    /** Whether an input more does no harm to what a design has by its inputs: it varies along one axis that is seen as it is. */
    static boolean isFree(AnsatzDesign design, Expr input) {
        Set<Axis> axes = Leaves.of(input).axes();
        return axes.size() == 1 && base(design, axes.iterator().next()) >= 0;
    }

    /** The place among the inputs of an axis that is seen as it is, mapped to [−1, 1]; −1 if it is not. */
    private static int base(AnsatzDesign design, Axis axis) {
        Axis extent = design.place().extent(axis);
        return design.features().indexOf(Features.scaled(axis, extent.min(), extent.max()));
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    Layers withWidths(double factor) {
        return new Layers(ends.stream()
                .map(e -> new EndLayer(e.axis(), e.side(), factor * e.width()))
                .toList());
    }

    /** The design with one more input for each end, after all others. */
    AnsatzDesign design(AnsatzDesign plain) {
        return isEmpty() ? plain : plain.withInputs(inputs());
    }

    private List<Expr> inputs() {
        return ends.stream().map(Layers::input).toList();
    }

    private static Expr input(EndLayer e) {
        Axis x = e.axis();
        double end = e.side() == Region.Side.MIN ? x.min() : x.max();
        return Features.layer(x, end, e.width(), x.min(), x.max());
    }

    /** What a feature may see in place of an input of the plain design: the stretched ones of its axis. */
    List<Expr> alternatives(AnsatzDesign plain, Expr input) {
        int own = plain.features().indexOf(input);
        return ends.stream()
                .filter(e -> base(plain, e.axis()) == own)
                .map(Layers::input)
                .toList();
    }

    /** Points towards these ends, down to a part of their widths. */
    Spread spread(List<Axis> axes) {
        return Spread.towards(
                axes.stream()
                        .map(a -> new Spread.Ends(a, nearest(a, Region.Side.MIN), nearest(a, Region.Side.MAX)))
                        .toList(),
                axes);
    }

    private double nearest(Axis axis, Region.Side side) {
        return ends.stream()
                .filter(e -> e.axis().equals(axis) && e.side() == side)
                .mapToDouble(e -> NEAREST * e.width())
                .min()
                .orElse(0);
    }

    @Override
    public String toString() {
        return ends.stream()
                .map(e -> String.format(
                        Locale.ROOT,
                        "layer %.1e at %s %s",
                        e.width(),
                        e.axis().name(),
                        e.side() == Region.Side.MIN ? "start" : "end"))
                .collect(Collectors.joining(", "));
    }
}
