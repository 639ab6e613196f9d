package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.pinn4j.solution.Reference;

class ColeHopfTest {
    private static final ColeHopf SOLUTION = new ColeHopf(Burgers.NU, ColeHopf.STEP);

    @Test
    void halvingTheStepChangesTheGridOfRecordByNoMoreThanTheFloor() {
        ColeHopf finer = new ColeHopf(Burgers.NU, ColeHopf.STEP / 2);
        Reference coarse = new Burgers().exact().orElseThrow();
        Reference fine = new ClosedForm("half the step", Burgers.U, 1e-15, p -> finer.value(p[0], p[1]));
        var points = new Burgers().grid().points();
        double[] a = coarse.values(Burgers.U, points.coordinates(), points.count());
        double[] b = fine.values(Burgers.U, points.coordinates(), points.count());
        double error = 0;
        double norm = 0;
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            error += (a[i] - b[i]) * (a[i] - b[i]);
            norm += b[i] * b[i];
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        assertEquals(0, Math.sqrt(error / norm), ColeHopf.FLOOR);
        assertEquals(0, largest, 1e-13);
    }

    /** The same integrals by another rule, with another code for nodes and weights. */
    @Test
    void gaussHermiteQuadratureGivesTheSameValues() {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(80);
        for (double t : new double[] {0.01, 0.1, 0.3, 0.5, 1}) {
            double width = Math.sqrt(4 * Burgers.NU * t);
            for (double x : new double[] {-0.97, -0.3, -0.01, -1e-4, 0, 0.002, 0.05, 0.5, 1}) {
                double above = rule.integrate(z -> weight(x - width * z) * Math.sin(Math.PI * (x - width * z)));
                double below = rule.integrate(z -> weight(x - width * z));
                assertEquals(-above / below, SOLUTION.value(x, t), 1e-13, "x = " + x + ", t = " + t);
            }
        }
    }

    private static double weight(double y) {
        return Math.exp(-Math.cos(Math.PI * y) / (2 * Math.PI * Burgers.NU));
    }

    @Test
    void itStartsAtTheInitialDatumAndLeavesItContinuously() {
        for (double x = -1; x <= 1; x += 0.0625) {
            assertEquals(-Math.sin(Math.PI * x), SOLUTION.value(x, 0));
            assertEquals(-Math.sin(Math.PI * x), SOLUTION.value(x, 1e-12), 1e-11);
        }
    }

    @Test
    void itIsOddInSpaceAndZeroAtTheEnds() {
        for (double t = 0.05; t <= 1; t += 0.05) {
            assertEquals(0, SOLUTION.value(0, t), 1e-15);
            assertEquals(0, SOLUTION.value(1, t), 1e-13);
            assertEquals(-SOLUTION.value(0.3, t), SOLUTION.value(-0.3, t), 1e-14);
        }
    }
}
