package org.pinn4j.validation.potential;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.problems.Potential;
import org.pinn4j.validation.discrete.Background;

/** What is known of a potential as a background, by the rules of calculus. Safe to share. */
final class KnownPart implements Background {
    private final Potential potential;
    private final Map<List<Integer>, List<Expr>> derivatives = new ConcurrentHashMap<>();

    KnownPart(Potential potential) {
        this.potential = potential;
    }

    @Override
    public double[] values(Field field, List<Integer> orders, double[] x, int n) {
        double[] sum = new double[n];
        for (Expr part : derivatives.computeIfAbsent(orders, this::derived)) {
            double[] values = CoordinateProgram.values(part, potential.field().axes(), x, n);
            for (int i = 0; i < n; i++) {
                sum[i] += Double.isNaN(values[i]) ? singular(orders) : values[i];
            }
        }
        return sum;
    }

    private List<Expr> derived(List<Integer> orders) {
        return potential.known().stream().map(e -> derived(e, orders)).toList();
    }

    private Expr derived(Expr e, List<Integer> orders) {
        Expr derived = e;
        for (int a = 0; a < orders.size(); a++) {
            Axis by = potential.field().axes().get(a);
            for (int k = 0; k < orders.get(a); k++) {
                derived = derived.d(by);
            }
        }
        return derived;
    }

    /** In the singular point itself. */
    private static double singular(List<Integer> orders) {
        int order = orders.stream().mapToInt(k -> k).sum();
        if (order > 1) {
            throw new IllegalStateException(
                    "the known part has no derivative of order %d where it is singular".formatted(order));
        }
        return 0;
    }
}
