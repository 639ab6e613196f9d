package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.RandomTrees.T;
import static org.pinn4j.pde.RandomTrees.U;
import static org.pinn4j.pde.RandomTrees.X;

import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

class DerivativeRulesTest {
    private static final List<Axis> AXES = List.of(X, T);

    /** u = sin(1.3x + 0.7t + 0.2), of which every derivative is known. */
    private static double u(double x, double t, List<Integer> orders) {
        int a = orders.get(0);
        int b = orders.get(1);
        return Math.pow(1.3, a) * Math.pow(0.7, b) * Math.sin(1.3 * x + 0.7 * t + 0.2 + (a + b) * Math.PI / 2);
    }

    private static double value(Expr e, double x, double t) {
        return Evaluation.at(AXES, x, t)
                .withStates((f, orders) -> u(x, t, orders))
                .evaluate(e);
    }

    /** Exact derivatives against those of Hipparchus, on trees that reach every rule. */
    @Test
    void derivativesOfRandomTreesAgreeWithHipparchus() {
        RandomTrees trees = new RandomTrees(11, false);
        Random random = new Random(12);
        for (int k = 0; k < 300; k++) {
            Expr e = trees.tree(3);
            double x = 2 * random.nextDouble() - 1;
            double t = random.nextDouble();
            DSFactory factory = new DSFactory(2, 2);
            DerivativeStructure jet = e.accept(new JetWalk(factory.variable(0, x), factory.variable(1, t)));
            int[][] orders = {{0, 0}, {1, 0}, {0, 1}, {1, 1}, {2, 0}};
            Expr[] derivatives = {e, e.d(X), e.d(T), e.d(X, T), e.d(X, X)};
            for (int i = 0; i < orders.length; i++) {
                double expected = jet.getPartialDerivative(orders[i]);
                double scale = Math.abs(expected) + Math.abs(jet.getValue()) + 1;
                assertEquals(expected, value(derivatives[i], x, t), 1e-9 * scale, "tree " + k + ": " + derivatives[i]);
            }
        }
    }

    @Test
    void mixedDerivativesCommuteAsTrees() {
        RandomTrees trees = new RandomTrees(13, false);
        int varying = 0;
        for (int k = 0; k < 100; k++) {
            Expr product = trees.tree(2);
            double a = value(product.d(X, T), 0.3, 0.4);
            assertEquals(a, value(product.d(T, X), 0.3, 0.4), 1e-11 * (1 + Math.abs(a)), product.toString());
            varying += a != 0 ? 1 : 0;
        }
        assertTrue(varying > 30);
        assertEquals(U.times(U.d(X)).d(X, T), U.times(U.d(X)).d(T, X));
        assertEquals(U.pow(3).d(X, T), U.pow(3).d(T, X));
    }

    @Test
    void aDerivativeOfAProductIsTheProductRule() {
        assertEquals(U.times(U.d(X)).times(2), U.times(U).d(X));
        assertEquals(U.times(U.d(X)), U.times(U).times(0.5).d(X));
        assertEquals("2·u·u_x", U.times(U).d(X).toString());
    }

    @Test
    void orderDoesNotMatterAndLikeTermsJoin() {
        assertEquals(U.plus(X), X.plus(U));
        assertEquals(U.times(X).hashCode(), X.times(U).hashCode());
        assertEquals(U.times(5), U.times(X).plus(U.times(3)).minus(X.times(U)).plus(U.times(2)));
        assertEquals(Expr.constant(0), U.plus(X).minus(X.plus(U)));
        assertEquals(
                U.times(2).times(U),
                U.times(2).pow(0.5).times(U.times(2).pow(0.5)).times(U));
        assertEquals(Expr.constant(0.0), Expr.constant(-0.0));
        assertNotEquals(U.plus(X), U.plus(T));
    }

    @Test
    void aFieldDoesNotVaryAlongAForeignAxis() {
        Axis y = Axis.of("y", 0, 1);
        String message =
                assertThrows(IllegalArgumentException.class, () -> U.d(y)).getMessage();
        assertTrue(message.contains("(x, t)") && message.contains("no axis y"), message);
        String values = assertThrows(IllegalArgumentException.class, () -> RandomTrees.TABLE.d(X))
                .getMessage();
        assertTrue(values.contains("Expr.function"), values);
        assertEquals(Expr.constant(0), RandomTrees.TABLE.d(T));
    }

    /** The tree in Hipparchus' arithmetic, for u as above. */
    private record JetWalk(DerivativeStructure x, DerivativeStructure t) implements ExprVisitor<DerivativeStructure> {
        @Override
        public DerivativeStructure constant(double value) {
            return x.getField().getZero().add(value);
        }

        @Override
        public DerivativeStructure axis(Axis axis) {
            return axis.isTime() ? t : x;
        }

        @Override
        public DerivativeStructure parameter(Parameter parameter) {
            return constant(parameter.start());
        }

        @Override
        public DerivativeStructure state(Field field, List<Integer> orders) {
            int a = orders.get(0);
            int b = orders.get(1);
            return x.multiply(1.3)
                    .add(t.multiply(0.7))
                    .add(0.2 + (a + b) * Math.PI / 2)
                    .sin()
                    .multiply(Math.pow(1.3, a) * Math.pow(0.7, b));
        }

        @Override
        public DerivativeStructure sum(List<Expr> terms) {
            return terms.stream().map(e -> e.accept(this)).reduce(constant(0), DerivativeStructure::add);
        }

        @Override
        public DerivativeStructure product(List<Expr> factors) {
            return factors.stream().map(e -> e.accept(this)).reduce(constant(1), DerivativeStructure::multiply);
        }

        @Override
        public DerivativeStructure power(Expr base, double exponent) {
            DerivativeStructure b = base.accept(this);
            return exponent == Math.rint(exponent) ? b.pow((int) exponent) : b.pow(exponent);
        }

        @Override
        public DerivativeStructure call(Function function, Expr argument) {
            DerivativeStructure a = argument.accept(this);
            return switch (function) {
                case SIN -> a.sin();
                case COS -> a.cos();
                case EXP -> a.exp();
                case LOG -> a.log();
                case TANH -> a.tanh();
                case ABS -> a.abs();
                case SIGN -> a.sign();
                case ASINH -> a.asinh();
                case ERF -> erf(a);
                case ATAN -> a.atan();
                case SINH -> a.sinh();
                case COSH -> a.cosh();
            };
        }

        private static DerivativeStructure erf(DerivativeStructure a) {
            double v = a.getValue();
            double slope = 2 / Math.sqrt(Math.PI) * Math.exp(-v * v);
            return a.compose(org.hipparchus.special.Erf.erf(v), slope, -2 * v * slope);
        }

        @Override
        public DerivativeStructure coordinateFunction(CoordinateFunction function) {
            return RandomTrees.bump(new DerivativeStructure[] {x, t});
        }

        @Override
        public DerivativeStructure sampledFunction(SampledFunction function) {
            throw new AssertionError("not in these trees");
        }

        @Override
        public DerivativeStructure normal(Axis axis) {
            throw new AssertionError("not in these trees");
        }

        @Override
        public DerivativeStructure trace(Expr inner, Region region) {
            throw new AssertionError("not in these trees");
        }

        @Override
        public DerivativeStructure measurement() {
            throw new AssertionError("not in these trees");
        }
    }
}
