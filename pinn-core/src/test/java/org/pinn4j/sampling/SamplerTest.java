package org.pinn4j.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Box;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;

class SamplerTest {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis Y = Axis.of("y", 0, 5);
    private static final Axis T = Axis.time("t", 0, 0.5);
    private static final Domain BOX = Box.of(X, Y, T);

    static Stream<Sampler> random() {
        return Stream.of(new Uniform(), new LatinHypercube(), new Halton(), new Sobol());
    }

    @ParameterizedTest
    @MethodSource("random")
    void everyRuleIsFoundByItsName(Sampler sampler) {
        assertEquals(sampler, Sampler.named(sampler.name()));
        var e = assertThrows(IllegalArgumentException.class, () -> Sampler.named("grid"));
        assertTrue(e.getMessage().contains("known are") && e.getMessage().contains(sampler.name()), e.getMessage());
    }

    private static RandomStream stream(long seed) {
        return RandomStream.of(seed, "points");
    }

    @ParameterizedTest
    @MethodSource("random")
    void pointsLieInTheRegionAndFacesExactly(Sampler sampler) {
        PointSet interior = sampler.sample(BOX, Region.interior(), 343, stream(1));
        assertEquals(343, interior.count());
        assertFalse(interior.hasNormals());
        for (int i = 0; i < interior.count(); i++) {
            assertTrue(BOX.contains(interior.point(i)));
        }
        PointSet end = sampler.sample(BOX, T.end(), 121, stream(1));
        assertEquals(121, end.count());
        for (int i = 0; i < end.count(); i++) {
            assertTrue(BOX.contains(end.point(i)));
            assertEquals(0.5, end.coordinate(2, i));
            assertEquals(1, end.normal(2, i));
        }
    }

    @ParameterizedTest
    @MethodSource("random")
    void boundaryPointsAreSharedByMeasureAndCarryOutwardNormals(Sampler sampler) {
        PointSet p = sampler.sample(BOX, Region.boundary(), 1601, stream(2));
        assertEquals(1601, p.count());
        int[] faces = new int[4];
        for (int i = 0; i < p.count(); i++) {
            int axis = p.normal(0, i) != 0 ? 0 : 1;
            boolean upper = p.normal(axis, i) > 0;
            Axis a = BOX.axes().get(axis);
            assertEquals(upper ? a.max() : a.min(), p.coordinate(axis, i));
            assertEquals(1, Math.abs(p.normal(axis, i)));
            assertEquals(0, p.normal(1 - axis, i));
            assertEquals(0, p.normal(2, i));
            faces[2 * axis + (upper ? 1 : 0)]++;
        }
        int[] byMeasure = {500, 500, 300, 300}; // lengths 5, 5, 3, 3 of the perimeter 16
        for (int face = 0; face < 4; face++) {
            assertEquals(byMeasure[face], faces[face], 1, Arrays.toString(faces));
        }
    }

    @ParameterizedTest
    @MethodSource("random")
    void everyPieceHasAtLeastOnePoint(Sampler sampler) {
        Domain thin = Box.of(Axis.of("x", 0, 1e-9), Axis.of("y", 0, 1e9));
        PointSet p = sampler.sample(thin, Region.boundary(), 4, stream(1));
        assertEquals(4, p.count());
        assertEquals(0, Arrays.stream(p.normals()).sum());
        var e = assertThrows(
                IllegalArgumentException.class, () -> sampler.sample(thin, Region.boundary(), 3, stream(1)));
        assertTrue(e.getMessage().contains("at least 4 points"), e.getMessage());
    }

    @Test
    void boxesOfManyAxesAreFilledThoughNoDoubleHoldsTheirMeasure() {
        for (double length : new double[] {1e-3, 1e3}) {
            List<Axis> axes = IntStream.range(0, 300)
                    .mapToObj(k -> Axis.of("x" + k, 0, length))
                    .toList();
            assertEquals(
                    64,
                    new Sobol().sample(axes, Region.interior(), 64, stream(1)).count());
            assertEquals(
                    1201,
                    new Uniform()
                            .sample(axes, Region.boundary(), 1201, stream(1))
                            .count());
        }
    }

    @ParameterizedTest
    @MethodSource("random")
    void theEndsOfAnIntervalAreItsTwoPoints(Sampler sampler) {
        PointSet p = sampler.sample(List.of(X), X.ends(), 50, stream(1));
        assertArrayEquals(new double[] {-1, 2}, p.coordinates());
        assertArrayEquals(new double[] {-1, 1}, p.normals());
        assertArrayEquals(
                new double[] {2},
                sampler.sample(List.of(X), X.end(), 50, stream(1)).coordinates());
    }

    @ParameterizedTest
    @MethodSource("random")
    void theStateOfTheStreamDrawsTheSamePointsAgainAndTheNextDrawIsAnother(Sampler sampler) {
        RandomStream s = stream(9);
        s.nextLong();
        PointSet first = sampler.sample(BOX, Region.interior(), 100, s);
        long[] before = s.state();
        PointSet second = sampler.sample(BOX, Region.interior(), 100, s);
        RandomStream again = RandomStream.restore(before);
        assertArrayEquals(
                second.coordinates(),
                sampler.sample(BOX, Region.interior(), 100, again).coordinates());
        assertFalse(Arrays.equals(first.coordinates(), second.coordinates()));
    }

    @ParameterizedTest
    @MethodSource("random")
    void marginalsAreUniform(Sampler sampler) {
        int n = 4096;
        PointSet p = PointSet.of(6, sampler.unitCube(6, n, stream(5)));
        for (int axis = 0; axis < 6; axis++) {
            double[] sorted = column(p, axis);
            Arrays.sort(sorted);
            double distance = 0;
            for (int i = 0; i < n; i++) {
                distance = Math.max(distance, Math.max(sorted[i] - (double) i / n, (i + 1.0) / n - sorted[i]));
            }
            assertTrue(distance < 1.95 / Math.sqrt(n), "Kolmogorov-Smirnov distance " + distance); // 0.1 % level
            assertTrue(sorted[0] > 0 && sorted[n - 1] < 1);
        }
    }

    private static double[] column(PointSet p, int axis) {
        return IntStream.range(0, p.count())
                .mapToDouble(i -> p.coordinate(axis, i))
                .toArray();
    }

    /** Randomised, each point by itself is uniform, so over many seeds the first point has the moments of the cube. */
    @ParameterizedTest
    @MethodSource("random")
    void thePointsAreUniformOverSeeds(Sampler sampler) {
        int seeds = 3000;
        double mean = 0;
        double square = 0;
        for (int seed = 0; seed < seeds; seed++) {
            double u = sampler.unitCube(2, 2, stream(seed))[2];
            mean += u / seeds;
            square += u * u / seeds;
        }
        assertEquals(1.0 / 2, mean, 4 * Math.sqrt(1.0 / 12 / seeds));
        assertEquals(1.0 / 3, square, 4 * Math.sqrt(4.0 / 45 / seeds));
    }

    @Test
    void everyIntervalOfALatinHypercubeHoldsOnePoint() {
        PointSet p = PointSet.of(3, new LatinHypercube().unitCube(3, 97, stream(1)));
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(
                    97,
                    Arrays.stream(column(p, axis))
                            .map(u -> Math.floor(u * 97))
                            .distinct()
                            .count());
        }
    }

    /** A (0, 2)-sequence in base 2: every elementary box of area 2^-8 holds exactly one of 2^8 points. Scrambling keeps it. */
    @Test
    void everyElementaryBoxHoldsOneSobolPoint() {
        double[] u = new Sobol().unitCube(2, 256, stream(8));
        for (int k = 0; k <= 8; k++) {
            int across = 1 << k;
            int up = 256 / across;
            long boxes = IntStream.range(0, 256)
                    .map(i -> ((int) (u[i] * across)) * up + (int) (u[256 + i] * up))
                    .distinct()
                    .count();
            assertEquals(256, boxes, "boxes of width 2^-" + k);
        }
    }

    /** Rates for a smooth function: n^(-1/2) at random, nearly n^(-3/2) with scrambled Sobol' points. */
    @Test
    void sobolIntegratesASmoothFunctionFarBetterThanUniform() {
        assertTrue(error(new Sobol(), 4096) < 4e-3 * error(new Uniform(), 4096));
        assertTrue(error(new Halton(), 4096) < 5e-2 * error(new Uniform(), 4096));
        assertTrue(error(new LatinHypercube(), 4096) < 0.6 * error(new Uniform(), 4096));
        double slope = Math.log(error(new Sobol(), 16384) / error(new Sobol(), 256)) / Math.log(64);
        assertTrue(slope < -1.2, "slope " + slope);
    }

    /** Root mean square error over ten seeds of the mean of a smooth product; its exact mean is 1. */
    private static double error(Sampler sampler, int n) {
        double sum = 0;
        for (int seed = 0; seed < 10; seed++) {
            double[] u = sampler.unitCube(3, n, stream(seed));
            double mean = 0;
            for (int i = 0; i < n; i++) {
                double product = 1;
                for (int axis = 0; axis < 3; axis++) {
                    product *= Math.exp(u[axis * n + i]) / (Math.E - 1);
                }
                mean += product / n;
            }
            sum += (mean - 1) * (mean - 1) / 10;
        }
        return Math.sqrt(sum);
    }

    @Test
    void sobolReachesAThousandAxesAndSaysSo() {
        double[] u = new Sobol().unitCube(1000, 8, stream(1));
        for (int axis = 0; axis < 1000; axis++) {
            int from = axis * 8;
            assertEquals(
                    8,
                    IntStream.range(from, from + 8)
                            .map(i -> (int) (u[i] * 8))
                            .distinct()
                            .count());
        }
        var e = assertThrows(IllegalArgumentException.class, () -> new Sobol().unitCube(1001, 8, stream(1)));
        assertTrue(e.getMessage().contains("at most 1000 axes, got 1001"), e.getMessage());
        assertEquals(800, new Halton().unitCube(100, 8, stream(1)).length);
        assertThrows(IllegalArgumentException.class, () -> new Halton().unitCube(101, 8, stream(1)));
    }

    @ParameterizedTest
    @MethodSource("random")
    void givenPointsKeepTheirOrderAndTheirData(Sampler sampler) {
        Field u = Field.of("u", X, T);
        Region points = u.equalTo(Expr.measurement())
                .onData(new double[][] {{0, 0.25}, {1, 0.5}, {-1, 0}}, new double[] {5, 6, 7})
                .region();
        PointSet p = sampler.sample(List.of(X, T), points, 1, stream(1));
        assertArrayEquals(new double[] {0, 1, -1, 0.25, 0.5, 0}, p.coordinates());
        assertArrayEquals(new double[] {5, 6, 7}, p.data());
        var e = assertThrows(IllegalArgumentException.class, () -> sampler.sample(List.of(X), points, 1, stream(1)));
        assertTrue(e.getMessage().contains("[3 × 2]"), e.getMessage());
    }
}
