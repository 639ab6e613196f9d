package org.pinn4j.ansatz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backends;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

class AnsatzDesignTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", 0, 2);
    private static final Axis T = Axis.time("t", 0, 3);
    private static final Field U = Field.of("u", X, T);
    private static final Field S = Field.of("s", X, Y);
    private static final int POINTS = 40;

    private static Problem heat(Expr initial) {
        return Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X)))
                .require(U.equalTo(initial).on(T.start()));
    }

    /** Vanishes at both ends, and has no symmetry. */
    private static Expr hump() {
        return Expr.sin(X.times(Math.PI)).plus(X.pow(2).times(-1).plus(1).times(0.3));
    }

    /** ∂_axis^order of the field at random points on which {@code fixed} is {@code value}; the network is a random one. */
    private static double[] field(AnsatzDesign design, double[] points, Axis by, int order) {
        Network network = Mlp.of("tanh", 6).build(design.features().size(), 1);
        Ansatz ansatz = design.build(network, 1);
        Integer[] index = {0, 0};
        index[ansatz.axes().indexOf(by)] = order;
        DerivativePlan plan = DerivativePlan.of(2, List.of(List.of(index)));
        AnsatzColumns columns = new AnsatzColumns(ansatz, plan);
        double[] block = new double[(columns.size() + 2 * plan.channels()) * POINTS];
        columns.evaluate(POINTS, points, block, 0, columns.scratch(POINTS));
        AnsatzJets jets = new AnsatzJets(
                ansatz, columns, plan, POINTS, Backends.select("java").blas());
        double[] theta = network.initialise(Initializer.glorotNormal().withBiases(1), RandomStream.of(5, "theta"));
        jets.forward(theta, block, 0, POINTS, false);
        int channel = plan.channel(List.of(index));
        double[] values = Arrays.copyOfRange(jets.field(0), channel * POINTS, (channel + 1) * POINTS);
        return Arrays.stream(values).map(v -> v * plan.factorial(channel)).toArray();
    }

    private static double[] points(List<Axis> axes, Axis fixed, double value) {
        Random random = new Random(11);
        double[] x = new double[2 * POINTS];
        for (int a = 0; a < 2; a++) {
            for (int i = 0; i < POINTS; i++) {
                Axis axis = axes.get(a);
                double inside = axis.min() + axis.length() * (0.01 + 0.98 * random.nextDouble());
                x[a * POINTS + i] = axis.equals(fixed) ? value : inside;
            }
        }
        return x;
    }

    private static double[] values(Expr e, List<Axis> axes, double[] points) {
        CoordinateProgram program = CoordinateProgram.compile(List.of(e), axes);
        double[][] out = new double[1][POINTS];
        program.evaluate(POINTS, points, null, null, out, program.scratch(POINTS));
        return out[0];
    }

    private static void assertMet(AnsatzDesign design, List<Axis> axes, Axis on, double at, int order, Expr datum) {
        double[] points = points(axes, on, at);
        double[] got = field(design, points, on, order);
        assertTrue(Arrays.stream(got).allMatch(Double::isFinite));
        double[] wanted = values(datum, axes, points);
        for (int i = 0; i < POINTS; i++) {
            assertEquals(wanted[i], got[i], 1e-12, on + " = " + at + ", point " + i + ", " + design.notes());
        }
    }

    /** The network must be free inside, or a condition would be met trivially. */
    private static void assertFreeInside(AnsatzDesign design, List<Axis> axes, Expr base) {
        double[] points = points(axes, null, 0);
        double[] got = field(design, points, axes.get(0), 0);
        double[] g = values(base, axes, points);
        assertTrue(Math.abs(got[0] - g[0]) > 1e-6);
    }

    @Test
    void dataOnAllFacesOfASquareAreMetByAnyNetwork() {
        Expr datum = Expr.exp(X.times(0.7)).times(Y.plus(0.3).pow(2)).plus(X);
        Problem problem = Problem.over(X, Y)
                .require(S.d(X, X).plus(S.d(Y, Y)).equalTo(X))
                .require(S.equalTo(datum).on(org.pinn4j.pde.Region.boundary()));
        AnsatzDesign design = AnsatzDesign.of(problem);
        for (Axis axis : List.of(X, Y)) {
            assertMet(design, List.of(X, Y), axis, axis.min(), 0, datum);
            assertMet(design, List.of(X, Y), axis, axis.max(), 0, datum);
        }
        assertFreeInside(design, List.of(X, Y), design.base(S));
        assertEquals(1, design.softConditions().size(), "the equation alone");
    }

    @Test
    void initialAndBoundaryDataAreMetTogether() {
        AnsatzDesign design = AnsatzDesign.of(heat(hump()).require(U.equalTo(0).on(X.ends())));
        assertMet(design, List.of(X, T), T, T.min(), 0, hump());
        assertMet(design, List.of(X, T), X, X.min(), 0, Expr.constant(0));
        assertMet(design, List.of(X, T), X, X.max(), 0, Expr.constant(0));
        assertFreeInside(design, List.of(X, T), design.base(U));
    }

    @Test
    void anEquationOfSecondOrderInTimeMeetsItsInitialSlopeToo() {
        Expr slope = X.pow(2).times(-1).plus(1).times(X.plus(2));
        Problem wave = Problem.over(X, T)
                .require(U.d(T, T).equalTo(U.d(X, X)))
                .require(U.equalTo(hump()).on(T.start()))
                .require(U.d(T).equalTo(slope).on(T.start()))
                .require(U.equalTo(0).on(X.ends()));
        AnsatzDesign design = AnsatzDesign.of(wave);
        assertMet(design, List.of(X, T), T, T.min(), 0, hump());
        assertMet(design, List.of(X, T), T, T.min(), 1, slope);
        assertMet(design, List.of(X, T), X, X.max(), 0, Expr.constant(0));
    }

    @Test
    void theFactorIsPositiveInsideAndAtMostOne() {
        for (Problem problem : List.of(
                heat(hump()).require(U.equalTo(0).on(X.ends())),
                heat(Expr.sin(X.times(Math.PI))).require(U.equalTo(0).on(X.ends())),
                heat(X.plus(1)).require(U.equalTo(0).on(X.start())))) {
            AnsatzDesign design = AnsatzDesign.of(problem);
            double[] points = points(design.place().axes(), null, 0);
            for (double phi : values(design.factor(U), List.of(X, T), points)) {
                assertTrue(phi > 0 && phi <= 1, "factor " + phi + " in " + design.factor(U));
            }
        }
    }

    private static void assertSoft(Problem problem, int count, String reason) {
        AnsatzDesign design = AnsatzDesign.of(problem);
        assertEquals(count, design.softConditions().size(), () -> design.notes().toString());
        assertTrue(
                String.join("\n", design.notes()).contains(reason),
                () -> design.notes().toString());
    }

    @Test
    void aDatumWithAKinkAcrossTheWrapIsSoft() {
        assertSoft(heat(X.pow(2).times(Expr.cos(X.times(Math.PI)))).periodicIn(X), 2, "jumps");
    }

    @Test
    void dataThatDisagreeAtACornerAreNotAllHard() {
        assertSoft(heat(hump().plus(1)).require(U.equalTo(0).on(X.ends())), 2, "is soft");
    }

    @Test
    void dataKnownByValuesOnlyAreSoft() {
        assertSoft(
                heat(Expr.values("table", p -> 1 - p[0] * p[0], X))
                        .require(U.equalTo(0).on(X.ends())),
                2,
                "is soft");
    }

    @Test
    void fluxesAreSoft() {
        AnsatzDesign design =
                AnsatzDesign.of(heat(hump()).require(U.d(X).equalTo(1).on(X.end())));
        assertEquals(2, design.softConditions().size());
        assertMet(design, List.of(X, T), T, T.min(), 0, hump());
    }

    @Test
    void anOddProblemIsSolvedOnHalfItsAxisAndVanishesAtTheCentre() {
        AnsatzDesign design = AnsatzDesign.of(
                heat(Expr.sin(X.times(Math.PI))).require(U.equalTo(0).on(X.ends())));
        assertEquals(1, design.folds().size());
        assertEquals(-1, design.folds().get(0).parity().get(U));
        assertEquals(Axis.of("x", 0, 1), design.place().axes().get(0));
        assertMet(design, List.of(X, T), X, 0, 0, Expr.constant(0));
        assertMet(design, List.of(X, T), X, 1, 0, Expr.constant(0));
        assertMet(design, List.of(X, T), T, 0, 0, Expr.sin(X.times(Math.PI)));
    }

    @Test
    void aPeriodicAnsatzContinuesWithAllDerivatives() {
        Expr datum = Expr.exp(Expr.sin(X.times(Math.PI).plus(0.3)));
        AnsatzDesign design = AnsatzDesign.of(heat(datum).periodicIn(X));
        for (int order = 0; order <= 3; order++) {
            double[] left = field(design, points(List.of(X, T), X, X.min()), X, order);
            double[] right = field(design, points(List.of(X, T), X, X.max()), X, order);
            for (int i = 0; i < POINTS; i++) {
                assertEquals(left[i], right[i], 1e-9 * Math.max(1, Math.abs(left[i])));
            }
        }
    }
}
