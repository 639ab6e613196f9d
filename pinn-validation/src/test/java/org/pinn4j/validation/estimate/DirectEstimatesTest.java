package org.pinn4j.validation.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.Pinn;
import org.pinn4j.direct.Direct;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Pulses;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Recipe;
import org.pinn4j.validation.estimate.DefectEstimate.Kind;

/** Solutions by least squares: of few features, whose error a grid tells, and of many, which are better than any grid. */
class DirectEstimatesTest {
    private static final double FOR_GRIDS = 1e-11;

    private static Solution solved(CatalogueProblem problem, int features) {
        Direct sizes = Direct.standard().withFeatures(features, features);
        return Pinn.with(Recipe.direct().withDirect(sizes)).seed(1).workers(1).solve(problem.statement());
    }

    private static Grid coarser(CatalogueProblem problem) {
        Grid record = problem.grid();
        Grid grid = Grid.of(record.axes().get(0), 65).by(record.axes().get(1), 33);
        return record.isPeriodic(record.axes().get(0))
                ? grid.periodic(record.axes().get(0))
                : grid;
    }

    /** Where a grid tells an error of 2e-15 beside a rounding of that size, either word is right, and chance has the choice. */
    @ParameterizedTest
    @CsvSource({
        "poisson-2d, 60, ESTIMATED",
        "poisson-2d, 450, ROUND_OFF",
        "heat-1d, 100, ESTIMATED",
        "heat-1d, 400,",
        "wave, 100, ESTIMATED",
        "convection, 100, ESTIMATED",
        "convection, 200, ESTIMATED",
        "helmholtz, 200, ESTIMATED",
        "reaction, 100, ESTIMATED",
        "semilinear-2d, 100, ESTIMATED"
    })
    void whatIsToldIsTheErrorOrItsRoundOffWithinTheOperationsAllowed(String name, int features, Kind kind) {
        CatalogueProblem problem = Catalogue.find(name);
        Solution solution = solved(problem, features);
        Grid grid = coarser(problem);
        double error = solution.compare(problem.exact().orElseThrow(), grid).relativeL2();
        double operations = Effort.QUICK.operations(solution);
        Meter meter = new Meter(operations);
        DefectEstimate e =
                DefectEstimate.of(solution, grid, Pulses.of(solution.problem()), RoundOff.of(solution), meter);
        double figure = e.relativeL2().orElseThrow();
        assertTrue(kind == null ? error < 1e-14 && e.kind() != Kind.NONE : kind == e.kind(), e::toString);
        assertTrue(figure >= error / (error > FOR_GRIDS ? 2 : 10), () -> e + " for " + error);
        assertTrue(figure <= error * (error > FOR_GRIDS ? 2 : 100), () -> e + " for " + error);
        assertTrue(e.kind() == Kind.ROUND_OFF == e.corrected().isEmpty(), e::toString);
        assertTrue(meter.left() > -0.1 * operations, () -> "overdrawn by " + -meter.left());
        ErrorBound bound = ErrorBound.of(solution);
        assertTrue(bound.relative().orElse(Double.POSITIVE_INFINITY) >= error, () -> bound + " for " + error);
    }

    /** Nothing but the counts of the card and the constants of the effort decides how far an estimate goes. */
    @Test
    void withoutOperationsNothingIsToldAndTheReasonIs() {
        CatalogueProblem problem = Catalogue.find("heat-1d");
        Solution solution = solved(problem, 40);
        DefectEstimate e =
                DefectEstimate.of(solution, coarser(problem), List.of(), RoundOff.of(solution), new Meter(1e5));
        assertEquals(Kind.NONE, e.kind(), e::toString);
        assertTrue(e.reason().contains("costs more than this effort allows"), e::reason);
        ModelCard card = solution.card();
        assertTrue(card.steps() > 0 && card.points() > 0 && card.parameters() > 0, card::toString);
        double more =
                Effort.QUICK.operations(solution) - Effort.QUICK.operations(solution.withCard(ModelCard.untrained()));
        double pieces = solution.pieces().size(); // each step was for one of them
        assertTrue(pieces > 1);
        assertEquals(3.0 * card.steps() * card.points() / pieces * card.parameters() / pieces, more, 1e-6 * more);
    }

    /** Against the sum written down, at the points of the quadrature. */
    @Test
    void theRoundOffIsTheSumOfTheSizesOfTheFeatures() {
        Solution s = solved(Catalogue.find("poisson-2d"), 30);
        Network network = s.ansatz().networks().get(0);
        Network.Dense first = (Network.Dense) network.steps().get(0);
        Network.Dense last = (Network.Dense) network.steps().get(2);
        double[] theta = s.theta();
        Nodes nodes = Nodes.on(s.problem().axes(), Panels.of(4));
        double squares = 0;
        double sizes = 0;
        double largest = 0;
        for (int i = 0; i < nodes.count(); i++) {
            double x = nodes.x()[i];
            double y = nodes.x()[nodes.count() + i];
            double field = s.at(x, y);
            double sum = Math.abs(field) + Math.abs(theta[last.bias()]);
            for (int k = 0; k < first.out(); k++) {
                int w = first.weights() + first.in() * k;
                double z = theta[w] * input(s, 0, x, y) + theta[w + 1] * input(s, 1, x, y) + theta[first.bias() + k];
                sum += Math.abs(theta[last.weights() + k] * Math.sin(z));
            }
            squares += nodes.weights()[i] * sum * sum;
            sizes += nodes.weights()[i] * field * field;
            largest = Math.max(largest, sum);
        }
        RoundOff told = RoundOff.of(s);
        assertEquals(0x1p-52 * Math.sqrt(squares / sizes), told.relativeL2(), 1e-9 * told.relativeL2());
        assertEquals(0x1p-52 * largest, told.largest(), 1e-9 * told.largest());
    }

    private static double input(Solution s, int k, double x, double y) {
        return s.evaluate(s.ansatz().features().get(k), x, y);
    }
}
