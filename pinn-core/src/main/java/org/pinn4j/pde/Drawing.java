package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Points on the pieces of a part: n are shared among the pieces, each piece is filled through its map. */
final class Drawing {
    private static final int ROUNDS = 200;

    private final Region region;
    private final int axes;
    private final List<Part.Piece> pieces;

    Drawing(Region region, List<Axis> axes, List<Part.Piece> pieces) {
        this.region = region;
        this.axes = axes.size();
        this.pieces = pieces;
    }

    Part.Draw draw(int n, Part.Cube cube) {
        int most = Integer.MAX_VALUE / axes;
        if (n < pieces.size() || n > most) {
            throw new IllegalArgumentException("%s: need at least %d points, one for each piece, and at most %d, got %d"
                    .formatted(region, pieces.size(), most, n));
        }
        int[] shares = shares(n);
        return joined(IntStream.range(0, shares.length)
                .mapToObj(k -> fill(pieces.get(k), shares[k], cube))
                .toList());
    }

    /** Draws again until n points pass the test. */
    Part.Draw drawKept(int n, Part.Cube cube, Predicate<double[]> test) {
        List<Part.Draw> draws = new ArrayList<>();
        int count = 0;
        for (int round = 0; round < ROUNDS && count < n; round++) {
            Part.Draw all = draw(Math.max(n, pieces.size()), cube);
            int[] kept = kept(all, test);
            int taken = Math.min(kept.length, n - count);
            draws.add(picked(all, Arrays.copyOf(kept, taken)));
            count += taken;
        }
        if (count < n) {
            throw new IllegalArgumentException("%s: of %d points drawn only %d lie in it; need a larger part"
                    .formatted(region, (long) ROUNDS * n, count));
        }
        return joined(draws);
    }

    int count(Part.Draw draw, Predicate<double[]> test) {
        return kept(draw, test).length;
    }

    private int[] kept(Part.Draw all, Predicate<double[]> test) {
        int n = all.x().length / axes;
        double[] point = new double[axes];
        return IntStream.range(0, n)
                .filter(i -> {
                    gather(all.x(), n, i, point);
                    return test.test(point);
                })
                .toArray();
    }

    private Part.Draw picked(Part.Draw all, int[] kept) {
        return new Part.Draw(columns(all.x(), kept), all.normals().map(v -> columns(v, kept)));
    }

    private double[] columns(double[] values, int[] kept) {
        int n = values.length / axes;
        double[] result = new double[axes * kept.length];
        for (int a = 0; a < axes; a++) {
            for (int i = 0; i < kept.length; i++) {
                result[a * kept.length + i] = values[a * n + kept[i]];
            }
        }
        return result;
    }

    private Part.Draw joined(List<Part.Draw> draws) {
        if (draws.size() == 1) {
            return draws.get(0);
        }
        List<double[]> normals =
                draws.stream().flatMap(d -> d.normals().stream()).toList();
        return new Part.Draw(
                side(draws.stream().map(Part.Draw::x).toList()),
                normals.isEmpty() ? Optional.empty() : Optional.of(side(normals)));
    }

    /** Matrices [axes × nᵢ] side by side. */
    private double[] side(List<double[]> parts) {
        int total = parts.stream().mapToInt(p -> p.length).sum() / axes;
        double[] result = new double[axes * total];
        int from = 0;
        for (double[] part : parts) {
            int n = part.length / axes;
            for (int a = 0; a < axes; a++) {
                System.arraycopy(part, a * n, result, a * total + from, n);
            }
            from += n;
        }
        return result;
    }

    /** One point each, the rest by measure; what rounding leaves over goes to the largest remainders, the first among
     * equals. Where a double cannot hold the measures, all pieces share alike. */
    private int[] shares(int n) {
        double total = pieces.stream().mapToDouble(Part.Piece::measure).sum();
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

    private Part.Draw fill(Part.Piece piece, int share, Part.Cube cube) {
        int dimension = piece.dimension();
        double[] unit = dimension == 0 ? new double[0] : cube.points(dimension, share);
        int count = dimension == 0 ? 1 : unit.length / dimension;
        double[] x = new double[axes * count];
        double[] normals = new double[piece.hasNormal() ? x.length : 0];
        double[] u = new double[dimension];
        double[] image = new double[axes];
        double[] normal = new double[axes];
        for (int i = 0; i < count; i++) {
            gather(unit, count, i, u);
            piece.map(u, image);
            scatter(image, x, count, i);
            if (piece.hasNormal()) {
                piece.normal(image, normal);
                scatter(normal, normals, count, i);
            }
        }
        return new Part.Draw(x, piece.hasNormal() ? Optional.of(normals) : Optional.empty());
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

    /** The additive recurrence of the generalised golden ratio. Source: Roberts, Extreme Learning (2018). */
    static double[] recurrence(int dimension, int n) {
        double root = 2;
        for (int k = 0; k < 60; k++) {
            root = Math.pow(1 + root, 1.0 / (dimension + 1)); // of x^(dimension + 1) = x + 1
        }
        double[] x = new double[dimension * n];
        for (int a = 0; a < dimension; a++) {
            double step = Math.pow(root, -(a + 1.0));
            for (int i = 0; i < n; i++) {
                double next = 0.5 + step * (i + 1);
                x[a * n + i] = next - Math.floor(next);
            }
        }
        return x;
    }
}
