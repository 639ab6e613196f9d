package org.pinn4j.validation.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.problems.Burgers;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.HeatSineMode;
import org.pinn4j.problems.PoissonSine2d;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.order.Order;

class FiniteDifferencesTest {
    private static Arguments arguments(CatalogueProblem problem, IntFunction<Reference> byCells, int... cells) {
        return Arguments.of(problem, byCells, cells);
    }

    /** Problems whose truth is known. */
    static Stream<Arguments> known() {
        IntFunction<Reference> burgers = n -> FiniteDifferences.burgers(n, 1e-9);
        IntFunction<Reference> heat = n -> FiniteDifferences.heat(n, 1e-13);
        IntFunction<Reference> poisson = n -> FiniteDifferences.poisson(n, 1e-13);
        return Stream.of(
                arguments(new Burgers(), burgers, 128, 160, 200, 256),
                arguments(new HeatSineMode(), heat, 64, 80, 100),
                arguments(new PoissonSine2d(), poisson, 64, 80, 100));
    }

    @ParameterizedTest
    @MethodSource("known")
    void theFloorIsHonestBothWaysAndTheOrderIsSix(
            CatalogueProblem problem, IntFunction<Reference> byCells, int[] cells) {
        Reference truth = problem.exact().orElseThrow();
        double[] error = new double[cells.length];
        for (int k = 0; k < cells.length; k++) {
            Reference reference = byCells.apply(cells[k]);
            error[k] = Norms.onRecord(reference, truth, problem);
            String seen = "%s %s: error %.2e, floor %.2e"
                    .formatted(problem.name(), reference.kind(), error[k], reference.floor());
            assertTrue(error[k] <= reference.floor() && reference.floor() <= 20 * error[k], seen);
            double between = Norms.atRandom(reference, truth, problem);
            assertTrue(between <= reference.floor(), () -> seen + ", between the nodes " + between);
        }
        double[] h = IntStream.of(cells).mapToDouble(n -> 1.0 / n).toArray();
        Order order = Order.fit(h, error);
        assertEquals(6, order.slope(), 0.6, () -> problem.name() + " " + Arrays.toString(error));
        assertEquals(cells.length, order.pointsUsed());
    }

    @Test
    void theKindSaysOrderCellsAndSteps() {
        String kind = FiniteDifferences.heat(64, 1e-8).kind();
        assertTrue(kind.matches("finite differences, order 6, 64 x [0-9]+"), kind);
    }

    @Test
    void aPointOutsideAndAnotherFieldAreErrors() {
        Reference heat = FiniteDifferences.heat(64, 1e-8);
        var outside = assertThrows(
                IllegalArgumentException.class, () -> heat.values(HeatSineMode.U, new double[] {1.5, 0.5}, 1));
        assertTrue(outside.getMessage().contains("x = 1.5 is outside [0.0, 1.0]"), outside.getMessage());
        var late = assertThrows(
                IllegalArgumentException.class, () -> heat.values(HeatSineMode.U, new double[] {0.5, 2}, 1));
        assertTrue(late.getMessage().contains("t = 2.0 is outside"), late.getMessage());
        assertThrows(IllegalArgumentException.class, () -> heat.values(Burgers.U, new double[] {0, 0}, 1));
        assertThrows(IllegalArgumentException.class, () -> FiniteDifferences.heat(62, 1e-8));
    }
}
