package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Design;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.train.Cases;

/** A form of the user's choice where values stand on parts of a boundary that are no ends of axes. */
class OwnFormOnShapesTest {
    private static final Axis X = Axis.of("x");
    private static final Axis Y = Axis.of("y");
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, Y);
    private static final Field V = Field.of("v", X, Y, T);
    private static final Disk DISK = Disk.of(X, Y, 1, 0, 0.5);
    private static final Region RIM = DISK.part("circle");
    private static final Expr INSIDE =
            Expr.constant(0.25).minus(X.minus(1).pow(2)).minus(Y.pow(2));
    private static final Problem POISSON = Problem.over(DISK)
            .require(U.d(X, X).plus(U.d(Y, Y)).equalTo(-6))
            .require(U.equalTo(Expr.constant(1).minus(Y)).on(RIM));
    private static final Problem COOLING = Problem.over(DISK.times(T))
            .require(V.d(T).equalTo(V.d(X, X).plus(V.d(Y, Y))))
            .require(V.equalTo(INSIDE).on(T.start()))
            .require(V.equalTo(0).on(RIM));

    private static List<String> soft(AnsatzDesign design) {
        return design.softConditions().stream().map(s -> s.condition().name()).toList();
    }

    private static AnsatzDesign formed(Problem problem, Field field, Expr base, Expr factor) {
        return AnsatzDesign.of(problem).with(field, base, factor, "own form");
    }

    @Test
    void aFormThatHasTheValuesOfAPartLeavesTheEquationAlone() {
        AnsatzDesign design = formed(POISSON, U, Expr.constant(1).minus(Y), INSIDE.times(X));
        assertEquals(List.of("pde"), soft(design));
        assertTrue(
                design.notes().contains("boundary on circle is hard: the form given for u has it"),
                design.notes()::toString);
        assertEquals(List.of("pde"), soft(formed(COOLING, V, INSIDE, T.times(INSIDE))));
    }

    @Test
    void aFormThatMissesTheValuesOfAPartLeavesThemToTheLoss() {
        Expr one = Expr.constant(1);
        AnsatzDesign factor = formed(POISSON, U, one.minus(Y), one);
        AnsatzDesign base = formed(POISSON, U, one, INSIDE);
        for (AnsatzDesign design : List.of(factor, base)) {
            assertEquals(List.of("pde", "boundary"), soft(design));
            assertEquals(RIM, design.softConditions().get(1).samplingRegion());
            assertFalse(design.notes().contains("boundary on circle is hard"), design.notes()::toString);
            assertTrue(
                    design.notes().contains("boundary on circle is soft: the form given for u misses it"),
                    design.notes()::toString);
        }
        assertEquals(List.of("pde", "boundary"), soft(formed(COOLING, V, INSIDE, T)));
    }

    /** One half of a side has no distance of its own, but a form may have its values. */
    @Test
    void aPieceOfASideIsAskedToo() {
        Axis a = Axis.of("a", 0, 1);
        Axis b = Axis.of("b", 0, 1);
        Field w = Field.of("w", a, b);
        Problem plate = Problem.over(a, b)
                .require(w.d(a, a).plus(w.d(b, b)).equalTo(b))
                .require(w.equalTo(2).on(a.start()).named("left"))
                .require(w.equalTo(3).on(a.end().where(b, 0, 0.5)).named("below"))
                .require(w.dn().equalTo(0).on(a.end().where(b, 0.5, 1)).named("above"))
                .require(w.dn().equalTo(0).on(b.ends()).named("walls"));
        Expr both = a.times(Expr.constant(1).minus(a));
        assertEquals(List.of("pde", "walls", "above"), sorted(formed(plate, w, a.plus(2), both)));
        assertEquals(List.of("pde", "walls", "above", "below"), sorted(formed(plate, w, a.plus(2), a)));
    }

    private static List<String> sorted(AnsatzDesign design) {
        List<String> names = soft(design);
        return List.of("pde", "walls", "above", "below", "left").stream()
                .filter(names::contains)
                .toList();
    }

    /** u = 1 − y + 3/2·(1/4 − ρ²), ρ from the centre of the disk. */
    @Test
    void theAnswerHasTheValuesThatTheFormMisses() {
        Solution s = Pinn.with(
                        Cases.small().withDesign(Design.derived().withForm(U, X.times(0.2), X, "misses the rim")))
                .workers(1)
                .seed(1)
                .steps(80)
                .solve(POISSON);
        assertEquals(1.375, s.at(1, 0), 1e-3);
        assertEquals(0.5, s.at(1, 0.5), 1e-3);
    }
}
