package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.domain.Disk;

/** What is concentrated on a short stretch of an axis is found on every scale, and nothing else is. */
class PulsesTest {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis T = Axis.time("t", 0, 5);
    private static final Field U = Field.of("u", X);
    private static final Field W = Field.of("w", X, T);
    private static final double AT = 0.6173;

    private static List<Pulse> source(Expr f) {
        return Pulses.of(Problem.over(X).require(U.d(X, X).equalTo(f)));
    }

    private static List<Pulse> moving(Expr f) {
        return Pulses.of(Problem.over(X, T).require(W.d(T).equalTo(W.d(X, X).plus(f))));
    }

    private static Expr bell(Expr distance, double width) {
        return Expr.exp(distance.over(width).pow(2).negate());
    }

    /** A bell of width w beside a constant: ∫ is √π·h·w of √π·h·w + 3c; it is half as high over 1.67 w. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-5, 1e-8, 1e-11})
    void aBellIsFoundWithItsPlaceWidthAndShare(double w) {
        List<Pulse> found = source(bell(X.minus(AT), w).times(2 / w).plus(0.4));
        assertEquals(1, found.size(), found::toString);
        Pulse p = found.get(0);
        assertEquals(AT, p.at(), w / 10);
        assertEquals(0, Math.log(p.width() / (1.67 * w)), Math.log(2.1), p::toString);
        double bell = 2 * Math.sqrt(Math.PI);
        assertEquals(bell / (bell + 1.2), p.share(), 0.02);
        assertTrue(p.aligned());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-10})
    void theSlopeOfALayerInACoefficientIsOne(double w) {
        Expr k = Expr.tanh(X.minus(AT).over(w)).times(2).plus(5);
        List<Pulse> found =
                Pulses.of(Problem.over(X).require(k.times(U.d(X)).d(X).equalTo(0)));
        assertEquals(1, found.size(), found::toString);
        assertEquals(AT, found.get(0).at(), w / 10);
        assertEquals(1, found.get(0).share(), 0.01);
    }

    @Test
    void soIsALayerAtAnEndAndThatOfADatum() {
        Pulse end = source(Expr.exp(X.minus(2).times(4e4))).get(0);
        assertEquals(2, end.at(), 1e-9);
        Problem datum = Problem.over(X, T)
                .require(W.d(T).equalTo(W.d(X, X)))
                .require(W.equalTo(bell(X.minus(AT), 1e-5)).on(T.start()));
        assertEquals(AT, Pulses.of(datum).get(0).at(), 1e-6);
    }

    @Test
    void aPeakInTwoAxesIsFoundAlongBothAndOneThatMovesIsSaidTo() {
        Expr distance = X.minus(AT).pow(2).plus(T.minus(3.3).pow(2));
        List<Pulse> spot = moving(Expr.exp(distance.times(-1e9)));
        assertTrue(spot.stream().anyMatch(p -> p.axis().equals(X) && Math.abs(p.at() - AT) < 1e-5), spot::toString);
        assertTrue(spot.stream().anyMatch(p -> p.axis().equals(T) && Math.abs(p.at() - 3.3) < 1e-5), spot::toString);
        List<Pulse> flying = moving(bell(X.minus(T.times(0.3)), 1e-4));
        assertFalse(flying.isEmpty());
        assertTrue(flying.stream().noneMatch(Pulse::aligned), flying::toString);
        List<Pulse> flash = moving(bell(T.minus(3.3), 1e-4).times(Expr.sin(X)));
        assertTrue(flash.stream().allMatch(p -> p.aligned() && p.axis().equals(T)), flash::toString);
    }

    /** Code that has values inside of the place alone is asked nowhere else. */
    @Test
    void onADiskTheLinesAreInsideOfIt() {
        Axis p = Axis.of("p");
        Axis q = Axis.of("q");
        Domain disk = Disk.of(p, q, 7, -4, 0.5);
        Field v = Field.of("v", p, q, T);
        Expr valid = Expr.values(
                "valid",
                c -> {
                    assertTrue(Math.hypot(c[0] - 7, c[1] + 4) <= 0.5 + 1e-9);
                    return Math.exp(-Math.pow((c[2] - 3.3) / 2e-3, 2));
                },
                p,
                q,
                T);
        List<Pulse> found = Pulses.of(Problem.over(disk, T)
                .require(v.d(T).equalTo(v.d(p, p).plus(v.d(q, q)).plus(valid))));
        assertEquals(3.3, found.get(0).at(), 1e-3);
    }

    /** Values alone are seen down to the spacing of the samples. */
    @Test
    void aPulseOfValuesAloneIsFoundByItsSamples() {
        Expr box = Expr.values("box", p -> Math.abs(p[0] - AT) < 4e-4 ? 9 : 0, X);
        assertEquals(AT, source(box).get(0).at(), 4e-4);
    }

    @Test
    void wavesPolesRootsStepsAndWideBellsAreNone() {
        Expr s = X.minus(AT);
        for (Expr f : new Expr[] {
            Expr.sin(X.times(900)), Expr.sin(X.times(900)).pow(2), s.pow(-1), s.pow(-2),
                    X.plus(1).pow(-0.5),
            Expr.tanh(s.times(1e6)), Expr.abs(s), Expr.sqrt(Expr.abs(s)), bell(s, 0.2), Expr.exp(X.times(4)),
            Expr.values("step", p -> p[0] < AT ? 1 : 70, X)
        }) {
            assertEquals(List.of(), source(f), f::toString);
        }
    }
}
