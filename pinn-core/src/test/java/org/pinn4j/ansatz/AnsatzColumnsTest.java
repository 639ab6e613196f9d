package org.pinn4j.ansatz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;

class AnsatzColumnsTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Field U = Field.of("u", X, Y);
    private static final int POINTS = 3;

    /** An expression of the library and the same in Hipparchus' arithmetic, grown together. */
    private record Pair(Expr tree, DerivativeStructure[] jets) {}

    private static Pair grow(Random random, int depth, DerivativeStructure[][] x) {
        if (depth == 0) {
            int axis = random.nextInt(2);
            return new Pair(axis == 0 ? X : Y, x[axis]);
        }
        Pair a = grow(random, depth - 1, x);
        Pair b = grow(random, depth - 1, x);
        double c = random.nextGaussian();
        return switch (random.nextInt(8)) {
            case 0 -> join(a, b, a.tree.plus(b.tree.times(c)), (f, g) -> f.add(g.multiply(c)));
            case 1 -> join(a, b, a.tree.times(b.tree), DerivativeStructure::multiply);
            case 2 ->
                join(
                        a,
                        b,
                        a.tree.over(b.tree.pow(2).plus(1)),
                        (f, g) -> f.divide(g.multiply(g).add(1)));
            case 3 ->
                join(a, b, Expr.sin(a.tree.plus(b.tree)), (f, g) -> f.add(g).sin());
            case 4 ->
                join(
                        a,
                        b,
                        Expr.exp(a.tree.times(-0.5)).times(b.tree),
                        (f, g) -> f.multiply(-0.5).exp().multiply(g));
            case 5 ->
                join(a, b, Expr.tanh(a.tree).minus(b.tree), (f, g) -> f.tanh().subtract(g));
            case 6 ->
                join(
                        a,
                        b,
                        Expr.asinh(a.tree.times(b.tree)),
                        (f, g) -> f.multiply(g).asinh());
            default ->
                join(
                        a,
                        b,
                        a.tree.pow(2).plus(2).pow(0.5).times(b.tree),
                        (f, g) -> f.multiply(f).add(2).sqrt().multiply(g));
        };
    }

    private static Pair join(
            Pair a, Pair b, Expr tree, java.util.function.BinaryOperator<DerivativeStructure> operation) {
        DerivativeStructure[] jets = new DerivativeStructure[POINTS];
        for (int i = 0; i < POINTS; i++) {
            jets[i] = operation.apply(a.jets[i], b.jets[i]);
        }
        return new Pair(tree, jets);
    }

    private static DerivativePlan plan(Random random, int order) {
        List<List<Integer>> needed = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            int first = random.nextInt(order + 1);
            needed.add(List.of(first, order - first));
        }
        return DerivativePlan.of(2, needed, order <= 2 ? List.of(new double[] {1, -0.7}) : List.of());
    }

    /** Symbolic derivatives of 400 random expressions, compiled, against truncated Taylor arithmetic, orders 0 to 4. */
    @Test
    void jetsOfExpressionsAgreeWithTheDerivativeStructuresOfHipparchus() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            DerivativePlan plan = plan(random, random.nextInt(5));
            double[] points = random.doubles(2 * POINTS, -1, 1).toArray();
            DSFactory factory = new DSFactory(2, 4);
            DerivativeStructure[][] x = new DerivativeStructure[2][POINTS];
            for (int k = 0; k < 2 * POINTS; k++) {
                x[k / POINTS][k % POINTS] = factory.variable(k / POINTS, points[k]);
            }
            Pair feature = grow(random, 1 + random.nextInt(2), x);
            Pair base = grow(random, 1, x);
            Pair factor = grow(random, 2, x);
            Ansatz ansatz = new Ansatz(
                    List.of(X, Y),
                    List.of(feature.tree),
                    List.of(Mlp.of("tanh", 2).build(1, 1)),
                    List.of(new Ansatz.Form(U, base.tree, factor.tree, 0, 0)),
                    List.of());
            AnsatzColumns columns = new AnsatzColumns(ansatz, plan);
            double[] block = new double[columns.size() * POINTS];
            columns.evaluate(POINTS, points, block, 0, columns.scratch(POINTS));
            compare(plan, feature, block, 0, seed);
            compare(plan, base, block, columns.base(POINTS), seed);
            compare(plan, factor, block, columns.factor(POINTS), seed);
        }
    }

    private static void compare(DerivativePlan plan, Pair pair, double[] block, int offset, long seed) {
        for (int i = 0; i < POINTS; i++) {
            double scale = 0;
            for (double derivative : pair.jets[i].getAllDerivatives()) {
                scale = Math.max(scale, Math.abs(derivative));
            }
            for (int c = 0; c < plan.channels(); c++) {
                double got = block[offset + c * POINTS + i] * plan.factorial(c);
                assertEquals(wanted(plan, c, pair.jets[i]), got, 1e-11 * scale, "seed " + seed + ": " + pair.tree);
            }
        }
    }

    private static double wanted(DerivativePlan plan, int c, DerivativeStructure u) {
        if (plan.isCollapsed(c)) {
            double[] w = plan.weights(c);
            return w[0] * u.getPartialDerivative(2, 0) + w[1] * u.getPartialDerivative(0, 2);
        }
        return u.getPartialDerivative(plan.index(c).get(0), plan.index(c).get(1));
    }
}
