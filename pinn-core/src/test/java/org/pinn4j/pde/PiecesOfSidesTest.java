package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.SoftCondition;
import org.pinn4j.pde.text.ProblemText;

/** Laplace's equation on a rectangle, one side of which is heated on its middle: conditions on pieces of a side. */
class PiecesOfSidesTest {
    private static final Axis X = Axis.of("x", 0, 2);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Field U = Field.of("u", X, Y);
    private static final Problem OPEN = Problem.over(X, Y)
            .require(U.d(X, X).plus(U.d(Y, Y)).equalTo(0))
            .require(U.dn().equalTo(0).on(X.ends()))
            .require(U.equalTo(0).on(Y.end()))
            .require(U.equalTo(1).on(Y.start().where(X, 0.5, 1.2)).named("heater"));
    private static final Problem HEATER = OPEN.require(
                    U.dn().equalTo(0).on(Y.start().where(X, 0, 0.5)))
            .require(U.dn().equalTo(0).on(Y.start().where(X.minus(1.2))));

    private static List<String> keys(Problem p) {
        return p.findings().stream().map(Finding::key).toList();
    }

    @Test
    void aSideCountsWhereTheFewestOfItsPiecesAre() {
        assertEquals(List.of(), keys(HEATER));
        assertTrue(OPEN.blockingFindings().stream().anyMatch(f -> f.key().startsWith("missing-boundary:u")));
    }

    @Test
    void aPieceOfASideIsAFaceWithItsOwnInterval() {
        Part piece = HEATER.domain().geometry(Y.start().where(X, 0.5, 1.2));
        assertEquals(0.7, piece.measure(), 1e-15);
        assertEquals(1, piece.charts().size());
        double[] x = new double[2];
        piece.charts().get(0).map(new double[] {0.5}, x);
        assertArrayEquals(new double[] {0.85, 0}, x, 1e-15);
        Part rest = HEATER.domain().geometry(Y.start().where(X.minus(1.2)));
        assertEquals(0.8, rest.measure(), 1e-12);
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> OPEN.require(U.equalTo(0).on(Y.start().where(X, 3, 4))));
        assertTrue(e.getMessage().contains("the region is empty"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Y.start().where(X, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Y.start().where(U));
    }

    /** Nothing is lost: each piece keeps its condition in the loss, and the whole sides stay hard. */
    @Test
    void piecesAreSoftAndStayInTheLoss() {
        AnsatzDesign design = AnsatzDesign.of(HEATER);
        List<Region> soft = design.softConditions().stream()
                .map(SoftCondition::samplingRegion)
                .toList();
        assertTrue(soft.contains(Y.start().where(X, 0.5, 1.2)), soft.toString());
        assertTrue(soft.contains(Y.start().where(X.minus(1.2))), soft.toString());
        assertTrue(design.notes().stream().anyMatch(n -> n.startsWith("heater on") && n.contains("is soft")));
        assertTrue(Symmetries.of(HEATER).isEmpty());
    }

    @Test
    void theTextReadsBackAsAnEqualStatement() {
        String text = ProblemText.write(HEATER);
        assertTrue(text.contains("between x 0.5 1.2"), text);
        assertEquals(HEATER, ProblemText.parse(text, Map.of()));
    }
}
