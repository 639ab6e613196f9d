package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;
import org.pinn4j.solution.Reference;

/** Truths given as code against their statements, both read as the user would: no solver in between. */
class ExactSolutionTest {
    private static final int POINTS = 200;

    static List<CatalogueProblem> problems() {
        return Catalogue.problems().stream()
                .filter(p -> p.coefficients().isEmpty())
                .filter(p -> p.statement().onlyWeakly().isEmpty()) // no equation at points says all of those: KinkTest
                .filter(p -> p.exact().filter(ClosedForm.class::isInstance).isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void itSatisfiesTheEquation(CatalogueProblem problem) {
        Reference truth = problem.exact().orElseThrow();
        List<Axis> axes = problem.statement().axes();
        Random random = new Random(1);
        for (Condition pde : Reading.of(problem.statement()).equations()) {
            for (int i = 0; i < POINTS; i++) {
                double[] point = interior(axes, random);
                double left = Differenced.value(pde.equation().left(), truth, axes, point);
                double right = Differenced.value(pde.equation().right(), truth, axes, point);
                assertEquals(
                        left, right, 2e-6 * (1 + Math.abs(left)), () -> pde + " at " + List.of(point[0], point[1]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void itSatisfiesTheConditions(CatalogueProblem problem) {
        Reference truth = problem.exact().orElseThrow();
        List<Axis> axes = problem.statement().axes();
        Random random = new Random(2);
        for (Condition condition : problem.statement().conditions()) {
            if (condition.region() instanceof Region.Interior) {
                continue;
            }
            for (int i = 0; i < POINTS; i++) {
                double[] point = onBoundary(condition.region(), axes, random);
                double r = Differenced.value(condition.equation().residual(), truth, axes, point);
                assertEquals(0, r, 1e-14, condition::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void itsDerivativesAreThoseOfItsValues(CatalogueProblem problem) {
        Reference truth = problem.exact().orElseThrow();
        Field u = problem.statement().fields().get(0);
        Random random = new Random(3);
        for (int i = 0; i < POINTS; i++) {
            double[] point = interior(u.axes(), random);
            for (Axis axis : u.axes()) {
                double differenced = Differenced.value(u.d(axis), truth, u.axes(), point);
                truth.derivative(u, axis, point, 1)
                        .ifPresent(d -> assertEquals(differenced, d[0], 1e-9 * (1 + Math.abs(differenced))));
            }
        }
    }

    @Test
    void allButTheQuadratureKnowTheirDerivatives() {
        for (CatalogueProblem problem : problems()) {
            Field u = problem.statement().fields().get(0);
            double[] point = interior(u.axes(), new Random(4));
            assertEquals(
                    !(problem instanceof Burgers),
                    problem.exact()
                            .orElseThrow()
                            .derivative(u, u.axes().get(0), point, 1)
                            .isPresent(),
                    problem::name);
        }
    }

    @Test
    void theSameCheckRejectsAWrongTruth() {
        Field u = HeatSineMode.U;
        Reference wrong = new ClosedForm("too slow", u, 1e-15, p -> Math.exp(-2.4 * p[1]) * Math.sin(Math.PI * p[0]));
        Condition pde = Reading.of(new HeatSineMode().statement()).equations().get(0);
        double r = Differenced.value(pde.equation().residual(), wrong, u.axes(), new double[] {0.5, 0.5});
        assertFalse(Math.abs(r) < 1e-3, "residual " + r);
    }

    @Test
    void aFormulaRefusesOtherFieldsAndTooFewCoordinates() {
        Reference truth = new HeatSineMode().exact().orElseThrow();
        var field = assertThrows(IllegalArgumentException.class, () -> truth.values(Burgers.U, new double[2], 1));
        assertTrue(field.getMessage().contains("knows the field u"), field.getMessage());
        var few = assertThrows(IllegalArgumentException.class, () -> truth.values(HeatSineMode.U, new double[3], 2));
        assertTrue(few.getMessage().contains("[2 × 2]"), few.getMessage());
    }

    /** At least three difference steps from every end. */
    private static double[] interior(List<Axis> axes, Random random) {
        return axes.stream()
                .mapToDouble(a -> a.min() + a.length() * (0.02 + 0.96 * random.nextDouble()))
                .toArray();
    }

    private static double[] onBoundary(Region region, List<Axis> axes, Random random) {
        double[] point = axes.stream()
                .mapToDouble(a -> a.min() + a.length() * random.nextDouble())
                .toArray();
        Axis axis = region instanceof Region.Face face ? face.axis() : axes.get(random.nextInt(axes.size()));
        boolean low = region instanceof Region.Face face && face.side() != Region.Side.BOTH
                ? face.side() == Region.Side.MIN
                : random.nextBoolean();
        point[axes.indexOf(axis)] = low ? axis.min() : axis.max();
        return point;
    }
}
