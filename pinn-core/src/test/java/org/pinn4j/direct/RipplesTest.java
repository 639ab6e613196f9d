package org.pinn4j.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Design;
import org.pinn4j.blas.Backends;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Recipe;

class RipplesTest {
    private static final Axis X = Axis.of("x", -3, 1);
    private static final Axis Y = Axis.of("y", 10, 10.5);
    private static final Field U = Field.of("u", X, Y);
    private static final int LEAST = 200;

    /** Δu = f with waves of so many radians along each axis of the domain. */
    private static Problem problem(double kx, double ky) {
        Expr u = Expr.sin(X.times(kx / X.length())).times(Expr.sin(Y.times(ky / Y.length())));
        return Problem.over(X, Y)
                .require(U.d(X, X).plus(U.d(Y, Y)).equalTo(u.d(X, X).plus(u.d(Y, Y))))
                .require(U.equalTo(u).on(Region.boundary()));
    }

    private static Bandwidths of(Problem problem, int most) {
        AnsatzDesign soft = Design.derived()
                .withoutFoundSymmetries()
                .withoutHardConditions()
                .of(problem);
        try (Workers workers = Workers.of(1)) {
            RandomStream random = RandomStream.of(3, "ripples");
            Judge judge =
                    new Judge(problem, soft, workers, Backends.select("java").blas(), random);
            return new Ripples(problem, soft, judge, random).carriedBy(Bandwidths.of(problem, soft, LEAST), most);
        }
    }

    @Test
    void slowSourcesChangeNothing() {
        assertEquals(
                Bandwidths.even(LEAST, 2).toString(), of(problem(4, 9), 3200).toString());
    }

    /** A wave of k radians through an axis has the wave number k/2 in units of half its length. */
    @Test
    void fastOnesAreCarriedAlongTheirAxis() {
        Bandwidths b = of(problem(10, 60), 3200);
        assertEquals(1.2 * 10 / 2, b.onInterval(0), 0.2);
        assertEquals(1.2 * 60 / 2, b.onInterval(1), 1);
        assertTrue(b.features() > LEAST && b.features() < 3200, b::toString);
    }

    @Test
    void whatTheMostFeaturesDoNotCarryWithRoomToSpareIsCarriedWithLess() {
        Bandwidths b = of(problem(50, 50), 3200);
        assertEquals(3200, b.features());
        assertEquals(1.2 * 50 / 2, b.onInterval(0), 1);
        assertTrue(b.margin() < Bandwidths.PER_WAVE, b::toString);
    }

    @Test
    void whatNothingAffordableCarriesIsLeftToTheSearch() {
        assertEquals(
                Bandwidths.even(LEAST, 2).toString(),
                of(problem(200, 200), 3200).toString());
    }

    /** From the least number of features on, growth saw nothing but the figure of zero fields and ended. */
    @Test
    void aFastSourceIsSolved() {
        Problem problem = problem(13, 47);
        Direct sizes = Direct.standard().withFeatures(LEAST, 1000);
        Solution s = Pinn.with(Recipe.direct().withDirect(sizes)).workers(1).solve(problem);
        double exact = Math.sin(13 * -0.4 / 4) * Math.sin(47 * 10.2 / 0.5);
        assertEquals(exact, s.at(-0.4, 10.2), 1e-8);
    }
}
