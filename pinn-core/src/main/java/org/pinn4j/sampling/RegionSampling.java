package org.pinn4j.sampling;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;

/** One draw of points from one region: the n points are shared among its pieces, each piece is filled through its map. */
final class RegionSampling {
    private final Domain domain;
    private final Region region;
    private final int n;
    private final RandomStream stream;
    private final Sampler sampler;

    RegionSampling(Domain domain, Region region, int n, RandomStream stream, Sampler sampler) {
        this.domain = domain;
        this.region = region;
        this.n = n;
        this.stream = stream;
        this.sampler = sampler;
    }

    PointSet draw() {
        if (region.data().isPresent()) {
            return given(region.data().get());
        }
        List<Domain.Piece> pieces = domain.pieces(region);
        int most = Integer.MAX_VALUE / domain.axes().size();
        if (n < pieces.size() || n > most) {
            throw new IllegalArgumentException("%s: need at least %d points, one for each piece, and at most %d, got %d"
                    .formatted(region, pieces.size(), most, n));
        }
        long counter = stream.counter();
        int[] shares = shares(pieces);
        PointSet all = IntStream.range(0, shares.length)
                .mapToObj(k -> fill(pieces.get(k), shares[k]))
                .reduce(PointSet::concat)
                .orElseThrow();
        return all.withOrigin(
                new PointSet.Origin(sampler.name(), stream.seed(), stream.stream(), counter, 0, all.count()));
    }

    private PointSet given(DataPoints data) {
        if (data.dimension() != domain.axes().size()) {
            throw new IllegalArgumentException("points: need [count × %d] for axes %s, got [%d × %d]"
                    .formatted(domain.axes().size(), domain.axes(), data.count(), data.dimension()));
        }
        int count = data.count();
        double[] x = new double[data.dimension() * count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = data.value(i);
            for (int axis = 0; axis < data.dimension(); axis++) {
                x[axis * count + i] = data.coordinate(axis, i);
            }
        }
        return PointSet.of(data.dimension(), x).withData(values);
    }

    /** One point each, the rest by measure; what rounding leaves over goes to the largest remainders, the first among
     * equals. Where a double cannot hold the measures, all pieces share alike. */
    private int[] shares(List<Domain.Piece> pieces) {
        double total = domain.measure(region);
        boolean representable = total > 0 && total < Double.POSITIVE_INFINITY; // hundreds of axes may not be
        int rest = n - pieces.size();
        double[] quota = pieces.stream()
                .mapToDouble(p -> rest * (representable ? p.measure() / total : 1.0 / pieces.size()))
                .toArray();
        int[] shares =
                IntStream.range(0, quota.length).map(k -> 1 + (int) quota[k]).toArray();
        int left = n - IntStream.of(shares).sum();
        IntStream.range(0, quota.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> Math.floor(quota[k]) - quota[k]))
                .limit(left)
                .forEach(k -> shares[k]++);
        return shares;
    }

    private PointSet fill(Domain.Piece piece, int share) {
        int dimension = piece.dimension();
        double[] unit = dimension == 0 ? new double[0] : sampler.unitCube(dimension, share, stream);
        int count = dimension == 0 ? 1 : unit.length / dimension;
        int axes = domain.axes().size();
        double[] x = new double[axes * count];
        double[] normals = piece.hasNormal() ? new double[axes * count] : null;
        double[] u = new double[dimension];
        double[] image = new double[axes];
        for (int i = 0; i < count; i++) {
            gather(unit, count, i, u);
            piece.map(u, image);
            scatter(image, x, count, i);
            if (normals != null) {
                piece.normal(u, image);
                scatter(image, normals, count, i);
            }
        }
        PointSet points = PointSet.of(axes, x);
        return normals == null ? points : points.withNormals(normals);
    }

    private static void gather(double[] columns, int count, int i, double[] point) {
        for (int k = 0; k < point.length; k++) {
            point[k] = columns[k * count + i];
        }
    }

    private static void scatter(double[] point, double[] columns, int count, int i) {
        for (int k = 0; k < point.length; k++) {
            columns[k * count + i] = point[k];
        }
    }
}
