package org.pinn4j.ansatz;

import java.util.Map;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;

/**
 * A reflection the solution obeys exactly: only axis ≥ centre is solved, the rest is its mirror image.
 * @param parity +1 or −1 by field
 */
public record Fold(Axis axis, double centre, Map<Field, Integer> parity) {
    public Fold {
        parity = Map.copyOf(parity);
    }
}
