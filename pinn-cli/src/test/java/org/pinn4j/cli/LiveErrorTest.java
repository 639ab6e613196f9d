package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Box;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;

class LiveErrorTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Field V = Field.of("v", X);

    /** u = 0 and v = 3: an error of a field that vanishes has no relative size of its own. */
    private record Truth() implements Reference {
        @Override
        public String kind() {
            return "constants";
        }

        @Override
        public double floor() {
            return 1e-15;
        }

        @Override
        public double[] values(Field field, double[] x, int n) {
            double[] values = new double[n];
            Arrays.fill(values, field.equals(V) ? 3 : 0);
            return values;
        }
    }

    @Test
    void theErrorIsThatOfAllFieldsTogetherSoThatTheFirstMayVanish() {
        Problem problem = Problem.over(X)
                .require(U.d(X, X).equalTo(0))
                .require(V.d(X, X).equalTo(0))
                .require(U.equalTo(0).on(X.ends()).named("u ends"))
                .require(V.equalTo(4).on(X.ends()).named("v ends"));
        Solution solution = Pinn.trained().workers(1).steps(60).solve(problem);
        Grid grid = Grid.of(X, 5);
        LiveError error = new LiveError(Box.of(X), List.of(U, V), grid, new Truth());
        assertEquals(1.0 / 3, error.of(solution), 1e-3);
        assertEquals(solution.compare(new Truth(), grid).relativeL2(), error.of(solution), 1e-12);
    }
}
