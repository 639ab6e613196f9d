package org.pinn4j.pde;

import java.util.List;
import org.pinn4j.args.Args;

/**
 * What a statement says of a layer at one end of an axis: its equations have modes there that decay within a small part of the
 * axis. Data that meet the slow modes alone leave no layer; whether there is one is for a solve to say.
 * @param side MIN or MAX
 * @param width in which the fastest mode falls by a factor e, in units of the axis
 */
public record EndLayer(Axis axis, Region.Side side, double width) {
    public EndLayer {
        Args.given(axis, "axis", side, "side");
    }

    /** Those of all axes with ends, in the order of the axes; none if the equations cannot be told apart. */
    public static List<EndLayer> of(Problem problem) {
        Args.given(problem, "problem");
        return EndLayers.of(Reading.of(problem));
    }
}
