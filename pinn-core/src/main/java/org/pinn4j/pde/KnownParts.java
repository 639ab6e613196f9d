package org.pinn4j.pde;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The largest parts of an equation that follow from the coordinates alone: sources, data, and coefficients of what is unknown. */
final class KnownParts {
    private final Set<Expr> found = new LinkedHashSet<>();

    private KnownParts() {}

    /** Those that depend on a coordinate. */
    static Set<Expr> of(Expr residual) {
        KnownParts parts = new KnownParts();
        parts.read(residual);
        return parts.found;
    }

    private void read(Expr e) {
        if (Node.known(e) && !Node.has(e, Node.TRACE)) {
            if (Node.hasAxes(e)) {
                found.add(e);
            }
        } else if (e instanceof Sum sum) {
            split(sum.terms(), Sum::of);
        } else if (e instanceof Product product) {
            split(product.factors(), Product::of);
        } else if (e instanceof Power power) {
            read(power.base());
        } else if (e instanceof Call call) {
            read(call.argument());
        }
    }

    private void split(List<Expr> parts, Function<Expr[], Expr> join) {
        Expr[] known = parts.stream().filter(Node::known).toArray(Expr[]::new);
        if (known.length > 0) {
            read(join.apply(known));
        }
        parts.stream().filter(p -> !Node.known(p)).forEach(this::read);
    }
}
