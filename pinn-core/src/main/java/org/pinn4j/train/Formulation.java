package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.args.Args;

/** What of a statement a training makes small. Immutable; equality is by value. */
public sealed interface Formulation {
    /** An edge of cells across an axis, beside those that are found where the statement jumps. */
    record Edge(String axis, double at) {
        public Edge {
            Args.given(axis, "axis");
            Args.finite(at, "at");
        }

        @Override
        public String toString() {
            return axis + "@" + at;
        }
    }

    /** The squared residuals of the equations at points. */
    record Strong() implements Formulation {}

    /**
     * The energy that the equations follow from, by quadrature (deep Ritz); values on the boundary that are not hard are
     * penalised, each with weight {@value #PENALTY} unless the recipe names another one.
     * Source: E and Yu, Commun. Math. Stat. 6 (2018) 1, whose penalty is 500.
     */
    record Ritz(List<Edge> edges) implements Formulation {
        public static final double PENALTY = 500;

        public Ritz {
            edges = List.copyOf(Args.list(edges, "edges"));
        }
    }

    /**
     * The squared residuals against test functions, polynomials in cells, by Gauss quadrature in the cells.
     * Source: Kharazmi, Zhang, Karniadakis, CMAME 374 (2021) 113547.
     * @param cells along each axis
     * @param degree of the test functions in a cell, along each axis
     */
    record Variational(int cells, int degree, List<Edge> edges) implements Formulation {
        public Variational {
            Args.within(1, 1000, cells, "cells");
            Args.within(1, 32, degree, "degree");
            edges = List.copyOf(Args.list(edges, "edges"));
        }
    }

    /**
     * Regression on paths from fresh points, for a linear parabolic equation.
     * Source: Beck, Becker, Grohs, Jaafari, Jentzen, J. Sci. Comput. 88 (2021) 73.
     * @param steps of a path whose law is not known
     */
    record Kolmogorov(int steps) implements Formulation {
        public Kolmogorov {
            Args.within(1, 1_000_000, steps, "steps");
        }
    }

    /** Where cells have to have edges as far as the recipe says. */
    default List<Edge> edges() {
        return List.of();
    }

    /** With an edge of cells where something is not smooth at one value of an axis. */
    default Formulation withEdge(String axis, double at) {
        Args.given(axis, "axis");
        List<Edge> more = new ArrayList<>(edges());
        more.add(new Edge(axis, at));
        if (this instanceof Variational v) {
            return new Variational(v.cells, v.degree, more);
        }
        if (this instanceof Ritz) {
            return new Ritz(more);
        }
        throw new IllegalArgumentException(
                "edge %s = %s: residuals at points and paths have no cells".formatted(axis, at));
    }

    /** Whether it is that of residuals at points. */
    default boolean isStrong() {
        return this instanceof Strong;
    }
}
