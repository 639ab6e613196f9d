package org.pinn4j.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

class SpaceTest {
    private static final Axes X = Axes.of("x", 4);

    /** Tails as |x|^(−nu − 1): of 3 degrees of freedom a variance, of 2 none. Quantiles are those of a Pareto law on both sides. */
    private record Tails(double nu, double factor) implements Law {
        @Override
        public double quantile(double u) {
            double share = 2 * Math.min(u, 1 - u);
            return Math.signum(u - 0.5) * (Math.pow(share, -1 / nu) - 1);
        }

        @Override
        public double density(double x) {
            return factor * nu / 2 * Math.pow(1 + Math.abs(x), -nu - 1);
        }

        @Override
        public double centre() {
            return 0;
        }

        @Override
        public double scale() {
            return 2;
        }
    }

    @Test
    void coordinatesHaveMeanAndVarianceOfTheLaw() {
        assertMoments(Law.normal(1, 0.5), 1, 0.25);
        assertMoments(Law.uniform(-1, 3), 1, 16 / 12.0);
        assertMoments(new Tails(8, 1), 0, 2 / (7 * 6.0)); // E y² of the density ν(1 + y)^(−ν−1): 2/((ν − 1)(ν − 2))
    }

    private static void assertMoments(Law law, double mean, double variance) {
        PointSet points = new Sobol().sample(Space.of(X, law), Region.interior(), 1 << 15, RandomStream.of(5, "law"));
        for (int a = 0; a < 4; a++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < points.count(); i++) {
                double away = points.coordinate(a, i) - mean;
                sum += away / points.count();
                squares += away * away / points.count();
            }
            assertEquals(0, sum, 2e-3 * Math.sqrt(variance));
            assertEquals(variance, squares, 1e-2 * variance);
        }
    }

    @Test
    void theDensityIsTheProductOfThoseOfTheCoordinates() {
        double expected = Math.pow(Math.exp(-0.5) / Math.sqrt(2 * Math.PI), 4);
        assertEquals(
                expected,
                Space.of(X, Law.normal(0, 1)).geometry(Region.interior()).density(1, -1, 1, -1),
                1e-15);
    }

    @Test
    void aStatementEverywhereHasNoFindingsAndReadsBack() {
        Axis t = Axis.time("t", 0, 1);
        Axes x = Axes.of("x", 20);
        Field u = Field.of("u", x, t);
        for (Law law : List.of(Law.normal(0, 1.5), Law.uniform(-3, 3))) {
            Problem hjb = Problem.over(Space.of(x, law), t)
                    .require(u.d(t).plus(u.laplacian())
                            .minus(u.gradientSquared())
                            .equalTo(0))
                    .require(u.equalTo(Expr.log(x.squares().plus(1).times(0.5)))
                            .on(t.end())
                            .asTerminal());
            assertEquals(List.of(), hjb.findings());
            assertEquals(hjb, ProblemText.parse(ProblemText.write(hjb), Map.of()));
        }
    }

    @Test
    void whatIsNoLawIsRefusedBeforeAnythingIsDrawn() {
        assertMessage("infinite; take a law of lighter tails", () -> Space.of(X, new Tails(2, 1)));
        Space.of(X, new Tails(3, 1));
        assertMessage("a law needs a density", () -> Space.of(X, new Tails(8, 0)));
        assertMessage("a law needs a density", () -> Space.of(X, new Tails(8, 1.1)));
        assertMessage("have ends", () -> Space.of(Axes.of("x", 3, -1, 1), Law.normal(0, 1)));
        assertMessage("deviation", () -> Law.normal(0, 0));
        assertMessage("finite min < max", () -> Law.uniform(1, 1));
        Problem open = Problem.over(Space.of(X, Law.normal(0, 1)));
        Field u = Field.of("u", X);
        assertMessage("it has no boundary", () -> open.require(u.equalTo(0).on(Region.boundary())));
        Problem own =
                Problem.over(Space.of(X, new Tails(8, 1))).require(u.laplacian().equalTo(u));
        assertMessage("has no text form", () -> ProblemText.write(own));
    }

    private static void assertMessage(String part, Runnable wrong) {
        String message =
                assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
