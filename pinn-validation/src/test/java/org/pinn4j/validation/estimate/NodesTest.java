package org.pinn4j.validation.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;

class NodesTest {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis T = Axis.time("t", 1, 3);

    private static double integral(Axis axis, int panels, DoubleUnaryOperator f) {
        Nodes nodes = Nodes.on(List.of(axis), Panels.of(panels));
        double sum = 0;
        for (int i = 0; i < nodes.count(); i++) {
            sum += nodes.weights()[i] * f.applyAsDouble(nodes.x()[i]);
        }
        return sum;
    }

    /** Six nodes on a panel are exact for polynomials of degree 11, whatever the widths of the panels. */
    @Test
    void polynomialsOfDegreeElevenAreIntegratedExactly() {
        assertEquals((Math.pow(2, 12) - 1) / 12, integral(X, 5, x -> Math.pow(x, 11)), 1e-12 * 341);
        assertEquals((Math.pow(3, 12) - 1) / 12, integral(T, 5, t -> Math.pow(t, 11)), 1e-12 * 44287);
    }

    /** A layer of a thousandth of the axis, which 16 equal panels integrate to a third only. */
    @Test
    void aThinLayerAtTheStartOrAtAFaceIsResolvedByFewPanels() {
        double width = 1e-3 * T.length();
        assertEquals(width, integral(T, 16, t -> Math.exp(-(t - T.min()) / width)), 1e-5 * width);
        double other = 1e-3 * X.length();
        assertEquals(other, integral(X, 16, x -> Math.exp(-(X.max() - x) / other)), 1e-4 * other);
    }

    @Test
    void bothEndsAreAmongTheNodesWithoutWeight() {
        Nodes nodes = Nodes.on(List.of(X), Panels.of(3));
        int last = nodes.count() - 1;
        assertEquals(X.min(), nodes.x()[0]);
        assertEquals(X.max(), nodes.x()[last]);
        assertEquals(0, nodes.weights()[0] + nodes.weights()[last]);
    }
}
