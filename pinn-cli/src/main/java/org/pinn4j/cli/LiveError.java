package org.pinn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.order.RelativeL2;

/** The relative L2 error over all fields on a part of a grid: good enough to watch. */
final class LiveError {
    private static final int POINTS = 1000;

    private final List<Field> fields;
    private final int count;
    private final double[] points; // [axes × count]
    private final List<double[]> truth = new ArrayList<>();

    LiveError(Domain domain, List<Field> fields, Grid grid, Reference reference) {
        this.fields = fields;
        int n = grid.size();
        int stride = Math.max(1, n / POINTS);
        double[] all = grid.coordinates(domain.axes());
        int[] chosen = IntStream.iterate(0, i -> i < n, i -> i + stride)
                .filter(i -> domain.box().isPresent() || FieldValues.isInside(domain, all, n, i))
                .toArray();
        this.count = chosen.length;
        this.points = new double[domain.axes().size() * count];
        for (int k = 0; k < points.length; k++) {
            points[k] = all[k / count * n + chosen[k % count]];
        }
        fields.forEach(f -> truth.add(FieldValues.of(reference, f, domain, points, count)));
    }

    /** √(Σe²/Σu²) over points and fields; √(Σe²) where the truth is zero. */
    double of(Solution solution) {
        RelativeL2 distance = new RelativeL2();
        for (int k = 0; k < truth.size(); k++) {
            distance.add(FieldValues.of(solution, fields.get(k), points, count), truth.get(k));
        }
        return distance.value();
    }
}
