package org.pinn4j.pde;

import org.pinn4j.args.Args;

/**
 * A part of an energy: the integral of a density over a region, the whole interior or a whole part of the boundary. Immutable;
 * equality is by value.
 * @param density of the coordinates, the fields and, in the interior, their first derivatives
 */
public record Energy(Expr density, Region region) {
    public Energy {
        Args.given(density, "density", region, "region");
    }

    @Override
    public String toString() {
        return "minimise the integral of " + density + " over " + region;
    }
}
