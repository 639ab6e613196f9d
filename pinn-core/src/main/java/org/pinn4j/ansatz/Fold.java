package org.pinn4j.ansatz;

import java.util.Map;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;

/**
 * A reflection the solution obeys exactly: only axis ≥ centre is solved, the rest is its mirror image.
 * @param parity +1 or −1 by field
 */
public record Fold(Axis axis, double centre, Map<Field, Integer> parity) {
    public Fold {
        Args.given(axis, "axis");
        Args.map(parity, "parity");
        parity = Map.copyOf(parity);
    }
}
