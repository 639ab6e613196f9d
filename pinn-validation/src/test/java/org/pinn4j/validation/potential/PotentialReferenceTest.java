package org.pinn4j.validation.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Cavity;
import org.pinn4j.problems.Potential;
import org.pinn4j.problems.Potential.Slope;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.References;
import org.pinn4j.validation.kept.KeptReferences;
import org.pinn4j.validation.order.RelativeL2;

class PotentialReferenceTest {
    private static final Axis X = Cavity.X;
    private static final Axis Y = Cavity.Y;
    private static final Grid COARSE = Grid.of(X, 21).by(Y, 21);

    private static double distance(Reference a, Reference b) {
        RelativeL2 distance = new RelativeL2();
        for (Field f : List.of(Cavity.U, Cavity.V)) {
            double[] x = COARSE.coordinates(f.axes());
            distance.add(a.values(f, x, COARSE.size()), b.values(f, x, COARSE.size()));
        }
        return distance.value();
    }

    /** Corners that are wrong make the rest as rough as the whole: convergence tells whether the known part is the right one. */
    @Test
    void theRestOfTheCavityIsSmoothOnceItsCornersAreKnown() {
        Potential potential = new Cavity().potential().orElseThrow();
        Reference rough = PotentialReference.of(potential, COARSE, 1e-3, () -> false);
        Reference fine = PotentialReference.of(potential, COARSE, 1e-4, () -> false);
        assertTrue(fine.kind().contains("20 x 20"), fine::kind);
        double error = distance(rough, fine);
        assertTrue(error <= rough.floor() && rough.floor() <= 20 * error, () -> error + " " + rough.floor());
        Potential smooth = new Potential(potential.statement(), List.of(), potential.slopes());
        Reference without = PotentialReference.of(smooth, COARSE, 5e-3, () -> false);
        double off = distance(without, fine);
        assertTrue(off <= without.floor() && off > 10 * fine.floor(), () -> off + " " + without.floor());
    }

    @Test
    void theLidMovesAndNothingGoesThroughTheWalls() {
        Reference flow = PotentialReference.of(new Cavity().potential().orElseThrow(), COARSE, 1e-3, () -> false);
        double[] walls = {0, 1, 0.3, 0.7, 0, 1, 0.4, 0.6, 0, 1, 1, 1};
        double[] u = flow.values(Cavity.U, walls, 6);
        double[] v = flow.values(Cavity.V, walls, 6);
        double[] lid = {0, 0, 0, 4 * 0.7 * 0.3, 0, 0};
        for (int i = 0; i < 6; i++) {
            assertEquals(lid[i], u[i], 1e-9, "u at point " + i);
            assertEquals(0, v[i], 1e-9, "v at point " + i);
        }
        assertFalse(flow.knows(Cavity.P));
        assertThrows(IllegalArgumentException.class, () -> flow.values(Cavity.P, walls, 6));
    }

    /** ψ = x⁴ − 6x²y² + y⁴ + e^x cos y is harmonic. */
    @Test
    void slopesOfAKnownPotentialAreFound() {
        Expr truth = X.pow(4)
                .minus(X.pow(2).times(Y.pow(2)).times(6))
                .plus(Y.pow(4))
                .plus(Expr.exp(X).times(Expr.cos(Y)));
        Field psi = Field.of("psi", X, Y);
        Problem laplace = Problem.over(X, Y)
                .require(psi.d(X, X).plus(psi.d(Y, Y)).equalTo(0))
                .require(psi.equalTo(truth).on(X.ends()))
                .require(psi.equalTo(truth).on(Y.ends()));
        Potential potential = new Potential(
                laplace, List.of(X.times(Y)), Map.of(Cavity.U, new Slope(X, 2), Cavity.V, new Slope(Y, -1)));
        PotentialReference found = PotentialReference.of(potential, COARSE, 1e-9, () -> false);
        double[] x = COARSE.coordinates(List.of(X, Y));
        double[] slope = CoordinateProgram.values(truth.d(Y).times(-1), List.of(X, Y), x, COARSE.size());
        assertTrue(new RelativeL2()
                        .add(found.values(Cavity.V, x, COARSE.size()), slope)
                        .value()
                <= 1e-9);
        assertEquals("", found.shortfall());
    }

    @Test
    void theBestReferenceOfAProblemIsThatOfItsPotentialAndIsKept(@TempDir Path folder) {
        References references = References.of(new Cavity());
        assertTrue(references.refusal().isEmpty());
        assertThrows(
                IllegalStateException.class,
                () -> references.within(java.time.Duration.ZERO).best());
        Potential potential = new Cavity().potential().orElseThrow();
        Reference kept = KeptReferences.in(folder)
                .reference(
                        new Cavity().statement(),
                        COARSE,
                        1e-3,
                        () -> PotentialReference.of(potential, COARSE, 1e-3, () -> false),
                        r -> r.shortfall().isEmpty());
        Reference again = KeptReferences.in(folder)
                .reference(
                        new Cavity().statement(),
                        COARSE,
                        1e-3,
                        () -> {
                            throw new AssertionError("computed again");
                        },
                        r -> true);
        assertTrue(again.knows(Cavity.U) && !again.knows(Cavity.P));
        assertEquals(0, distance(kept, again));
    }

    @Test
    void whatIsShortOfTheToleranceSaysSo() {
        int[] asked = new int[1];
        PotentialReference found =
                PotentialReference.of(new Cavity().potential().orElseThrow(), COARSE, 1e-9, () -> ++asked[0] > 2);
        assertTrue(found.shortfall().contains("not 1.0e-09"), found.shortfall());
        assertTrue(found.floor() > 1e-3, () -> "" + found.floor());
    }
}
