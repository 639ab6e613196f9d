package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.direct.Direct;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Network;
import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** What does not fit into memory is refused with its sizes before any of it is taken. */
class MemoryNeedTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Problem PROBLEM =
            Problem.over(X).require(U.d(X, X).equalTo(1)).require(U.equalTo(0).on(X.ends()));

    private static Recipe recipe(String network, Optimizer method) {
        return Recipe.of("own")
                .withNetwork(Architecture.parse(network), Initializer.glorotNormal())
                .withStages(Stage.of(method));
    }

    private static String refused(Runnable solve) {
        String[] message = new String[1];
        long bytes = Allocation.bytes(() -> message[0] =
                assertThrows(IllegalArgumentException.class, solve::run).getMessage());
        assertTrue(bytes < 50_000_000, bytes + " bytes for a refusal");
        assertEquals(1, message[0].lines().count(), message[0]);
        return message[0];
    }

    /** 240,021² numbers are 460.9 GB, twice: JᵀJ and its factor. */
    @Test
    void aNetworkOfTwentyThousandIsRefusedWithItsSizes() {
        Recipe wide = recipe("mlp(20000,10;tanh)", LevenbergMarquardt.standard());
        String message = refused(
                () -> Pinn.with(wide).backend("java").workers(1).steps(1).solve(PROBLEM));
        assertTrue(
                message.startsWith("memory: mlp(20000,10;tanh) has 240,021 parameters and needs 923.7 GB with "),
                message);
        assertTrue(message.contains("or for L-BFGS"), message);
        assertThrows(IllegalArgumentException.class, () -> Pinn.with(wide).explain(PROBLEM));
        Recipe deep = recipe("mlp(40000,40000;tanh)", Adam.standard());
        String vectors = refused(
                () -> Pinn.with(deep).backend("java").workers(1).steps(1).solve(PROBLEM));
        assertTrue(vectors.contains("has 1,600,160,001 parameters and needs 51.2 GB"), vectors);
    }

    @Test
    void aDirectSolveOfManyFeaturesIsRefusedAndTheUsualOneIsNot() {
        Recipe many = Recipe.direct().withDirect(Direct.standard().withFeatures(200, 200_000));
        String message = refused(
                () -> Pinn.with(many).backend("java").workers(1).steps(1).solve(PROBLEM));
        assertTrue(
                message.startsWith("memory: a direct solve of 200,000 features for each of 1 fields needs 1282.0 GB"),
                message);
        MemoryNeed.require(Direct.standard(), 5, 50_000_000);
    }

    /** The bound is where the figure is: one parameter more does not fit. */
    @Test
    void theBoundIsTheFigureThatExplainTells() {
        List<Network> one = List.of(Architecture.parse("mlp(3;tanh)").build(1, 1)); // 10 parameters
        for (Optimizer method : List.of(LevenbergMarquardt.standard(), Lbfgs.standard(), Adam.standard())) {
            Recipe recipe = recipe("mlp(3;tanh)", method);
            long need = (long) MemoryNeed.bytes(method, 12);
            MemoryNeed.require(recipe, one, 2, need);
            assertThrows(IllegalArgumentException.class, () -> MemoryNeed.require(recipe, one, 2, need - 1));
            assertThrows(IllegalArgumentException.class, () -> MemoryNeed.require(recipe, one, 3, need));
        }
        assertEquals(8 * 12 * (4 + 1024 + 24), MemoryNeed.bytes(LevenbergMarquardt.standard(), 12));
        assertTrue(Pinn.with(recipe("mlp(3;tanh)", Lbfgs.standard()))
                .explain(PROBLEM)
                .contains("MB with L-BFGS, of"));
    }
}
