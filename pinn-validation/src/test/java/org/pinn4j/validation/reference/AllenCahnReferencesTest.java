package org.pinn4j.validation.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pinn4j.problems.AllenCahn;
import org.pinn4j.solution.Reference;

class AllenCahnReferencesTest {
    private static final AllenCahn PROBLEM = new AllenCahn();

    /** Smaller than the reference of the catalogue; its own error is far below what is tested with it. */
    private static Reference spectrum;

    @BeforeAll
    static void solve() {
        spectrum = AllenCahnSpectrum.reference(4096, 4);
    }

    @Test
    void finiteDifferencesMeetTheSpectrumWithinTheSumOfTheFloors() {
        for (int cells : new int[] {768, 1024}) {
            Reference differences = FiniteDifferences.allenCahn(cells, 1e-9);
            double distance = Norms.onRecord(differences, spectrum, PROBLEM);
            String seen = "%s: distance %.2e, floors %.2e and %.2e"
                    .formatted(differences.kind(), distance, differences.floor(), spectrum.floor());
            assertTrue(distance <= differences.floor() + spectrum.floor(), seen);
            assertTrue(differences.floor() <= 20 * distance, seen);
            assertTrue(Norms.atRandom(differences, spectrum, PROBLEM) <= differences.floor(), seen);
        }
    }

    @Test
    void aCoarserSpectrumIsAsNearAsItsFloorSays() {
        Reference coarse = AllenCahnSpectrum.reference(1024, 4);
        double distance = Norms.onRecord(coarse, spectrum, PROBLEM);
        assertTrue(
                distance <= coarse.floor() && coarse.floor() <= 20 * distance,
                "distance %.2e, floor %.2e".formatted(distance, coarse.floor()));
    }

    @Test
    void bothStartAtTheDatumAndKeepItsSymmetries() {
        Reference differences = FiniteDifferences.allenCahn(256, 1e-7);
        for (Reference reference : new Reference[] {spectrum, differences}) {
            double[] x = {-1, -0.7, 0.7, 1, -1, 1, -0.4, 0.4};
            double[] t = {0, 0, 0, 0, 0.5, 0.5, 0.33, 0.33};
            double[] both = java.util.stream.DoubleStream.concat(java.util.Arrays.stream(x), java.util.Arrays.stream(t))
                    .toArray();
            double[] u = reference.values(AllenCahn.U, both, x.length);
            for (int i = 0; i < 4; i++) {
                double away = Math.abs(x[i]) == 1 ? 1e-15 : 1e-6;
                assertEquals(AllenCahn.initial(x[i]), u[i], away, reference.kind());
            }
            assertEquals(u[4], u[5], 1e-12);
            assertEquals(u[6], u[7], 1e-9);
        }
    }

    @Test
    void theCoefficientsOfTheDatumAreItsIntegrals() {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(40, -1, 1);
        for (int k : new int[] {-3, 0, 1, 2, 5, 9}) {
            double integral = rule.integrate(x -> AllenCahn.initial(x) * Math.cos(k * Math.PI * x));
            assertEquals(integral, AllenCahnSpectrum.datum(k), 1e-14, "k = " + k);
        }
    }

    @Test
    void modesThatTheTransformCannotTakeAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> AllenCahnSpectrum.reference(1000, 4));
        assertTrue(e.getMessage().contains("got 1000 and 4"), e.getMessage());
    }
}
