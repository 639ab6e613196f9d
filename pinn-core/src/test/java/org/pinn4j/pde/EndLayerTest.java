package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndLayerTest {
    private static final Axis X = Axis.of("x", 0, 2);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Field V = Field.of("v", X);
    private static final Field W = Field.of("w", X, Y);

    private static List<EndLayer> of(Equation equation, Axis... axes) {
        return EndLayer.of(Problem.over(axes).require(equation));
    }

    private static void is(EndLayer layer, Axis axis, Region.Side side, double width) {
        assertEquals(axis, layer.axis());
        assertEquals(side, layer.side());
        assertEquals(width, layer.width(), 0.02 * width);
    }

    @Test
    void theWindBlowsToTheLayer() {
        List<EndLayer> with = of(U.d(X, X).times(-1e-4).plus(U.d(X).times(5)).equalTo(1), X);
        List<EndLayer> against = of(U.d(X, X).times(-1e-4).minus(U.d(X)).equalTo(1), X);
        assertEquals(1, with.size());
        is(with.get(0), X, Region.Side.MAX, 2e-5);
        is(against.get(0), X, Region.Side.MIN, 1e-4);
    }

    @Test
    void reactionHasLayersAtBothEnds() {
        List<EndLayer> both = of(U.d(X, X).times(-1e-6).plus(U).equalTo(X), X);
        is(both.get(0), X, Region.Side.MIN, 1e-3);
        is(both.get(1), X, Region.Side.MAX, 1e-3);
    }

    @Test
    void eachAxisHasItsOwn() {
        Expr wind = W.d(X).minus(W.d(Y).times(2));
        List<EndLayer> two =
                of(W.d(X, X).plus(W.d(Y, Y)).times(-1e-3).plus(wind).equalTo(1), X, Y);
        is(two.get(0), X, Region.Side.MAX, 1e-3);
        is(two.get(1), Y, Region.Side.MIN, 5e-4);
    }

    @Test
    void aSystemOfFirstOrderHasThatOfItsEquation() {
        List<EndLayer> one = EndLayer.of(Problem.over(X)
                .require(U.d(X).equalTo(V))
                .require(V.d(X).times(1e-4).equalTo(V.minus(1))));
        assertEquals(1, one.size());
        is(one.get(0), X, Region.Side.MAX, 1e-4);
    }

    @Test
    void aStiffEquationHasItsLayerAtTheStart() {
        Field y = Field.of("y", T);
        is(of(y.d(T).equalTo(Expr.cos(T).minus(y).times(1000)), T).get(0), T, Region.Side.MIN, 1e-3);
    }

    @Test
    void wavesAndSlowModesHaveNone() {
        Field v = Field.of("v", X, T);
        assertTrue(of(W.d(X, X).plus(W.d(Y, Y)).equalTo(1), X, Y).isEmpty());
        assertTrue(of(W.d(X, X).plus(W.d(Y, Y)).plus(W.times(1e4)).equalTo(1), X, Y)
                .isEmpty());
        assertTrue(of(v.d(T, T).equalTo(v.d(X, X).times(1e4)), X, T).isEmpty());
        assertTrue(of(v.d(T).equalTo(v.d(X, X)), X, T).isEmpty());
        assertTrue(of(v.d(T).plus(v.d(X).times(100)).equalTo(0), X, T).isEmpty());
    }

    @Test
    void aCircleHasNoEnds() {
        Problem ring = Problem.over(X)
                .require(U.d(X, X).times(-1e-4).plus(U.d(X)).plus(U).equalTo(1))
                .periodicIn(X);
        assertTrue(EndLayer.of(ring).isEmpty());
    }
}
