package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** A coefficient that jumps, and is differentiated, is an error wherever it comes from; one that is merely steep is none. */
class JumpsTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", -2, 3);
    private static final Field U = Field.of("u", X, Y);

    private static final class Code {
        static <F extends CalculusFieldElement<F>> F step(F[] p) {
            return p[0].getField().getZero().add(p[0].getReal() < 0.7 ? 2.5 : 90);
        }

        static <F extends CalculusFieldElement<F>> F layer(F[] p) {
            return p[0].subtract(0.7).divide(2e-6).tanh().multiply(40).add(50);
        }

        static <F extends CalculusFieldElement<F>> F kink(F[] p) {
            return FastMath.abs(p[0].subtract(0.7)).add(1);
        }

        static <F extends CalculusFieldElement<F>> F waves(F[] p) {
            return p[0].multiply(700).sin().add(1e4);
        }

        static <F extends CalculusFieldElement<F>> F constantTo(F[] p) {
            return p[0].getField().getZero().add(Math.exp(p[0].getReal()));
        }
    }

    private static Problem divergence(Expr k) {
        return Problem.over(X, Y)
                .require(k.times(U.d(X)).d(X).plus(k.times(U.d(Y)).d(Y)).equalTo(0));
    }

    private static String refusal(Expr k) {
        return assertThrows(IllegalArgumentException.class, () -> divergence(k)).getMessage();
    }

    @Test
    void codeThatStepsIsRefusedWithTheRemedy() {
        String message = refusal(Expr.function("k", Code::step, Y));
        assertTrue(message.contains("k(y) jumps at y = 0.7, from 2.5 to 90"), message);
        assertTrue(message.contains("make the flux a field"), message);
    }

    @Test
    void codeThatHidesItsDerivativeIsRefused() {
        String message = refusal(Expr.function("k", Code::constantTo, Y));
        assertTrue(message.contains("is not that of its values") && message.contains("getReal()"), message);
    }

    @Test
    void steepLayersKinksAndFastWavesAreFunctionsLikeOthers() {
        assertDoesNotThrow(() -> divergence(Expr.function("k", Code::layer, Y)));
        assertDoesNotThrow(() -> divergence(Expr.function("k", Code::kink, Y)));
        assertDoesNotThrow(() -> divergence(Expr.function("k", Code::waves, Y)));
        assertDoesNotThrow(() -> divergence(Expr.abs(Y).plus(1)));
    }

    @Test
    void aKinkDifferentiatedTwiceIsAJump() {
        Expr k = Expr.function("k", Code::kink, Y);
        Equation twice = k.d(Y, Y).times(U).equalTo(U.d(Y, Y));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Problem.over(X, Y).require(twice))
                .getMessage();
        assertTrue(message.contains("jumps at y = 0.7, from -1 to 1"), message);
    }

    @Test
    void formulasWithMagnitudesAndSignsAreRefusedWhereTheyJump() {
        Expr s = Y.minus(1.2);
        for (Expr k : new Expr[] {
            Expr.abs(s).over(s).times(3).plus(5), Expr.abs(s).d(Y).times(3).plus(5)
        }) {
            String message = refusal(k);
            assertTrue(message.contains("jumps at y = 1.2, from 2 to 8"), message);
        }
        assertDoesNotThrow(() -> divergence(Expr.abs(Y.plus(4)).d(Y).times(3).plus(5)));
    }

    /** Without a magnitude or a sign; at the middle of the axis, where the formula has no value; by functions of a pole. */
    @Test
    void howAStepIsWrittenDoesNotMatter() {
        for (double at : new double[] {0.5, 1.2, -0.75}) {
            Expr s = Y.minus(at);
            Expr root = Expr.sqrt(s.pow(2)).over(s);
            Expr pole = Expr.tanh(s.pow(-1));
            Expr logistic = Expr.exp(s.pow(-1)).plus(1).pow(-1).times(-2).plus(1);
            for (Expr step : new Expr[] {root, pole, logistic, Expr.abs(s).over(s)}) {
                String message = refusal(step.times(4).plus(7));
                assertTrue(message.contains("jumps at y = " + at) && message.contains("from 3 to 11"), message);
            }
        }
    }

    /** Steeper than numbers resolve is a jump; a ten-billionth of the axis is none. */
    @Test
    void aLayerThatNoNumbersResolveIsAJump() {
        String message = refusal(Expr.tanh(Y.minus(1.2).times(1e16)).times(4).plus(7));
        assertTrue(message.contains("jumps at y = 1.2, from 3 to 11"), message);
        assertDoesNotThrow(() -> divergence(Expr.tanh(Y.minus(1.2).times(2e9)).plus(7)));
    }

    @Test
    void rootsPolesAndSmoothedStepsAreFunctionsLikeOthers() {
        Expr s = Y.minus(0.5);
        for (Expr k : new Expr[] {
            Expr.sqrt(Y.plus(2)),
            Y.plus(2).pow(1.0 / 3),
            Y.plus(2).pow(-1),
            s.pow(-1),
            s.pow(-3),
            Expr.sqrt(s.pow(2)),
            s.over(Expr.sqrt(s.pow(2).plus(1e-8))),
            Y.pow(2).plus(1).pow(-1)
        }) {
            assertDoesNotThrow(() -> divergence(k.plus(4)), k::toString);
        }
    }

    @Test
    void aDerivativeThatStandsAloneIsRefusedToo() {
        Equation alone = U.d(X).equalTo(Expr.function("k", Code::step, Y).d(Y));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Problem.over(X, Y).require(alone))
                .getMessage();
        assertTrue(message.contains("k(y) jumps at y = 0.7, from 2.5 to 90"), message);
        Expr s = Y.minus(1.2);
        for (Expr e : new Expr[] {
            Expr.abs(s).over(s).times(3),
            Expr.abs(s).d(Y),
            Expr.abs(s).d(Y).times(2).plus(Y)
        }) {
            String refused = assertThrows(IllegalArgumentException.class, () -> e.d(Y), e::toString)
                    .getMessage();
            assertTrue(refused.contains("jumps at y = 1.2, from -"), refused);
        }
        assertEquals(Constant.ZERO, Expr.abs(s).d(Y).d(X));
        assertEquals(Constant.ZERO, Expr.abs(Y.plus(4)).d(Y).d(Y));
    }

    @Test
    void theMagnitudeOfAnUnknownIsDifferentiatedLikeAnythingElse() {
        Problem p = Problem.over(X, Y)
                .require(U.d(X, X).plus(U.d(Y, Y)).equalTo(Expr.abs(U).d(X)))
                .require(U.equalTo(1).on(Region.boundary()));
        assertEquals(List.of(), p.findings());
    }

    /** Two steps that undo each other a 900th of the axis further, wherever they stand. */
    @Test
    void aNarrowPulseIsAJump() {
        double width = 5.0 / 900;
        for (int k = 0; k < 8; k++) {
            double from = -1.9 + 0.6017 * k;
            String coded = refusal(Expr.function("k", Pulse.at(from, width), Y));
            assertTrue(coded.contains("k(y) jumps at y = "), coded);
        }
        Expr box =
                Expr.abs(Y.minus(0.5)).d(Y).minus(Expr.abs(Y.minus(0.5 + width)).d(Y));
        String formula = refusal(box.times(3).plus(4));
        assertTrue(formula.contains("jumps at y = 0.5"), formula);
    }

    private record Pulse(double from, double width) implements CoordinateFunction.Code {
        static Pulse at(double from, double width) {
            return new Pulse(from, width);
        }

        @Override
        public <F extends CalculusFieldElement<F>> F value(F[] p) {
            double y = p[0].getReal();
            return p[0].getField().getZero().add(from < y && y < from + width ? 7 : 3);
        }
    }

    @Test
    void valuesAloneAreToldHowToJumpOnlyIfTheyDo() {
        String jump = refusal(Expr.values("k", p -> p[0] < 0.7 ? 2.5 : 90, Y));
        assertTrue(jump.contains("k(y) jumps at y = 0.7, from 2.5 to 90") && jump.contains("flux"), jump);
        assertTrue(!jump.contains("Expr.function"), jump);
        String smooth = refusal(Expr.values("k", p -> Math.exp(p[0]), Y));
        assertTrue(smooth.contains("Expr.function") && !smooth.contains("jump"), smooth);
    }

    @Test
    void aJumpThatNothingDifferentiatesIsWelcome() {
        Field q = Field.of("q", X, Y);
        Expr k = Expr.values("k", p -> p[0] < 0.7 ? 2.5 : 90, Y);
        assertDoesNotThrow(
                () -> Problem.over(X, Y).require(q.equalTo(k.times(U.d(Y)))).require(q.d(Y).equalTo(0)));
    }
}
