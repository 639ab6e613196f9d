package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JavaBlasTest {
    private final Blas blas = Backends.select("java").blas();

    @Test
    void theNormOfTinyAndHugeEntriesNeitherVanishesNorOverflows() {
        assertEquals(5e-320, blas.nrm2(2, new double[] {3e-320, 4e-320}, 0), 1e-323);
        assertEquals(5e300, blas.nrm2(2, new double[] {3e300, 4e300}, 0), 1e286);
        assertEquals(0, blas.nrm2(3, new double[3], 0));
        assertEquals(Double.POSITIVE_INFINITY, blas.nrm2(1, new double[] {Double.NEGATIVE_INFINITY}, 0));
        assertTrue(Double.isNaN(blas.nrm2(2, new double[] {1, Double.NaN}, 0)));
    }

    @Test
    void multiplyAndAddIsWithinOneRoundingOfTheExactValue() {
        double a = 1 + 0x1p-30;
        assertEquals(a * a - 1, Fma.madd(a, a, -1), 0x1p-52);
        if (Fma.hardware()) {
            assertEquals(Math.fma(a, a, -1), Fma.madd(a, a, -1), 0.0);
        }
    }

    @Test
    void aMatrixTooLargeForAnArrayIsRefusedWithItsSize() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Matrices.allocate(50_000, 50_000));
        assertTrue(e.getMessage().contains("[50000 × 50000]") && e.getMessage().contains("2500050000"), e.getMessage());
        assertEquals(12, Matrices.allocate(3, 3).length);
    }
}
