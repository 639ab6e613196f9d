package org.pinn4j.ansatz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** Whether values on a rim and values at the start of time meet is a question of the field's size, not of either datum's. */
class PartFormsTest {
    private static final Axis X = Axis.of("x");
    private static final Axis Y = Axis.of("y");
    private static final Axis T = Axis.time("t", 0, 2);
    private static final Field U = Field.of("u", X, Y, T);
    private static final Disk DISK = Disk.of(X, Y, 0.3, -0.1, 0.7);

    private static AnsatzDesign design(Expr initial, Expr rim) {
        return AnsatzDesign.of(Problem.over(DISK.times(T))
                .require(U.d(T).equalTo(U.d(X, X).plus(U.d(Y, Y))))
                .require(U.equalTo(initial).on(T.start()))
                .require(U.equalTo(rim).on(DISK.part("circle"))));
    }

    /** 0.49 − ρ²: zero on the rim but for rounding. */
    private static Expr bubble() {
        return Expr.constant(0.49).minus(X.minus(0.3).pow(2)).minus(Y.plus(0.1).pow(2));
    }

    private static void assertAllHard(AnsatzDesign design) {
        assertEquals(1, design.softConditions().size(), design.notes()::toString);
    }

    @Test
    void dataThatMeetButForRoundingAreBothHard() {
        assertAllHard(design(bubble(), Expr.constant(0)));
        assertAllHard(design(bubble().times(2e6).plus(5), Expr.constant(5)));
        assertAllHard(design(Expr.constant(0), Expr.sin(T.times(3)).times(X.plus(4))));
        Expr cancels = Expr.exp(X).times(T.plus(0.7)).minus(Expr.exp(X).times(0.7));
        assertAllHard(design(Expr.constant(0), cancels));
    }

    @Test
    void dataThatDisagreeAreNotHoweverSmallTheyAre() {
        AnsatzDesign design = design(bubble().plus(0.01), Expr.constant(0));
        assertEquals(2, design.softConditions().size());
        assertTrue(
                String.join("\n", design.notes())
                        .contains("initial at t = 0.0 is soft: the data of 'boundary' disagree by 0.01"),
                design.notes()::toString);
        assertEquals(
                2,
                design(bubble().times(1e-9).plus(1e-11), Expr.constant(0))
                        .softConditions()
                        .size());
    }
}
