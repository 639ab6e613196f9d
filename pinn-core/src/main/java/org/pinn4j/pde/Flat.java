package org.pinn4j.pde;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Expressions with every field and derivative made a coordinate of its own, so that they can be differentiated by these: ∂F/∂u_x
 * is exact. Collects the coordinates of all expressions that it is given; of one thread.
 */
final class Flat {
    private final Map<Derivative, Axis> unknowns = new LinkedHashMap<>();
    private final Map<Axis, Expr> states = new LinkedHashMap<>();

    /** The same expression of coordinates alone. */
    Expr of(Expr e) {
        return e.substitute(leaf -> leaf instanceof Field || leaf instanceof Derivative ? coordinate(leaf) : null);
    }

    /** No axis of a problem is this short, so that none is equal to it; along it nothing jumps, see {@link Jumps}. */
    Axis coordinate(Expr state) {
        return unknowns.computeIfAbsent(Derivative.of(state), d -> {
            Axis axis = Axis.of("state" + unknowns.size(), 0, Double.MIN_VALUE);
            states.put(axis, state);
            return axis;
        });
    }

    /** The fields and derivatives met so far, by their coordinate, in the order met. */
    Map<Axis, Expr> states() {
        return states;
    }

    /** The expression of fields and derivatives again. */
    Expr back(Expr flat) {
        return flat.substitute(leaf -> leaf instanceof Axis ? states.get(leaf) : null);
    }

    /** ∂e/∂state, where e has fields and derivatives as they are. */
    Expr by(Expr e, Expr state) {
        return back(of(e).d(coordinate(state)));
    }
}
