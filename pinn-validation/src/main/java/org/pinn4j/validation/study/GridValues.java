package org.pinn4j.validation.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** A reference that remembers its values on one grid, which every run of a study is measured on. Confined to one thread. */
final class GridValues implements Reference {
    private final Reference source;
    private final double[] points;
    private final Map<Field, double[]> known = new HashMap<>();

    GridValues(Reference source, Grid grid) {
        this.source = source;
        this.points = grid.points().coordinates();
    }

    @Override
    public String kind() {
        return source.kind();
    }

    @Override
    public boolean knows(Field field) {
        return source.knows(field);
    }

    @Override
    public double floor() {
        return source.floor();
    }

    @Override
    public double[] values(Field field, double[] x, int n) {
        return Arrays.equals(x, points)
                ? known.computeIfAbsent(field, f -> source.values(f, points, n)).clone()
                : source.values(field, x, n);
    }
}
