package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is no energy, or has no least value, is refused where it is stated, with the reason and what to do. */
class WrongEnergiesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, Y);
    private static final Field V = Field.of("v", X);
    private static final Expr GRADIENT = U.d(X).pow(2).plus(U.d(Y).pow(2));
    private static final Problem PLANE = Problem.over(X, Y);

    private static void refused(Supplier<Object> what, String... words) {
        String message = assertThrows(IllegalArgumentException.class, what::get).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void whatIsNoDensitySaysWhy() {
        refused(() -> PLANE.minimising(U.d(X, X).pow(2)), "u_xx is of order 2", "first derivatives");
        refused(() -> PLANE.minimising(GRADIENT).minimising(U.d(X), X.end()), "u_x is of order 1", "values of fields");
        refused(() -> PLANE.minimising(X.times(Y)), "no field");
        refused(() -> PLANE.minimising(V.d(X).pow(2)), "field v has axes (x)", "(x, y)");
        refused(() -> PLANE.minimising(GRADIENT, X.end().where(Y, 0, 0.5)), "a whole end");
        refused(() -> PLANE.minimising(GRADIENT.times(Parameter.of("k", 1))), "coefficient k is unknown");
        refused(() -> PLANE.minimising(GRADIENT.times(Double.NaN)), "NaN");
        refused(
                () -> Problem.over(X, T).minimising(Field.of("w", X, T).d(X).pow(2)),
                "runs in time t",
                "state its equations with require");
        refused(() -> PLANE.minimising(U.d(X).pow(2).times(Expr.values("k", p -> p[0], X))), "values alone");
    }

    @Test
    void beneathAnEnergyNoEquationIsStated() {
        Condition equation = GRADIENT.equalTo(1).on(Region.interior());
        refused(() -> PLANE.minimising(GRADIENT).require(equation), "in place of equations");
        refused(() -> PLANE.require(equation).minimising(GRADIENT), "in place of equations");
    }

    @Test
    void onTheBoundaryValuesOfWholePartsStandBesideAnEnergy() {
        Problem p = PLANE.minimising(GRADIENT);
        refused(() -> p.require(U.d(X).equalTo(0).on(X.end())), "natural conditions", "minimising(density, region)");
        refused(() -> p.require(U.equalTo(0).on(X.end().where(Y, 0, 0.5))), "whole part");
        refused(() -> p.require(U.equalTo(U.trace(X.end())).on(X.start())), "periodicIn");
    }

    @Test
    void whatShortWavesTakeToMinusInfinityIsUnbounded() {
        refused(() -> PLANE.minimising(GRADIENT.negate()), "unbounded below", "change its sign");
        refused(() -> PLANE.minimising(U.d(X).pow(2).minus(U.d(Y).pow(2))), "unbounded below");
        refused(() -> PLANE.minimising(GRADIENT.times(X.minus(0.5))), "unbounded below", "(x, y) = ");
        refused(() -> PLANE.minimising(GRADIENT.minus(GRADIENT.pow(2))), "unbounded below");
        refused(() -> PLANE.minimising(U.d(X).times(U.d(Y))), "unbounded below");
    }

    private static Problem held(Expr e) {
        return PLANE.require(e.equalTo(0)).require(U.equalTo(0).on(Region.boundary()));
    }

    @Test
    void anEquationOfNoEnergySaysWhichConditionFails() {
        Expr laplace = U.d(X, X).plus(U.d(Y, Y)).negate();
        refused(() -> StatedEnergy.of(held(laplace.plus(U.d(X)))), "not its own adjoint", "∂E/∂u_x", "by 1");
        refused(() -> StatedEnergy.of(held(laplace.plus(U.times(U.d(Y))))), "not its own adjoint", "by u");
        refused(() -> StatedEnergy.of(held(laplace.times(U.pow(2).plus(1)))), "Ritz");
        refused(() -> StatedEnergy.of(held(laplace.plus(Expr.sin(U)))), "no polynomial");
        refused(() -> StatedEnergy.of(held(U.d(X, X).minus(U.d(Y, Y)))), "both signs");
        refused(() -> StatedEnergy.of(held(U.d(X, X, X, X).plus(laplace))), "order 4");
        refused(
                () -> StatedEnergy.of(
                        PLANE.require(laplace.equalTo(1)).require(U.equalTo(0).on(X.ends()))),
                "states no value of u",
                "y = 0");
        refused(
                () -> StatedEnergy.of(PLANE.require(laplace.equalTo(1))
                        .require(U.equalTo(0).on(X.ends()))
                        .require(U.d(Y).equalTo(0).on(Y.ends()))),
                "condition on a derivative");
        Field w = Field.of("w", X, T);
        refused(
                () -> StatedEnergy.of(Problem.over(X, T).require(w.d(T).equalTo(w.d(X, X)))),
                "runs in time t",
                "no minimum");
    }

    @Test
    void whatIsNoBalanceOfAFluxHasNoWeakForm() {
        refused(() -> WeakForm.of(held(U.d(X, X, X).plus(U))), "order 3");
        refused(() -> WeakForm.of(held(U.d(X, X).times(U.d(Y)).plus(U))), "coefficient of u_xx has derivatives");
        refused(() -> WeakForm.of(PLANE.require(U.equalTo(0).on(X.start()))), "no equation in the interior");
    }
}
