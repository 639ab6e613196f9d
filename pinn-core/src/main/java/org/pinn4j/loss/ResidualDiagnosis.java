package org.pinn4j.loss;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;

/** Which condition at which point is not finite. */
final class ResidualDiagnosis {
    private ResidualDiagnosis() {}

    /** @param r rows of all points */
    static String of(TiledPoints points, List<Axis> axes, double[] r) {
        int worst = 0; // the first that is not finite, otherwise the largest
        for (int row = 0; row < points.rows() && Double.isFinite(r[worst]); row++) {
            worst = Math.abs(r[row]) <= Math.abs(r[worst]) ? worst : row;
        }
        for (int t = 0; t < points.tiles(); t++) {
            int within = worst - points.tile(t).row();
            if (within >= 0 && within < points.height(t)) {
                return of(points, points.tile(t), within, axes, r[worst]);
            }
        }
        throw new IllegalArgumentException("rows: need those of %d points".formatted(points.count()));
    }

    private static String of(TiledPoints points, Tile tile, int row, List<Axis> axes, double value) {
        RegionPoints at = points.points(tile.region());
        int point = tile.first() + row % tile.n();
        String gives = Double.isFinite(value)
                ? " gives %s, and squares of such numbers have no finite sum".formatted(value)
                : at.thrown(point).map(words -> ": " + words).orElse(" gives " + value);
        return "condition '%s' at (%s)%s"
                .formatted(
                        points.regions()
                                .get(tile.region())
                                .conditions()
                                .get(row / tile.n())
                                .name(),
                        place(at, axes, point),
                        gives);
    }

    private static String place(RegionPoints at, List<Axis> axes, int point) {
        return IntStream.range(0, axes.size())
                .mapToObj(a -> String.format(
                        Locale.ROOT,
                        "%s = %.6g",
                        axes.get(a).name(),
                        at.points().coordinate(a, point)))
                .collect(Collectors.joining(", "));
    }
}
