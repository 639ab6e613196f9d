package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Cases;
import org.pinn4j.train.History;

/** Going on from a solution. */
class WarmStartTest {
    private static Pinn small() {
        return Pinn.with(Cases.small()).workers(1);
    }

    @Test
    void aRunBeginsAtTheHeldOutResidualOfItsStartAndDoesNotLoseIt() {
        Solution start = small().steps(40).solve(Cases.heat());
        Pinn.Solved next = small().steps(10).startingFrom(start).run(Cases.heat());
        History.Entry first = next.training().history().entries().get(0);
        assertEquals(start.card().heldOut(), first.heldOut(), 0.0);
        assertTrue(next.solution().card().heldOut() <= start.card().heldOut());
    }

    @Test
    void withAnotherSeedItBeginsNearIt() {
        Solution start = small().steps(40).solve(Cases.heat());
        Pinn.Solved next =
                Pinn.standard().workers(1).seed(9).steps(1).startingFrom(start).run(Cases.heat());
        double first = next.training().history().entries().get(0).heldOut();
        assertEquals(1, first / start.card().heldOut(), 0.9);
    }

    /** The initial condition is in the ansatz: that of the start would meet the old one for ever. */
    @Test
    void theHardConditionsOfTheNewStatementHold() {
        Solution start = small().steps(20).solve(Cases.heat());
        Expr bump = Cases.X.times(Expr.constant(1).minus(Cases.X)).times(4);
        Solution next = small().steps(5).startingFrom(start).solve(Cases.heat(0.1, bump));
        assertEquals(0.84, next.at(0.3, 0), 1e-12);
        assertEquals(0, next.at(0, 0.2), 1e-12);
    }

    @Test
    void theSameAnsatzIsKeptForAnotherCoefficientOfTheEquation() {
        Solution start = small().steps(20).solve(Cases.heat());
        Solution next =
                small().seed(4).steps(5).startingFrom(start).solve(Cases.heat(0.1, Expr.sin(Cases.X.times(Math.PI))));
        assertEquals(start.ansatz(), next.ansatz());
    }

    @Test
    void aStartWithOtherInputsIsAnError() {
        Field v = Field.of("v", Cases.X);
        Problem ode = Problem.over(Cases.X)
                .require(v.d(Cases.X).equalTo(v))
                .require(v.equalTo(1).on(Cases.X.start()));
        Solution start = small().steps(1).solve(ode);
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> small().startingFrom(start).solve(Cases.heat()));
        assertTrue(e.getMessage().contains("1 inputs and 1 outputs, this problem needs 2 and 1"), e::getMessage);
    }

    @Test
    void aStartWithOtherCoefficientsIsAnErrorAndOneWithoutIsNot() {
        Parameter a = Parameter.of("a", 0.3);
        Parameter b = Parameter.of("b", 1);
        Problem one = Problem.over(Cases.X, Cases.T)
                .require(Cases.U.d(Cases.T).equalTo(Cases.U.d(Cases.X, Cases.X).times(a)))
                .require(Cases.U.equalTo(Expr.sin(Cases.X.times(Math.PI))).on(Cases.T.start()))
                .require(Cases.U.equalTo(0).on(Cases.X.ends()));
        Problem two = one.require(Cases.U
                .equalTo(Expr.measurement().times(b))
                .onData(new double[][] {{0.5, 0.1}}, new double[] {0.8}));
        Solution none = small().steps(20).solve(Cases.heat());
        Solution start = small().steps(1).startingFrom(none).solve(one);
        assertEquals(none.theta().length + 1, start.theta().length);
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> small().startingFrom(start).solve(two));
        assertTrue(e.getMessage().contains("1 trainable coefficients, this problem has 2"), e::getMessage);
    }

    /** Where the untrained residual overflows it is no measure: divided by it, any start would seem to be exact. */
    @Test
    void aStartIsNotMeasuredByAnUntrainedNetworkThatOverflows() {
        Field v = Field.of("v", Cases.X);
        Expr away = v.plus(1).plus(Cases.X);
        Problem line = Problem.over(Cases.X)
                .require(v.d(Cases.X).equalTo(-1))
                .require(v.equalTo(-1).on(Cases.X.start()));
        Problem wall = Problem.over(Cases.X)
                .require(v.d(Cases.X)
                        .equalTo(Expr.exp(away.pow(2).minus(0.01).times(1e6)).minus(2)))
                .require(v.equalTo(-1).on(Cases.X.start()));
        assertEquals(Outcome.NON_FINITE, small().steps(1).solve(wall).outcome());
        Solution start = small().steps(40).solve(line);
        Pinn.Solved next = small().steps(1).startingFrom(start).run(wall);
        double first = next.training().history().entries().get(0).heldOut();
        assertTrue(first > 0.1 && first < 10, () -> "held out " + first);
    }

    @Test
    void aStartThatIsAlreadyBestIsReturnedAsItIs() {
        Solution start = small().steps(60).solve(Cases.heat());
        Solution same = small().steps(1).tolerance(0.5).startingFrom(start).solve(Cases.heat());
        assertArrayEquals(start.theta(), same.theta(), 0.0);
    }
}
