package org.pinn4j.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;

/** Compiled derivatives up to the tenth, by rule and of user code, against {@link Series}. */
class TenthOrderTest {
    private static final int ORDER = 10;
    private static final double TOLERANCE = 1e-9; // of the largest among the points; rules cancel digits
    private static final double[] AT = {-0.7, 0.1, 0.9};
    private static final double[] ERF = {-0.6778011938374184, 0.1124629160182849, 0.7969082124228322};
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", -1, 1);

    /** A formula and its series. @param series of x at one of the points */
    record Law(String name, Expr formula, UnaryOperator<Series> series) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static <T extends CalculusFieldElement<T>> T code(T[] a) {
        return a[0].multiply(a[0])
                .negate()
                .exp()
                .multiply(a[0].multiply(3).sin())
                .add(a[0].add(2).log());
    }

    static Stream<Law> laws() {
        return Stream.of(
                new Law("sin", Expr.sin(X.times(2)), x -> x.times(2).sin()),
                new Law("cos of a square", Expr.cos(X.pow(2)), x -> x.times(x).cos()),
                new Law(
                        "exp of a square",
                        Expr.exp(X.pow(2).times(-1)),
                        x -> x.times(x).times(-1).exp()),
                new Law("tanh", Expr.tanh(X.times(1.5)), x -> x.times(1.5).tanh()),
                new Law("log", Expr.log(X.plus(2)), x -> x.plus(2).log()),
                new Law("atan", Expr.atan(X), Series::atan),
                new Law("asinh", Expr.asinh(X.times(0.5)), x -> x.times(0.5).asinh()),
                new Law("erf", Expr.erf(X), x -> x.erf(erf(x.c()[0]))),
                new Law(
                        "sinh by cosh",
                        Expr.sinh(X.times(2)).times(Expr.cosh(X)),
                        x -> x.times(2).sinh().times(x.cosh())),
                new Law(
                        "a root",
                        X.pow(2).plus(1).pow(0.5),
                        x -> x.times(x).plus(1).pow(0.5)),
                new Law("a quotient", X.plus(3).pow(-1), x -> x.plus(3).pow(-1)),
                new Law("a power", X.plus(1.5).pow(7), x -> x.plus(1.5).pow(7)),
                new Law(
                        "a product",
                        Expr.sin(X).times(Expr.exp(X)).times(X),
                        x -> x.sin().times(x.exp()).times(x)),
                new Law(
                        "code",
                        Expr.function("code", TenthOrderTest::code, X),
                        x -> x.times(x)
                                .times(-1)
                                .exp()
                                .times(x.times(3).sin())
                                .plus(x.plus(2).log())),
                new Law(
                        "code of an expression",
                        Expr.function("code", TenthOrderTest::code, X)
                                .substitute(e -> e.equals(X) ? X.times(X).times(0.5) : null),
                        x -> {
                            Series z = x.times(x).times(0.5);
                            return z.times(z)
                                    .times(-1)
                                    .exp()
                                    .times(z.times(3).sin())
                                    .plus(z.plus(2).log());
                        }));
    }

    private static double erf(double x) {
        return x == AT[0] ? ERF[0] : x == AT[1] ? ERF[1] : ERF[2];
    }

    @ParameterizedTest
    @MethodSource("laws")
    void derivativesByRuleAreThoseOfTheSeries(Law law) {
        double[][] got = compiled(derivatives(law.formula(), X), List.of(X), AT);
        for (int k = 0; k <= ORDER; k++) {
            double[] wanted = new double[AT.length];
            double largest = 0;
            for (int i = 0; i < AT.length; i++) {
                wanted[i] = law.series().apply(Series.variable(AT[i], ORDER)).derivative(k);
                largest = Math.max(largest, Math.abs(wanted[i]));
            }
            for (int i = 0; i < AT.length; i++) {
                assertEquals(wanted[i], got[k][i], TOLERANCE * largest, "order " + k + " at " + AT[i]);
            }
        }
    }

    private static List<Expr> derivatives(Expr e, Axis by) {
        List<Expr> all = new ArrayList<>(List.of(e));
        for (int k = 1; k <= ORDER; k++) {
            all.add(all.get(k - 1).d(by));
        }
        return all;
    }

    private static double[][] compiled(List<Expr> all, List<Axis> axes, double[] x) {
        CoordinateProgram program = CoordinateProgram.compile(all, axes);
        int n = x.length / axes.size();
        double[][] out = new double[all.size()][n];
        program.evaluate(n, x, null, null, out, program.scratch(n));
        return out;
    }

    /** Five derivatives along each axis, of code that takes both. */
    @Test
    void mixedDerivativesOfCodeAreProductsWhereTheCodeIsOne() {
        Expr both = Expr.function("both", TenthOrderTest::both, X, Y);
        Expr mixed = both;
        for (int k = 0; k < ORDER / 2; k++) {
            mixed = mixed.d(X, Y);
        }
        double got = compiled(List.of(mixed), List.of(X, Y), new double[] {AT[0], AT[2]})[0][0];
        double byX = Series.variable(AT[0], ORDER).times(2).sin().derivative(ORDER / 2);
        double byY = Series.variable(AT[2], ORDER).plus(3).log().derivative(ORDER / 2);
        assertEquals(byX * byY, got, 1e-12 * Math.abs(byX * byY));
    }

    private static <T extends CalculusFieldElement<T>> T both(T[] a) {
        return a[0].multiply(2).sin().multiply(a[1].add(3).log());
    }
}
