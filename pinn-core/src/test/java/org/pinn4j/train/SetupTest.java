package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backends;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.PointSet;

/** Weights, points and sizes before the first step. */
class SetupTest {
    private static final Workers WORKERS = Workers.of(1);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Setup setup(Recipe recipe, Problem problem) {
        return new Setup(recipe, problem, 1, WORKERS, Backends.select("auto"), Optional.empty(), Optional.empty());
    }

    private static double[] sums(Setup setup) {
        ResidualObjective objective = (ResidualObjective) setup.loss.objective();
        double[] rows = new double[objective.rows()];
        objective.residuals(setup.theta0, rows);
        return java.util.Arrays.stream(new org.pinn4j.loss.ResidualFigures(objective.tiled(), rows).sumsOfSquares())
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    private static List<String> names(Setup setup) {
        List<String> names = new ArrayList<>();
        setup.compiled.regions().forEach(r -> r.conditions().forEach(c -> names.add(c.name())));
        return names;
    }

    @Test
    void aWeightByNameChangesThatConditionOnly() {
        Setup usual = setup(Cases.small(), Cases.fluxes());
        double[] before = sums(usual);
        double[] after = sums(setup(Cases.small().withWeight("left", 20), Cases.fluxes()));
        List<String> names = names(usual);
        assertTrue(names.containsAll(List.of("pde", "left", "right")), names::toString);
        for (int k = 0; k < names.size(); k++) {
            double factor = names.get(k).equals("left") ? 4 : 1; // 20 over the usual 5
            assertEquals(factor * before[k], after[k], 1e-14 * after[k], names.get(k));
        }
    }

    @Test
    void aWeightForAConditionThatIsNotThereIsAnError() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> setup(Cases.small().withWeight("lft", 5), Cases.fluxes()));
        assertTrue(e.getMessage().contains("'lft'"), e::getMessage);
        assertTrue(e.getMessage().contains("[pde, initial, left, right]"), e::getMessage);
    }

    /** s_m = 1/rms of the residual: at the start an equation of weight 1 is of order one whatever its units. */
    @Test
    void everyConditionStartsNearItsWeight() {
        Problem milli =
                Cases.fluxes().rescaled(java.util.Map.of(), java.util.Map.of(), java.util.Map.of(Cases.U, 1e-3));
        for (Problem problem : List.of(Cases.fluxes(), milli)) {
            Setup setup = setup(Cases.small(), problem);
            double[] sums = sums(setup);
            for (int k = 0; k < sums.length; k++) {
                double weight = names(setup).get(k).equals("pde") ? 1 : 5;
                assertTrue(
                        sums[k] > 0.05 * weight && sums[k] < 3 * weight,
                        names(setup).get(k) + " " + sums[k]);
            }
        }
    }

    @Test
    void theNumberOfPointsFollowsTheParameters() {
        Setup setup = setup(Cases.small().withPoints(Points.fixed(5)), Cases.fluxes());
        assertEquals(105, setup.theta0.length);
        assertEquals(600 + 2 * 90, setup.loss.points()); // 525 in whole tiles; a sixth on each side
        Points stated = Points.fixed(1).withInterior(300).withPerCondition(17);
        assertEquals(
                360 + 2 * 17,
                setup(Cases.small().withPoints(stated), Cases.fluxes()).loss.points());
    }

    @Test
    void noTrainingPointIsHeldOut() {
        Setup setup = setup(Cases.small(), Cases.heat());
        Set<List<Double>> seen = new HashSet<>();
        RegionPoints training =
                ((org.pinn4j.loss.PinnLoss) setup.loss).regionPoints().get(0);
        for (int i = 0; i < training.count(); i++) {
            seen.add(List.of(
                    training.points().coordinate(0, i), training.points().coordinate(1, i)));
        }
        assertEquals(training.count(), seen.size());
        assertEquals(2 * setup.loss.points(), setup.residual.orElseThrow().points());
        PointSet heldOut = setup.residual.orElseThrow().points(0);
        assertEquals(2 * training.count(), heldOut.count());
        for (int i = 0; i < heldOut.count(); i++) {
            assertFalse(seen.contains(List.of(heldOut.coordinate(0, i), heldOut.coordinate(1, i))));
        }
    }

    /** A tile of points cannot hold 697 parameters: the fit is exact on them and nowhere else. */
    @Test
    void tooFewPointsAreNoted() {
        Points few = Points.fixed(1).withInterior(16);
        Recipe wide = Cases.small()
                .withNetwork(Mlp.of("tanh", 24, 24), Initializer.glorotNormal())
                .withPoints(few);
        List<String> notes = run(wide).notes();
        assertTrue(notes.stream().anyMatch(n -> n.contains("too few points for 697 parameters")), notes::toString);
        List<String> quiet = run(Cases.small().withPoints(Points.fixed(5))).notes();
        assertTrue(quiet.stream().noneMatch(n -> n.contains("too few points")), quiet::toString);
    }

    private static TrainingResult run(Recipe recipe) {
        try (Run run = Run.of(
                Cases.heat(),
                Settings.standard()
                        .withRecipe(recipe)
                        .withWorkers(1)
                        .withBudget(Budget.standard().withSteps(40)))) {
            return run.solve().training();
        }
    }

    @Test
    void settingsOutOfRangeAreErrors() {
        assertThrows(IllegalArgumentException.class, () -> Budget.standard().withSteps(0));
        assertThrows(IllegalArgumentException.class, () -> Budget.standard().withTolerance(1));
        assertThrows(IllegalArgumentException.class, () -> Budget.standard().withTolerance(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Budget.standard().withTime(java.time.Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Stage.adam().forSteps(0));
        assertThrows(IllegalArgumentException.class, () -> Cases.small().withStages());
        assertThrows(IllegalArgumentException.class, () -> Points.fixed(0));
        assertThrows(IllegalArgumentException.class, () -> Points.fixed(2).withInterior(0));
    }
}
