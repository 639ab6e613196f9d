package org.pinn4j.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.order.RelativeL2;

/**
 * The values of a reference on a grid.
 * @param byName of each field, [points of the grid], the grid's first axis slowest
 */
record FieldValues(Map<String, double[]> byName) {
    /** @param grid over the axes of the problem, in any order */
    static FieldValues of(Reference reference, Problem problem, Grid grid) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Field field : problem.fields()) {
            values.put(field.name(), reference.values(field, grid.coordinates(field.axes()), grid.size()));
        }
        return new FieldValues(values);
    }

    /** @param x [axes × n] in the order of the domain's axes @return [n]; NaN outside of a shape that is no box */
    static double[] of(Reference reference, Field field, Domain domain, double[] x, int n) {
        List<Axis> axes = domain.axes();
        double[] own = new double[field.axes().size() * n];
        for (int a = 0; a < field.axes().size(); a++) {
            System.arraycopy(x, axes.indexOf(field.axes().get(a)) * n, own, a * n, n);
        }
        return blankOutside(domain, x, n, reference.values(field, own, n));
    }

    /** @param x [axes × n] in the order of the problem's axes @return [n]; NaN outside of a shape that is no box */
    static double[] of(Solution solution, Expr expression, double[] x, int n) {
        Domain domain = solution.problem().domain();
        boolean box = domain.box().isPresent();
        Evaluator evaluator = (box ? solution : solution.extrapolating()).evaluator(expression);
        double[] out = new double[n];
        evaluator.evaluate(x, n, out, evaluator.scratch());
        return blankOutside(domain, x, n, out);
    }

    private static double[] blankOutside(Domain domain, double[] x, int n, double[] values) {
        boolean box = domain.box().isPresent();
        return IntStream.range(0, n)
                .mapToDouble(i -> box || isInside(domain, x, n, i) ? values[i] : Double.NaN)
                .toArray();
    }

    static boolean isInside(Domain domain, double[] x, int n, int i) {
        double[] point = new double[domain.axes().size()];
        for (int a = 0; a < point.length; a++) {
            point[a] = x[a * n + i];
        }
        return domain.contains(point, Domain.ROUNDING);
    }

    /** The axes of a grid around a domain: an axis without ends reaches as far as the shape does. */
    static List<Axis> gridAxes(Problem problem) {
        return problem.axes().stream()
                .map(a -> a.isBounded() ? a : problem.domain().extent(a))
                .toList();
    }

    /** √(Σe²/Σu²) over all fields, u these values; √(Σe²) where they are zero. */
    double distance(FieldValues other) {
        RelativeL2 distance = new RelativeL2();
        byName.forEach((field, u) -> distance.add(other.byName.get(field), u));
        return distance.value();
    }
}
