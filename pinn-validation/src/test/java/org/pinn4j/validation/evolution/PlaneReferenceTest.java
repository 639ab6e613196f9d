package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.References;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.fourier.PeriodicCourse;
import org.pinn4j.validation.fourier.PeriodicForm;
import org.pinn4j.validation.kept.KeptReferences;
import org.pinn4j.validation.order.RelativeL2;

/** Evolutions on a plane, by two integrators with derivatives of their own, and their references in full. */
class PlaneReferenceTest {
    /** On the same nodes the two solve one system of ordinary equations: only their steps differ. */
    @Test
    void explicitStepsComeToTheSameValuesAtTheNodes() {
        Problem problem = Catalogue.find("ginzburg-landau").statement();
        double end = problem.time().orElseThrow().max();
        int n = 16;
        PeriodicForm form = PeriodicForm.of(problem).orElseThrow();
        PeriodicCourse course = new PeriodicCourse(form, n, end / 1024, new double[] {0, end}, () -> false);
        RelativeL2 distance = new RelativeL2();
        try (Workers workers = Workers.of(1)) {
            Discretization discretization = Discretization.of(problem);
            GridSolution other = new GridSolver(discretization, workers, () -> false, ShortSteps.of(List.of()))
                    .solve(Scheme.spectral(), new int[] {n, n}, 1e-8);
            assertTrue(other.description().contains("Dormand-Prince"), other.description());
            for (Field f : problem.fields()) {
                distance.add(course.at(f, end), other.values(f, nodes(n, end), n * n));
            }
        }
        assertTrue(distance.value() < 1e-5, () -> "distance " + distance.value());
    }

    private static double[] nodes(int n, double t) {
        double[] x = new double[3 * n * n];
        for (int k = 0; k < n * n; k++) {
            x[k] = -1 + 2.0 * (k / n) / n;
            x[n * n + k] = -1 + 2.0 * (k % n) / n;
            x[2 * n * n + k] = t;
        }
        return x;
    }

    @Tag("nightly")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    @ParameterizedTest
    @ValueSource(strings = {"gray-scott", "ginzburg-landau"})
    void theReferenceHasTheFloorThatItNeedsAndIsKept(String name, @TempDir Path folder) {
        CatalogueProblem problem = Catalogue.find(name);
        Reference reference =
                References.of(problem).keptIn(KeptReferences.in(folder)).best();
        assertTrue(reference.floor() <= problem.floor(), () -> reference.kind() + ", floor " + reference.floor());
        Reference again =
                References.of(problem).keptIn(KeptReferences.in(folder)).best();
        Field field = problem.statement().fields().get(0);
        double[] x = problem.grid().coordinates(field.axes());
        double distance = new RelativeL2()
                .add(
                        again.values(field, x, problem.grid().size()),
                        reference.values(field, x, problem.grid().size()))
                .value();
        assertTrue(distance == 0, () -> "distance " + distance);
    }
}
