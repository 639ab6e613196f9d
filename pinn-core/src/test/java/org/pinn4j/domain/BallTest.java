package org.pinn4j.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

class BallTest {
    private static final Axes X = Axes.of("x", 5);
    private static final Ball BALL = Ball.of(X, 2, new double[] {1, 0, -1, 0, 3});

    private static PointSet draw(Domain domain, Region region) {
        return new Sobol().sample(domain, region, 1 << 14, RandomStream.of(7, "ball"));
    }

    private static double meanSquare(Ball ball, PointSet points) {
        double sum = 0;
        for (int i = 0; i < points.count(); i++) {
            sum += Math.pow(ball.away(points.point(i)), 2);
        }
        return sum / points.count();
    }

    @Test
    void volumesAreThoseOfBalls() {
        assertEquals(
                8 * Math.PI * Math.PI / 15 * 32,
                BALL.geometry(Region.interior()).measure(),
                1e-9);
        assertEquals(
                8 * Math.PI * Math.PI / 3 * 16, BALL.geometry(Region.boundary()).measure(), 1e-9);
        double[] three = {0, 0, 0};
        Ball ball = Ball.of(Axes.of("x", 3), 1, three);
        assertEquals(4 * Math.PI / 3, ball.geometry(Region.interior()).measure(), 1e-14);
        assertEquals(4 * Math.PI, ball.geometry(Region.boundary()).measure(), 1e-14);
        assertTrue(Ball.of(Axes.of("x", 2000), 1).geometry(Region.interior()).measure() > 0, "held by a double");
    }

    /** E r² = R²·d/(d + 2) in volume, R²/3 with uniform radius; the mean is the centre. */
    @Test
    void pointsInsideAreUniformInVolumeOrInRadius() {
        PointSet inVolume = draw(BALL, Region.interior());
        assertEquals(4 * 5.0 / 7, meanSquare(BALL, inVolume), 2e-3);
        assertEquals(4 / 3.0, meanSquare(BALL, draw(BALL.withUniformRadius(), Region.interior())), 2e-3);
        double[] mean = new double[5];
        for (int i = 0; i < inVolume.count(); i++) {
            assertTrue(BALL.contains(inVolume.point(i)), "inside");
            for (int a = 0; a < 5; a++) {
                mean[a] += inVolume.coordinate(a, i) / inVolume.count();
            }
        }
        assertArrayEquals(BALL.centre(), mean, 1e-2);
    }

    @Test
    void theDensityIsThatOfTheLaw() {
        double[] point = {1, 0, -1, 0, 4};
        Part inVolume = BALL.geometry(Region.interior());
        assertEquals(1 / inVolume.measure(), inVolume.density(point), 1e-15);
        // a shell of radius 1 has the area 8π²/3 in five dimensions, and a radius is in [0, 2]
        double expected = 1 / (8 * Math.PI * Math.PI / 3 * 2);
        assertEquals(
                expected, BALL.withUniformRadius().geometry(Region.interior()).density(point), 1e-15);
    }

    @Test
    void theSphereHasItsRadiusAndItsNormal() {
        PointSet points = draw(BALL, BALL.part(Ball.SPHERE));
        double[] squares = new double[5];
        for (int i = 0; i < points.count(); i++) {
            assertEquals(2, BALL.away(points.point(i)), 1e-13);
            for (int a = 0; a < 5; a++) {
                double away = points.coordinate(a, i) - BALL.centre()[a];
                assertEquals(away / 2, points.normal(a, i), 1e-14);
                squares[a] += away * away / points.count();
            }
        }
        double each = 4 / 5.0; // all directions alike
        assertArrayEquals(new double[] {each, each, each, each, each}, squares, 1e-2);
    }

    @Test
    void theDistanceVanishesOnTheSphereAndIsOneInTheMiddle() {
        Expr distance = BALL.geometry(BALL.part(Ball.SPHERE)).distance().orElseThrow();
        assertEquals(0, Evaluation.evaluate(distance, X.all(), 1, 2, -1, 0, 3), 1e-15);
        assertEquals(1, Evaluation.evaluate(distance, X.all(), BALL.centre()), 1e-15);
        assertEquals(-1, Evaluation.evaluate(distance.d(X.at(2)), X.all(), 1, 2, -1, 0, 3), 1e-15); // −2r/R²
    }

    /** ∫ x₃² over the unit ball is 4π/15, over its sphere 4π/3. */
    @Test
    void chartsOfThreeDimensionsIntegrate() {
        Ball ball = Ball.of(Axes.of("x", 3, -1, 1), 1);
        assertEquals(4 * Math.PI / 15, integral(ball.geometry(Region.interior()), 60), 1e-3);
        assertEquals(4 * Math.PI / 3, integral(ball.geometry(Region.boundary()), 200), 1e-3);
    }

    private static double integral(Part part, int n) {
        Part.Piece chart = part.charts().get(0);
        double[] unit = new double[chart.dimension()];
        double[] x = new double[3];
        double sum = 0;
        int total = (int) Math.round(Math.pow(n, unit.length));
        for (int i = 0; i < total; i++) {
            for (int a = 0, rest = i; a < unit.length; a++, rest /= n) {
                unit[a] = (rest % n + 0.5) / n;
            }
            double weight = chart.chart(unit, x);
            sum += weight * x[2] * x[2] / total;
        }
        return sum;
    }

    @Test
    void aThousandDimensionsAreDrawn() {
        Ball ball = Ball.of(Axes.of("x", 1000, -1, 1), 1);
        PointSet points = new Sobol().sample(ball, Region.interior(), 256, RandomStream.of(3, "many"));
        assertEquals(1000 / 1002.0, meanSquare(ball, points), 1e-3);
        assertEquals(256, points.count());
    }

    private static Problem poisson(Ball ball) {
        Field u = Field.of("u", ball.family());
        return Problem.over(ball)
                .require(u.laplacian().plus(Expr.sin(u)).equalTo(1))
                .require(u.equalTo(0).on(ball.part(Ball.SPHERE)));
    }

    @Test
    void aStatementOnABallHasNoFindingsAndReadsBack() {
        for (Ball ball : List.of(BALL, Ball.of(Axes.of("x", 12, -1, 1), 1).withUniformRadius())) {
            Problem problem = poisson(ball);
            assertEquals(List.of(), problem.findings());
            assertEquals(problem, ProblemText.parse(ProblemText.write(problem), Map.of()));
            Problem open = Problem.over(ball).require(problem.conditions().get(0));
            assertEquals(
                    List.of("missing-boundary:u:sphere"),
                    open.findings().stream().map(Finding::key).toList());
        }
        Axis t = Axis.time("t", 0, 1);
        Field v = Field.of("v", X, t);
        Problem heat = Problem.over(BALL, t)
                .require(v.d(t).equalTo(v.laplacian().times(0.2)))
                .require(v.equalTo(X.squares()).on(t.start()))
                .require(v.dn().equalTo(v).on(BALL.part(Ball.SPHERE)));
        assertEquals(List.of(), heat.blockingFindings());
        assertEquals(heat, ProblemText.parse(ProblemText.write(heat), Map.of()));
    }

    @Test
    void whatIsNoBallIsRefused() {
        assertMessage("radius > 0", () -> Ball.of(X, 0));
        assertMessage("out of [-1.0, 1.0]", () -> Ball.of(Axes.of("x", 3, -1, 1), 2));
        assertMessage("centre of 5 coordinates", () -> Ball.of(X, 1, new double[3]));
        assertMessage("two or more", () -> Ball.of(Axes.of("x", 1), 1));
        assertMessage("no part", () -> BALL.part("circle"));
        assertNotEquals(BALL, BALL.withUniformRadius());
        assertFalse(BALL.contains(3.5, 0, -1, 0, 3));
    }

    private static void assertMessage(String part, Runnable wrong) {
        String message =
                assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
