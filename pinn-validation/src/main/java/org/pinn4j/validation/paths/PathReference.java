package org.pinn4j.validation.paths;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.solution.Reference;

/**
 * Means over paths at some points, as a reference: its floor is that of the 99 % intervals. At other points it has no answer. Immutable.
 */
public final class PathReference implements Reference {
    private final FeynmanKac paths;
    private final Map<java.util.List<Double>, PathMean> means = new LinkedHashMap<>();

    private PathReference(FeynmanKac paths, PointSet points) {
        this.paths = paths;
        for (int i = 0; i < points.count(); i++) {
            double[] point = points.point(i);
            means.put(key(point), paths.at(point));
        }
    }

    /** @param points by the axes of the problem; each takes all the paths */
    public static PathReference at(FeynmanKac paths, PointSet points) {
        Args.given(paths, "paths", points, "points");
        int axes = paths.equation().problem().axes().size();
        if (points.dimension() != axes || points.count() == 0) {
            throw new IllegalArgumentException("points: need [%d × n] with n > 0, got [%d × %d]"
                    .formatted(axes, points.dimension(), points.count()));
        }
        return new PathReference(paths, points);
    }

    private static java.util.List<Double> key(double[] point) {
        return java.util.Arrays.stream(point).boxed().toList();
    }

    @Override
    public String kind() {
        return paths.isExact() ? "mean over paths" : "mean over paths in steps";
    }

    @Override
    public boolean knows(Field field) {
        Args.given(field, "field");
        return field.equals(paths.equation().field());
    }

    /** @throws IllegalArgumentException at a point that is not one of those it was made for */
    @Override
    public double[] values(Field field, double[] x, int n) {
        Args.given(field, "field", x, "x");
        if (!knows(field)) {
            throw new IllegalArgumentException("field %s: the paths are those of %s"
                    .formatted(field, paths.equation().field()));
        }
        var axes = paths.equation().problem().axes();
        Args.atLeast((long) axes.size() * Args.atLeast(0, n, "n"), x, "x");
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double[] point = new double[axes.size()];
            for (int a = 0; a < point.length; a++) {
                point[a] = x[field.axes().indexOf(axes.get(a)) * n + i];
            }
            PathMean mean = means.get(key(point));
            if (mean == null) {
                throw new IllegalArgumentException("point %s: paths were drawn from %d others; make a reference at it"
                        .formatted(java.util.Arrays.toString(point), means.size()));
            }
            values[i] = mean.mean();
        }
        return values;
    }

    @Override
    public double floor() {
        double error = 0;
        double size = 0;
        for (PathMean m : means.values()) {
            error += m.halfWidth() * m.halfWidth();
            size += m.mean() * m.mean();
        }
        return size == 0 ? 1 : Math.max(1e-15, Math.sqrt(error / size));
    }
}
