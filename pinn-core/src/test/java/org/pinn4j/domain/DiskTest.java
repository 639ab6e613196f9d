package org.pinn4j.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

class DiskTest {
    private static final Axis X = Axis.of("x");
    private static final Axis Y = Axis.of("y", -5, 5);
    private static final Axis T = Axis.time("t", 0, 2);
    private static final Disk DISK = Disk.of(X, Y, 1, -2, 1.5);
    private static final double AREA = Math.PI * 1.5 * 1.5;

    private static PointSet draw(Domain domain, Region region, int n) {
        return new Sobol().sample(domain, region, n, RandomStream.of(7, "disk"));
    }

    /** The integral of 1, of x and of (x − 1)² over the charts, by midpoints of the unit cube. */
    private static double[] moments(Part part) {
        double[] sums = new double[3];
        int n = 400;
        for (Part.Piece chart : part.charts()) {
            double[] x = new double[2];
            double[] unit = new double[chart.dimension()];
            int total = (int) Math.pow(n, unit.length);
            for (int i = 0; i < total; i++) {
                for (int a = 0, rest = i; a < unit.length; a++, rest /= n) {
                    unit[a] = (rest % n + 0.5) / n;
                }
                double weight = chart.chart(unit, x) / total;
                sums[0] += weight;
                sums[1] += weight * x[0];
                sums[2] += weight * (x[0] - 1) * (x[0] - 1);
            }
        }
        return sums;
    }

    @Test
    void areaAndMomentsAreThoseOfADisk() {
        double fourth = Math.PI * Math.pow(1.5, 4) / 4;
        assertArrayEquals(new double[] {AREA, AREA, fourth}, moments(DISK.geometry(Region.interior())), 1e-4);
        double circle = 2 * Math.PI * 1.5;
        assertArrayEquals(
                new double[] {circle, circle, circle * 1.5 * 1.5 / 2},
                moments(DISK.geometry(Region.boundary())),
                1e-12);
        assertEquals(AREA, DISK.geometry(Region.interior()).measure(), 1e-14);
        assertEquals(1 / AREA, DISK.geometry(Region.interior()).density(1, -2), 1e-15);
    }

    /** Half of the points of a disk lie within R/√2 of the centre, and a quarter in each quadrant. */
    @Test
    void pointsCoverAreasAlike() {
        PointSet points = draw(DISK, Region.interior(), 4096);
        long within = IntStream.range(0, 4096)
                .filter(i -> Math.hypot(points.coordinate(0, i) - 1, points.coordinate(1, i) + 2) < 1.5 / Math.sqrt(2))
                .count();
        long quadrant = IntStream.range(0, 4096)
                .filter(i -> points.coordinate(0, i) > 1 && points.coordinate(1, i) > -2)
                .count();
        assertEquals(2048, within, 3 * Math.sqrt(4096 * 0.25));
        assertEquals(1024, quadrant, 3 * Math.sqrt(4096 * 0.1875));
        assertTrue(IntStream.range(0, 4096).allMatch(i -> DISK.contains(points.point(i), Domain.ROUNDING)));
    }

    @Test
    void theCircleHasOutwardUnitNormals() {
        PointSet points = draw(DISK, DISK.part("circle"), 100);
        for (int i = 0; i < 100; i++) {
            assertEquals((points.coordinate(0, i) - 1) / 1.5, points.normal(0, i), 1e-14);
            assertEquals((points.coordinate(1, i) + 2) / 1.5, points.normal(1, i), 1e-14);
        }
        double[] x = {4, -2};
        assertTrue(DISK.geometry(Region.boundary()).bring(x));
        assertArrayEquals(new double[] {2.5, -2}, x, 1e-14);
    }

    /** A right half is cut at the roots of x − 1, so that its length and its integrals are exact; two thirds by an angle. */
    @Test
    void partsOfTheCircleAreArcs() {
        Part right = DISK.geometry(DISK.part("circle").where(X.minus(1)));
        assertEquals(Math.PI * 1.5, right.measure(), 1e-12);
        assertArrayEquals(
                new double[] {Math.PI * 1.5, Math.PI * 1.5 + 2 * 1.5 * 1.5, Math.PI * 1.5 * 1.5 * 1.5 / 2},
                moments(right),
                1e-4);
        Part low = DISK.geometry(DISK.part("circle").where(Y, -5, -2.75));
        assertEquals(1.5 * Math.PI * 2 / 3, low.measure(), 1e-12);
        PointSet points = draw(DISK, DISK.part("circle").where(Y, -5, -2.75), 64);
        assertTrue(IntStream.range(0, 64).allMatch(i -> points.coordinate(1, i) < -2.75));
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> DISK.geometry(DISK.part("circle").where(X.minus(3))));
        assertTrue(e.getMessage().contains("the region is empty: circle, x - 3"), e.getMessage());
    }

    /** Of a cut interior points are thrown away; its area is an estimate and there is no quadrature. */
    @Test
    void ofACutInteriorPointsAreThrownAway() {
        Region half = Region.interior().where(X.minus(1));
        Part part = DISK.geometry(half);
        assertEquals(AREA / 2, part.measure(), 1e-3 * AREA);
        assertTrue(part.charts().isEmpty());
        PointSet points = draw(DISK, half, 500);
        assertEquals(500, points.count());
        assertTrue(IntStream.range(0, 500).allMatch(i -> points.coordinate(0, i) > 1));
    }

    @Test
    void timesTimeItIsACylinderWithTheSameParts() {
        Domain cylinder = DISK.times(T);
        assertEquals(List.of(X, Y, T), cylinder.axes());
        assertEquals(2 * AREA, cylinder.geometry(Region.interior()).measure(), 1e-13);
        assertEquals(AREA, cylinder.geometry(T.start()).measure(), 1e-14);
        assertEquals(2 * 2 * Math.PI * 1.5, cylinder.geometry(Region.boundary()).measure(), 1e-13);
        Region half = cylinder.part("circle").where(X.minus(1));
        assertEquals(2 * Math.PI * 1.5, cylinder.geometry(half).measure(), 1e-12);
        assertEquals(Math.PI * 1.5, cylinder.geometry(half.where(T, 0, 1)).measure(), 1e-12);
        PointSet points = draw(cylinder, half, 200);
        assertTrue(IntStream.range(0, 200).allMatch(i -> points.normal(2, i) == 0 && points.normal(0, i) > 0));
        assertTrue(cylinder.contains(1, -2, 2));
        assertFalse(cylinder.contains(1, -2, 2.1));
        assertFalse(cylinder.contains(2, -3.2, 1));
        assertEquals(
                AREA,
                cylinder.restricted(T, 0.5, 1.5).geometry(Region.interior()).measure(),
                1e-14);
        assertEquals(cylinder, DISK.times(Axis.time("t", 0, 2)));
    }

    /** The ends of another direction of space are boundary too; those of time and of a parameter are not. */
    @Test
    void theBoundaryOfAProductIsThatOfItsSpaceAxes() {
        double side = 2 * Math.PI * 1.5;
        assertEquals(
                side * 3 + 2 * AREA,
                DISK.times(Axis.of("z", 0, 3)).geometry(Region.boundary()).measure(),
                1e-12);
        assertEquals(
                side * 3,
                DISK.times(Axis.parameter("nu", 0, 3))
                        .geometry(Region.boundary())
                        .measure(),
                1e-12);
    }

    @Test
    void aRestrictionIsTheSamePlaceCutByAnAxis() {
        Domain upper = DISK.restricted(Y, -2, 5);
        assertTrue(upper.contains(1, -1));
        assertFalse(upper.contains(1, -2.5));
        assertEquals(-2, upper.extent(Y).min());
        assertEquals(-0.5, upper.extent(Y).max());
        PointSet points = draw(upper, Region.boundary(), 50);
        assertTrue(IntStream.range(0, 50).allMatch(i -> points.coordinate(1, i) >= -2));
    }

    @Test
    void aStatementOnADiskReadsBackAsAnEqualOne() {
        Field u = Field.of("u", X, Y, T);
        Problem problem = Problem.over(DISK, T)
                .require(u.d(T).equalTo(u.d(X, X).plus(u.d(Y, Y))))
                .require(u.equalTo(X.times(Y)).on(T.start()))
                .require(u.dn().equalTo(1)
                        .on(DISK.part("circle").where(X.minus(1)).where(T, 0.5, 1)))
                .named("cooling");
        String text = ProblemText.write(problem);
        assertTrue(text.contains("domain disk 2 x y 1.0 -2.0 1.5"), text);
        assertEquals(problem, ProblemText.parse(text, java.util.Map.of()));
        assertEquals(text, ProblemText.write(ProblemText.parse(text, java.util.Map.of())));
    }

    @Test
    void aShapeThatNobodyKnowsIsOneClearError() {
        String text = "space x -1.0 1.0\nspace y -1.0 1.0\ndomain torus 2 x y 0.3\nfield u x y\n"
                + "condition \"pde\" interior\nleft u_xx\nright 0.0\n";
        var e = assertThrows(IllegalArgumentException.class, () -> ProblemText.parse(text, java.util.Map.of()));
        assertTrue(e.getMessage().contains("no module on the class path knows the shape 'torus'"), e.getMessage());
        String negative = text.replace("torus 2 x y 0.3", "disk 2 x y 0.0 0.0 -1.0");
        e = assertThrows(IllegalArgumentException.class, () -> ProblemText.parse(negative, java.util.Map.of()));
        assertTrue(e.getMessage().contains("radius > 0"), e.getMessage());
    }

    @Test
    void aConditionIsNeededAllAroundOrderByOrder() {
        Field u = Field.of("u", X, Y);
        Problem poisson = Problem.over(DISK).require(u.d(X, X).plus(u.d(Y, Y)).equalTo(1));
        Region circle = DISK.part("circle");
        assertEquals(List.of("missing-boundary:u:circle"), keys(poisson));
        assertEquals(List.of(), keys(poisson.require(u.equalTo(0).on(circle))));
        assertEquals(List.of(), keys(poisson.require(u.equalTo(0).on(Region.boundary()))));
        Problem half = poisson.require(u.equalTo(0).on(circle.where(X.minus(1))));
        assertEquals(List.of("missing-boundary:u:circle"), keys(half));
        assertEquals(
                List.of(),
                keys(half.require(
                        u.dn().plus(u).equalTo(0).on(circle.where(X.negate().plus(1))))));
        assertEquals(
                List.of("surplus-boundary:u:circle"),
                keys(half.require(u.dn().plus(u).equalTo(0).on(circle))));
        Problem plate = Problem.over(DISK)
                .require(u.d(X, X).d(X, X).plus(u.d(Y, Y).d(Y, Y)).equalTo(1))
                .require(u.equalTo(0).on(circle));
        assertEquals(List.of("missing-boundary:u:circle"), keys(plate));
        assertEquals(List.of(), keys(plate.require(u.dn().equalTo(0).on(circle))));
    }

    private static List<String> keys(Problem problem) {
        return problem.findings().stream().map(Finding::key).toList();
    }

    /** Two disks have one name for two circles; a disk made twice is one disk. */
    @Test
    void aPartOfAnotherShapeIsNotTheProblemsOwn() {
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", X, Y, t);
        Domain half = Disk.of(X, Y, DISK.centreX(), DISK.centreY(), DISK.radius() / 2);
        Problem empty = Problem.over(DISK, t);
        for (Region other : List.of(half.part("circle"), half.part("circle").where(X))) {
            var e = assertThrows(
                    IllegalArgumentException.class,
                    () -> empty.require(u.equalTo(0).on(other)));
            assertTrue(e.getMessage().contains("'circle' is a part of another shape, " + half), e.getMessage());
            assertTrue(e.getMessage().endsWith("take its own part(\"circle\")"), e.getMessage());
        }
        Domain again = Disk.of(X, Y, DISK.centreX(), DISK.centreY(), DISK.radius());
        List<Domain> same = List.of(again, again.times(t), again.restricted(X, 0.5, 1.5), empty.domain());
        same.forEach(d -> empty.require(u.equalTo(0).on(d.part("circle"))));
        assertThrows(IllegalArgumentException.class, () -> DISK.geometry(half.part("circle")));
    }

    @Test
    void anUnknownCoefficientOnADiskNeedsACondition() {
        Field u = Field.of("u", X, Y);
        Region circle = DISK.part("circle");
        Problem source = Problem.over(DISK)
                .require(u.d(X, X).plus(u.d(Y, Y)).equalTo(Parameter.of("k", 1)))
                .require(u.equalTo(0).on(circle));
        assertEquals(List.of("missing-equation:k"), keys(source));
        assertEquals(List.of(), source.require(u.dn().equalTo(1).on(circle)).blockingFindings());
    }

    @Test
    void wrongPlacesAreNamed() {
        Field u = Field.of("u", X, Y);
        Problem empty = Problem.over(DISK);
        var e = assertThrows(
                IllegalArgumentException.class, () -> empty.require(u.equalTo(0).on(new Region.Named("rim", DISK))));
        assertTrue(e.getMessage().contains("no part 'rim'; its one part is 'circle'"), e.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> empty.require(u.equalTo(0).on(Y.start())));
        assertThrows(IllegalArgumentException.class, () -> DISK.part("rim"));
        e = assertThrows(IllegalArgumentException.class, () -> Disk.of(X, Axis.of("y", -1, 1), 0, 0.5, 1));
        assertTrue(e.getMessage().contains("it reaches from y = -0.5 to 1.5, out of [-1.0, 1.0]"), e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> Problem.over(X));
        assertTrue(e.getMessage().contains("axis x has no ends"), e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class,
                () -> empty.require(u.equalTo(0).onData(new double[][] {{2.4, -0.8}}, new double[] {1})));
        assertTrue(e.getMessage().contains("is outside of disk around (1.0, -2.0)"), e.getMessage());
    }
}
