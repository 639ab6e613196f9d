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
        for (int t = 0; t < points.tiles(); t++) {
            Tile tile = points.tile(t);
            for (int i = 0; i < points.height(t); i++) {
                if (!Double.isFinite(r[tile.row() + i])) {
                    RegionProgram region = points.regions().get(tile.region());
                    return "condition '%s' at (%s) gives %s"
                            .formatted(
                                    region.conditions().get(i / tile.n()).name(),
                                    place(points.points(tile.region()), axes, tile.first() + i % tile.n()),
                                    r[tile.row() + i]);
                }
            }
        }
        return "the sum of finite residuals overflows";
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
