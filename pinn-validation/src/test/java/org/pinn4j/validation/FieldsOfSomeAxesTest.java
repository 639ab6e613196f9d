package org.pinn4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.estimate.ErrorBound;
import org.pinn4j.validation.estimate.Estimates;

/** What works on grids of all axes says so of a field that has some. */
class FieldsOfSomeAxesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Field S = Field.of("s", X);
    private static final Problem STEADY = Problem.over(X, T)
            .require(S.d(X, X).equalTo(X))
            .require(S.equalTo(0).on(X.ends()));
    private static final Problem HEATED = STEADY.require(
                    U.d(T).equalTo(U.d(X, X).plus(S)))
            .require(U.equalTo(0).on(T.start()))
            .require(U.equalTo(0).on(X.ends()));
    private static final Grid GRID = Grid.of(X, 9).by(T, 5);

    private static Solution untrained(Problem problem) {
        AnsatzDesign design = AnsatzDesign.of(problem);
        Ansatz ansatz = design.build(design.networks(Mlp.of("tanh", 3)), 1, 1);
        double[] theta = ansatz.initialise(Initializer.glorotNormal(), RandomStream.of(1, "theta"));
        return new Solution(problem, ansatz, theta, ModelCard.untrained());
    }

    @Test
    void referencesAndEstimatesNeedAllAxes() {
        String reason = "the field s has the axes [x] and the problem [x, t]; every field needs them all";
        assertTrue(References.of(HEATED, GRID).refusal().orElse("").contains(reason));
        Estimates estimates = Estimates.of(untrained(HEATED), GRID);
        assertTrue(estimates.toString().contains(reason), estimates::toString);
        assertTrue(estimates.maxError().isEmpty());
    }

    @Test
    void boundsNeedAllAxes() {
        assertEquals(
                "s has the axes [x] of [x, t]", ErrorBound.of(untrained(STEADY)).reason());
    }
}
