package org.pinn4j.validation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.AllenCahn;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.HeatSineMode;
import org.pinn4j.sampling.Grid;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.solution.Reference;

class ReferencesTest {
    static List<CatalogueProblem> problems() {
        return Catalogue.problems().stream().filter(References::solves).toList();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theTwoReferencesOfAProblemAgreeWithinTheSumOfTheirFloors(CatalogueProblem problem) {
        References references = References.of(problem);
        Reference best = references.best();
        Reference differences = references.finiteDifferences();
        double distance = relativeDistance(differences, best, problem);
        String seen = "%s (%.1e) and %s (%.1e) differ by %.1e"
                .formatted(best.kind(), best.floor(), differences.kind(), differences.floor(), distance);
        assertTrue(distance <= best.floor() + differences.floor(), seen);
        assertTrue(best.floor() <= 1e-8 && differences.floor() <= (problem instanceof AllenCahn ? 1e-7 : 1e-8), seen);
    }

    private static double relativeDistance(Reference a, Reference b, CatalogueProblem problem) {
        PointSet points = problem.grid().points();
        var field = problem.statement().fields().get(0);
        double[] left = a.values(field, points.coordinates(), points.count());
        double[] right = b.values(field, points.coordinates(), points.count());
        double error = 0;
        double norm = 0;
        for (int i = 0; i < left.length; i++) {
            error += (left[i] - right[i]) * (left[i] - right[i]);
            norm += right[i] * right[i];
        }
        return Math.sqrt(error / norm);
    }

    @Test
    void aFloorThatIsAskedForIsMetOrRefused() {
        References heat = References.of(new HeatSineMode());
        assertTrue(heat.finiteDifferences(1e-9).floor() <= 1e-9);
        var e = assertThrows(IllegalArgumentException.class, () -> heat.finiteDifferences(1e-16));
        assertTrue(e.getMessage().contains("heat-1d: finite differences reach a floor of"), e.getMessage());
    }

    @Test
    void aProblemWithoutSolverIsNamedWithThoseThatHaveOne() {
        var e = assertThrows(IllegalArgumentException.class, () -> References.of(new Unknown()));
        assertTrue(e.getMessage().contains("'unknown'") && e.getMessage().contains("heat-1d"), e.getMessage());
    }

    private record Unknown() implements CatalogueProblem {
        @Override
        public String name() {
            return "unknown";
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public Problem statement() {
            return new HeatSineMode().statement();
        }

        @Override
        public Grid grid() {
            return new HeatSineMode().grid();
        }

        @Override
        public Optional<Reference> exact() {
            return Optional.empty();
        }

        @Override
        public String published() {
            return "";
        }

        @Override
        public String source() {
            return "";
        }
    }
}
