package org.pinn4j.pde;

import java.util.List;
import org.pinn4j.args.Args;

/**
 * An equation as the balance of a flux: source − Σ_i d/dx_i (flux_i) = 0. Against a test function v that vanishes on the boundary
 * it is ∫ source·v + Σ_i flux_i·v_i = 0, which asks no derivative of the flux. Immutable.
 * @param name of the equation that it is
 * @param flux by the problem's axes
 */
public record Flux(String name, Expr source, List<Expr> flux) {
    public Flux {
        Args.given(name, "name", source, "source");
        Args.list(flux, "flux");
        flux = List.copyOf(flux);
    }

    /** The equation where the flux is smooth; on both sides of a jump of the flux it holds, the jump itself it does not know. */
    Expr residual(List<Axis> axes) {
        Expr sum = source;
        for (int a = 0; a < flux.size(); a++) {
            sum = sum.minus(flux.get(a).accept(new PieceSlope(axes.get(a))));
        }
        return sum;
    }
}
