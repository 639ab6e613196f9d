package org.pinn4j.pde;

import org.pinn4j.args.Args;

/**
 * A place where a known function of a statement is large on a short stretch of an axis: a pulse in a source, or the slope of a
 * coefficient in a layer. What is sampled more coarsely than that does not know it.
 * @param function what is concentrated there
 * @param axis along which
 * @param at the coordinate of its middle
 * @param width of the stretch where its magnitude is half of the largest or more, to a factor of two
 * @param share of the integral of its magnitude along the axis, from 0 to 1
 * @param aligned whether it stands at the same coordinate wherever on the other axes it was met
 */
public record Pulse(Expr function, Axis axis, double at, double width, double share, boolean aligned) {
    public Pulse {
        Args.given(function, "function", axis, "axis");
    }

    Pulse moving() {
        return new Pulse(function, axis, at, width, share, false);
    }

    /** For messages. */
    @Override
    public String toString() {
        return "%.0f %% of the integral of %s along %s lie within %s of %s = %s"
                .formatted(
                        100 * share, function, axis, Printer.number((float) width), axis, Printer.number((float) at));
    }
}
