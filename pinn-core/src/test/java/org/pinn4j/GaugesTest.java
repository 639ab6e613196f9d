package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.Design;
import org.pinn4j.domain.Disk;
import org.pinn4j.domain.Ring;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Solution;

/** What is known up to a constant only is solved, with the constant that the note names. */
class GaugesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);

    private static Solution solved(Problem problem, int steps) {
        return Pinn.trained().seed(3).workers(1).backend("java").steps(steps).solve(problem);
    }

    /** u' = x³ − x² vanishes at both ends, and u is neither even nor odd about the middle. */
    @Test
    void aProblemOfSlopesAloneVanishesInTheMiddle() {
        Field u = Field.of("u", X);
        Problem slopes = Problem.over(X)
                .require(u.d(X, X).equalTo(X.pow(2).times(3).minus(X.times(2))))
                .require(u.d(X).equalTo(0).on(X.ends()));
        Solution s = solved(slopes, 60);
        double middle = 0.0625 / 4 - 0.125 / 3;
        for (double x : new double[] {0, 0.3, 0.5, 0.9, 1}) {
            double truth = Math.pow(x, 4) / 4 - Math.pow(x, 3) / 3 - middle;
            assertEquals(truth, s.at(x), 1e-5, "x = " + x);
        }
        String notes = String.join("\n", s.card().notes());
        assertTrue(notes.contains("u: u = 0 on 1 point, for it is known up to a constant"), notes);
    }

    @Test
    void aConstantThatMayVaryWithTimeVanishesAtEveryTime() {
        Field p = Field.of("p", X, T);
        Problem moving = Problem.over(X, T)
                .require(p.d(X, X).equalTo(X.pow(2).times(3).minus(X.times(2)).times(Expr.exp(T))))
                .require(p.d(X).equalTo(0).on(X.ends()));
        Solution s = solved(moving, 80);
        for (double t : new double[] {0.1, 0.5, 0.93}) {
            for (double x : new double[] {0, 0.5, 0.8}) {
                double shape = Math.pow(x, 4) / 4 - Math.pow(x, 3) / 3 - 0.0625 / 4 + 0.125 / 3;
                assertEquals(shape * Math.exp(t), s.at(x, t), 1e-4, "x = " + x + ", t = " + t);
            }
        }
    }

    /** Δu = 3, ∂u/∂n = 3/2·R on the rim: u = 3/4·ρ², zero in the centre, wherever that is. */
    @Test
    void onADiskTheMiddleIsThatOfTheShape() {
        Axis p = Axis.of("p");
        Axis q = Axis.of("q");
        Field u = Field.of("u", p, q);
        Disk disk = Disk.of(p, q, 4, -1, 0.8);
        Problem slopes = Problem.over(disk)
                .require(u.d(p, p).plus(u.d(q, q)).equalTo(3))
                .require(u.dn().equalTo(1.2).on(disk.part("circle")));
        assertEquals(
                List.of("u stands by its derivatives alone and is known up to a constant; it is taken to vanish in the"
                        + " middle of p and q"),
                slopes.findings().stream().map(Finding::message).toList());
        assertTrue(Pinn.trained().explain(slopes).contains("u = 0 on 1 point"));
        Solution s = solved(slopes, 40);
        assertEquals(0.75 * 0.25, s.at(4.3, -0.6), 1e-4);
        assertEquals(0, s.at(4, -1), 1e-5);
    }

    /** A turning fluid on the disk has the pressure of the forces alone: here −∇q = 0. */
    @Test
    void thePressureOnADiskVanishesInItsMiddle() {
        Axis x = Axis.of("x");
        Axis y = Axis.of("y");
        Field v = Field.of("v", x, y);
        Field w = Field.of("w", x, y);
        Field q = Field.of("q", x, y);
        Disk disk = Disk.of(x, y, 0, 0, 1);
        Problem stokes = Problem.over(disk)
                .require(v.d(x, x).plus(v.d(y, y)).equalTo(q.d(x)))
                .require(w.d(x, x).plus(w.d(y, y)).equalTo(q.d(y).minus(2)))
                .require(v.d(x).plus(w.d(y)).equalTo(0))
                .require(v.equalTo(y.times(-3)).on(disk.part("circle")).named("v"))
                .require(w.equalTo(x.times(3)).on(disk.part("circle")).named("w"));
        Solution s = solved(stokes, 60);
        assertEquals(2 * 0.6, s.evaluate(q, 0.3, 0.6), 1e-3);
        assertEquals(3 * 0.3, s.evaluate(w, 0.3, 0.6), 1e-4);
    }

    /** The middle of a ring is no point of it: the constant is that of a point inside. u = ln ρ + c. */
    @Test
    void whereTheMiddleIsAHoleAPointInsideStandsForIt() {
        Axis x = Axis.of("x");
        Axis y = Axis.of("y");
        Field u = Field.of("u", x, y);
        Ring ring = new Ring(x, y, 0.5, 1.5);
        Problem slopes = Problem.over(ring)
                .require(u.d(x, x).plus(u.d(y, y)).equalTo(0))
                .require(u.dn().equalTo(-2).on(ring.part("in")))
                .require(u.dn().equalTo(1 / 1.5).on(ring.part("out")));
        String finding = slopes.findings().toString();
        assertTrue(finding.contains("vanish at a point near the middle of x and y"), finding);
        Solution s = solved(slopes, 40);
        assertEquals(Math.log(2), s.at(1.2, 0) - s.at(0, 0.6), 1e-2);
        double[] at = Design.derived().of(slopes).softConditions().stream()
                .map(c -> c.samplingRegion().data())
                .flatMap(Optional::stream)
                .map(d -> new double[] {d.coordinate(0, 0), d.coordinate(1, 0)})
                .findFirst()
                .orElseThrow();
        assertTrue(ring.contains(at), () -> at[0] + ", " + at[1]);
        assertEquals(0, s.at(at), 1e-3);
    }
}
