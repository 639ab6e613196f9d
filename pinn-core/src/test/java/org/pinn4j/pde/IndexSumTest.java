package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sums over an index against the same sums written out at d = 3. */
class IndexSumTest {
    private static final Axes X = Axes.of("x", 3, -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Coefficients C = Coefficients.of("c", 0.7, -1.3);
    private static final Axis A = X.at(1);
    private static final Axis B = X.at(2);
    private static final Axis D = X.at(3);

    /** Σ c_i sin(x_i + cos x_{i+1} + x_{i+1} cos x_i), i = 1, 2. */
    private static final Expr TWO_BODY = Expr.sum(1, 2, i -> C.at(i).times(body(X.at(i), X.at(i.plus(1)))));

    private static final Expr TWO_BODY_WRITTEN =
            body(A, B).times(0.7).plus(body(B, D).times(-1.3));
    private static final Expr RADIUS_WRITTEN = A.pow(2).plus(B.pow(2)).plus(D.pow(2));

    private static Expr body(Expr a, Expr b) {
        return Expr.sin(a.plus(Expr.cos(b)).plus(b.times(Expr.cos(a))));
    }

    /** Seeded values of every derivative, so that two trees of the same derivatives have the same value. */
    private static double value(Expr e, int seed) {
        Random random = new Random(seed);
        Map<String, Double> states = new TreeMap<>();
        return Evaluation.at(List.of(A, B, D, T), random.nextDouble(), -0.4, 0.3, 0.6)
                .withNormal(0.6, 0, -0.8, 0)
                .withStates((f, orders) -> states.computeIfAbsent(
                        f.name() + orders, key -> new Random(31L * seed + key.hashCode()).nextGaussian()))
                .evaluate(e);
    }

    private static void assertSame(Expr written, Expr sum) {
        for (int seed = 1; seed < 6; seed++) {
            double expected = value(written, seed);
            assertEquals(expected, value(sum, seed), 1e-13 * (1 + Math.abs(expected)), sum + " against " + written);
        }
    }

    @Test
    void sumsHaveTheValuesOfTheWrittenOnes() {
        assertSame(TWO_BODY_WRITTEN, TWO_BODY);
        assertSame(RADIUS_WRITTEN, X.squares());
        assertSame(U.d(A, A).plus(U.d(B, B)).plus(U.d(D, D)), U.laplacian());
        assertSame(U.d(A).pow(2).plus(U.d(B).pow(2)).plus(U.d(D).pow(2)), U.gradientSquared());
        assertSame(
                A.times(U.d(A)).plus(B.times(U.d(B))).plus(D.times(U.d(D))),
                X.sum(i -> X.at(i).times(U.d(X.at(i)))));
        assertSame(
                A.pow(2)
                        .times(U.d(A, A))
                        .plus(B.pow(2).times(U.d(B, B)))
                        .plus(D.pow(2).times(U.d(D, D))),
                X.sum(i -> X.at(i).pow(2).times(U.d(X.at(i), X.at(i)))));
        assertSame(
                Expr.cos(A.times(Math.PI)).plus(Expr.cos(B.times(Math.PI))).plus(Expr.cos(D.times(Math.PI))),
                X.sum(i -> Expr.cos(X.at(i).times(Math.PI))));
        Axes y = Axes.of("y", 4, 0, 1);
        Expr pairs = Expr.sum(1, 2, i -> y.at(i.times(2).minus(1)).times(y.at(i.times(2))));
        assertEquals(0.2 * 0.3 + 0.5 * 0.7, Evaluation.evaluate(pairs, y.all(), 0.2, 0.3, 0.5, 0.7), 1e-15);
        assertSame(X.sum(i -> X.normal(i).times(U.d(X.at(i)))), U.dn());
    }

    @Test
    void writingOutAndTermsAreTheSameSum() {
        IndexSum sum = (IndexSum) TWO_BODY;
        assertEquals(TWO_BODY_WRITTEN, sum.written());
        assertEquals(2, sum.terms().size());
        assertEquals(body(B, D).times(-1.3), sum.terms().get(1));
        double[] columns = ColumnValues.at(TWO_BODY, X.all(), List.of(new double[] {0.1, 0.2, 0.3}));
        assertEquals(Evaluation.evaluate(TWO_BODY_WRITTEN, X.all(), 0.1, 0.2, 0.3), columns[0], 1e-15);
    }

    @Test
    void derivativesAlongAnAxisTakeTheTermsItStandsIn() {
        for (Axis by : X.all()) {
            assertSame(TWO_BODY_WRITTEN.d(by), TWO_BODY.d(by));
            assertSame(TWO_BODY_WRITTEN.d(by, B), TWO_BODY.d(by, B));
            assertSame(RADIUS_WRITTEN.d(by), X.squares().d(by));
            Expr drift = X.sum(i -> X.at(i).times(U.d(X.at(i))));
            assertSame(((IndexSum) drift).written().d(by), drift.d(by));
            assertSame(((IndexSum) drift).written().d(by, A), drift.d(by, A));
        }
        assertSame(
                U.d(A, A, T).plus(U.d(B, B, T)).plus(U.d(D, D, T)),
                U.laplacian().d(T));
        assertEquals(Constant.ZERO, TWO_BODY.d(T));
    }

    @Test
    void laplacianAndGradientsOfFormulasAreThoseOfTheWrittenOnes() {
        Expr exact = Expr.constant(1).minus(X.squares()).times(TWO_BODY).plus(A.times(T));
        Expr written =
                Expr.constant(1).minus(RADIUS_WRITTEN).times(TWO_BODY_WRITTEN).plus(A.times(T));
        Expr expected = Expr.constant(0);
        Expr radial = Expr.constant(0);
        Expr product = Expr.constant(0);
        for (Axis by : X.all()) {
            expected = expected.plus(written.d(by, by));
            radial = radial.plus(by.times(written.d(by)));
            product = product.plus(written.d(by).times(U.d(by)));
        }
        assertSame(expected, X.laplacian(exact));
        assertSame(radial, X.radial(exact));
        assertSame(product, X.dot(exact, U));
        assertEquals(U.laplacian(), X.laplacian(U));
        Expr growing = Expr.exp(X.squares().times(0.5).plus(T)); // Δ = (d + r²) e^(r²/2 + t)
        assertSame(growing.times(RADIUS_WRITTEN.plus(3)), X.laplacian(growing));
    }

    @Test
    void equalSumsAreEqualAndTheirNormalFormIsLinear() {
        assertEquals(U.laplacian(), X.sum(j -> U.d(X.at(j), X.at(j))));
        assertEquals(U.laplacian().hashCode(), X.sum(j -> U.d(X.at(j), X.at(j))).hashCode());
        assertNotEquals(X.squares(), Expr.sum(1, 2, i -> X.at(i).pow(2)));
        assertEquals(
                X.squares().times(2).plus(X.squares()),
                X.sum(i -> X.at(i).pow(2).times(3)));
        assertEquals(Constant.ZERO, X.squares().minus(X.squares()));
        assertEquals(new Constant(3.5 * 3), X.sum(i -> Expr.constant(3.5)));
        Expr both = X.sum(
                i -> U.d(X.at(i), X.at(i)).plus(X.at(i).times(U.d(X.at(i))).times(2)));
        assertEquals(U.laplacian().plus(X.sum(i -> X.at(i).times(U.d(X.at(i)))).times(2)), both);
        assertEquals("Δu", U.laplacian().toString());
        assertEquals("|∇u|²", U.gradientSquared().toString());
    }

    @Test
    void substitutionWritesOutWhatItReplacesAndNoMore() {
        assertSame(
                Expr.constant(4).plus(B.pow(2)).plus(D.pow(2)),
                X.squares().substitute(e -> e.equals(A) ? Expr.constant(2) : null));
        assertEquals(U.laplacian(), U.laplacian().substitute(e -> e.equals(A) ? B : null));
        Field v = Field.of("v", X, T);
        assertSame(
                v.d(A).pow(2).plus(v.d(B).pow(2)).plus(v.d(D).pow(2)),
                U.gradientSquared().substitute(e -> e instanceof Derivative d ? new Derivative(v, d.orders()) : null));
    }

    /** What stands inside a trace is at another place, in a sum too. */
    @Test
    void tracesOfASumAreThoseOfItsTerms() {
        Expr drift = X.sum(i -> X.at(i).times(U.d(X.at(i)).trace(T.end())));
        Expr written = A.times(U.d(A).trace(T.end()))
                .plus(B.times(U.d(B).trace(T.end())))
                .plus(D.times(U.d(D).trace(T.end())));
        assertEquals(written, ((IndexSum) drift).written());
        Leaves leaves = Leaves.of(drift);
        assertEquals(3, leaves.states().size());
        assertTrue(leaves.statesHere().isEmpty());
        assertEquals(3, leaves.traces().size());
        assertTrue(leaves.families().contains(X));
        Evaluation at = Evaluation.at(List.of(A, B, D, T), 0.1, 0.2, 0.3, 0.4)
                .withTraces((face, field, orders) -> orders.indexOf(1) + 2);
        assertEquals(0.1 * 2 + 0.2 * 3 + 0.3 * 4, at.evaluate(drift), 1e-15);
    }

    @Test
    void leavesAreThoseOfTheTerms() {
        Leaves leaves = Leaves.of(U.laplacian().plus(TWO_BODY));
        assertEquals(Leaves.of(U.d(A, A), U.d(B, B), U.d(D, D)).states(), leaves.states());
        assertEquals(
                List.of(A, B, D),
                List.copyOf(leaves.axes()).stream()
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList());
        assertTrue(leaves.families().contains(X) && leaves.coefficients().contains(C));
    }

    @Test
    void whatNoSumCanMeanIsRefused() {
        assertMessage("places are 1 .. 3", () -> X.sum(i -> X.at(i.plus(1))));
        assertMessage("places are 1 .. 2", () -> X.sum(i -> C.at(i)));
        assertMessage(
                "one sum inside another", () -> X.sum(i -> X.sum(j -> X.at(i).times(X.at(j)))));
        assertMessage("u has not the axes", () -> X.sum(i -> Field.of("u", A, B).d(X.at(i))));
        assertMessage("Axes.dot", () -> X.sum(i -> U.pow(2).d(X.at(i))));
        Index[] escaped = new Index[1];
        X.sum(i -> X.at(escaped[0] = i));
        Problem p = Problem.over(X.and(T));
        assertMessage("outside of it", () -> p.require(U.times(X.at(escaped[0])).equalTo(0)));
        Axes two = Axes.of("x", 2, -1, 1);
        assertMessage("the problem has the families [x1 ... x3]", () -> p.require(U.equalTo(two.squares())));
        Problem with = p.require(U.equalTo(TWO_BODY));
        Expr other = Expr.sum(1, 2, i -> Coefficients.of("c", 1, 2).at(i).times(X.at(i)));
        assertMessage("the name 'c' stands for two things", () -> with.require(U.d(T).equalTo(other)));
        Expr namesake = Expr.sum(1, 2, i -> Coefficients.of("x", 1, 2).at(i).times(X.at(i)));
        assertMessage("the name 'x' stands for two things", () -> p.require(U.equalTo(namesake)));
        assertMessage("end the name with a letter", () -> Axes.of("x1", 3, 0, 1));
        assertMessage("one coordinate each", () -> X.laplacian(TWO_BODY.pow(2)));
    }

    private static void assertMessage(String part, Runnable wrong) {
        String message =
                assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
