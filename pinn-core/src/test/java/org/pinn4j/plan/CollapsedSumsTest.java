package org.pinn4j.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.compile.Program;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;

class CollapsedSumsTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final List<Axis> AXES = List.of(X, Y, T);
    private static final Field U = Field.of("u", X, Y, T);
    private static final Field V = Field.of("v", X, Y, T);
    private static final Field W = Field.of("w", X, Y, T);
    private static final Expr K = Expr.exp(X.times(Y));

    private static Expr laplacian(Field f) {
        return f.d(X, X).plus(f.d(Y, Y));
    }

    private static DerivativePlan plan(CollapsedSums sums) {
        return sums.plan(Program.compile(sums.expressions()).states());
    }

    private static int channels(Expr... equations) {
        return plan(CollapsedSums.of(List.of(equations), AXES)).channels();
    }

    private static int plainChannels(Expr... equations) {
        return plan(CollapsedSums.none(List.of(equations), AXES)).channels();
    }

    private static void collapsesTo(int expected, Expr... equations) {
        assertEquals(expected, channels(equations), () -> Arrays.toString(equations));
        assertTrue(expected < plainChannels(equations));
    }

    private static void staysPlain(Expr... equations) {
        DerivativePlan plan = plan(CollapsedSums.of(List.of(equations), AXES));
        assertEquals(plan(CollapsedSums.none(List.of(equations), AXES)), plan, () -> Arrays.toString(equations));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void poissonInDDimensionsNeedsDPlusTwoChannels(int d) {
        List<Axis> axes =
                IntStream.range(0, d).mapToObj(k -> Axis.of("x" + k, 0, 1)).toList();
        Field u = new Field("u", axes);
        Expr sum = axes.stream().map(a -> u.d(a, a)).reduce(Expr.constant(1), Expr::plus);
        CollapsedSums sums = CollapsedSums.of(List.of(sum), axes);
        assertEquals(d + 2, plan(sums).channels());
        assertTrue(sums.costs().startsWith("%d channels, %d without".formatted(d + 2, 2 * d + 1)), sums.costs());
    }

    /** Δ over a family and a weighted one are one channel beside the value and the slopes, the same as written out. */
    @Test
    void sumsOverAnIndexCollapseAsTheWrittenOnes() {
        Axes x = Axes.of("x", 10, 0, 1);
        Field u = Field.of("u", x, T);
        List<Axis> axes = List.of(x.and(T));
        Coefficients c = Coefficients.of("c", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        Expr weighted = x.sum(i -> c.at(i).times(u.d(x.at(i), x.at(i))));
        for (Expr sum : List.of(u.laplacian(), weighted, u.laplacian().times(K).plus(u.gradientSquared()))) {
            Expr equation = u.d(T).minus(sum.times(0.5)).plus(u.pow(3));
            Expr written = x.all().stream()
                    .map(a -> u.d(a, a)
                            .times(sum.equals(weighted) ? c.value(x.all().indexOf(a) + 1) : 1))
                    .reduce(Expr.constant(0), Expr::plus);
            DerivativePlan plan = plan(CollapsedSums.of(List.of(equation), axes));
            assertEquals(13, plan.channels());
            assertEquals(plan(CollapsedSums.of(List.of(u.d(T).minus(written)), axes)), plan);
        }
        Expr varying = x.sum(i -> x.at(i).pow(2).times(u.d(x.at(i), x.at(i))));
        assertEquals(
                22, plan(CollapsedSums.of(List.of(varying.minus(u.d(T))), axes)).channels());
        Expr both = u.laplacian().plus(u.d(x.at(3), x.at(3)).times(u));
        assertEquals(13, plan(CollapsedSums.of(List.of(both), axes)).channels(), "a part that is used alone too");
    }

    @Test
    void anyConstantRatioCollapses() {
        collapsesTo(4, U.d(T, T).minus(U.d(X, X).times(9)));
        collapsesTo(5, laplacian(U).times(K).plus(U.pow(3)).minus(U.d(T)));
        collapsesTo(5, K.times(U.d(X, X)).plus(U.d(T)).plus(K.times(U.d(Y, Y))));
        collapsesTo(4, laplacian(U).times(0.1).plus(U), laplacian(U).times(0.3).times(U.d(X)));
        collapsesTo(4, Expr.sin(laplacian(U)).times(laplacian(U).plus(1).pow(2)));
        collapsesTo(4, laplacian(U).times(Parameter.of("nu", 0.1)).plus(U));
        collapsesTo(4, laplacian(U).trace(X.end()).minus(laplacian(U)));
    }

    @Test
    void aMixedDerivativeMayStandBeside() {
        collapsesTo(5, laplacian(U).plus(U.d(X, Y)));
    }

    @Test
    void aMemberUsedAloneForbidsIt() {
        staysPlain(laplacian(U), U.d(X, X).times(U));
        staysPlain(laplacian(U), U.d(Y, Y).trace(X.start()));
        staysPlain(laplacian(U).plus(Expr.sin(U.d(X, X))));
        staysPlain(laplacian(U).plus(U.d(X, X).times(U.d(Y, Y))));
        staysPlain(laplacian(U), U.d(X, X).plus(U.d(Y, Y).times(2)));
        staysPlain(U.d(X, X).times(X).plus(U.d(Y, Y).times(Y)));
        staysPlain(U.d(X, X).times(Parameter.of("p", 1)).plus(U.d(Y, Y)));
        staysPlain(laplacian(U).pow(2).plus(U.d(X, X).pow(2)));
    }

    @Test
    void higherOrdersForbidIt() {
        staysPlain(laplacian(U).plus(V.d(X, X, X)));
        staysPlain(laplacian(U), laplacian(U).d(T));
    }

    @Test
    void onlyThePartThatKeepsItsRatioCollapses() {
        Expr all = laplacian(U).plus(U.d(T, T));
        collapsesTo(1 + 3 + 1 + 1, all, U.d(T, T).times(U));
    }

    @Test
    void fieldsWithTheSameWeightsShareAChannelAndOthersHaveTheirOwn() {
        collapsesTo(4, laplacian(U).plus(V), laplacian(V).times(0.2).minus(U));
        assertEquals(1 + 2 + 2, channels(laplacian(U), V.d(X, X).plus(V.d(Y, Y).times(2))));
        Expr wide = laplacian(U).plus(U.d(T, T));
        Expr other = laplacian(V).plus(V.d(T, T).times(5));
        collapsesTo(1 + 3 + 2, wide, other);
    }

    @Test
    void theCheaperPlanWins() {
        staysPlain(laplacian(U), W.d(X, X).plus(W), W.d(Y, Y).times(W));
        CollapsedSums sums = CollapsedSums.of(List.of(laplacian(U), W.d(X, X), W.d(Y, Y)), AXES);
        assertEquals("5 channels, 6 with [u_xx + u_yy] collapsed", sums.costs());
        assertEquals(
                "2 channels, no sum to collapse",
                CollapsedSums.of(List.of(U.d(X)), AXES).costs());
    }

    @Test
    void theStandInIsNoFieldOfTheProblem() {
        Field taken = Field.of("sum1", X, Y, T);
        CollapsedSums sums = CollapsedSums.of(List.of(laplacian(U).plus(taken)), AXES);
        Program program = Program.compile(sums.expressions());
        DerivativePlan plan = plan(sums);
        int collapsed = 0;
        for (Program.StateLeaf leaf : program.states()) {
            if (plan.isCollapsed(sums.channel(leaf, plan))) {
                assertNotEquals(taken, leaf.field());
                assertEquals(U, sums.field(leaf));
                collapsed++;
            } else {
                assertEquals(leaf.field(), sums.field(leaf));
            }
        }
        assertEquals(1, collapsed);
    }
}
