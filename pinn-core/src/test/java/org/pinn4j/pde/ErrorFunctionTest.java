package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class ErrorFunctionTest {
    @Test
    void itAgreesWithHipparchusEverywhereAndIsOdd() {
        for (double x = 0; x < 8; x += 0.00173) {
            double wanted = Erf.erf(x);
            assertEquals(wanted, Function.ERF.value(x), 2e-15 * wanted, "x = " + x);
            assertEquals(-Function.ERF.value(x), Function.ERF.value(-x));
        }
    }

    @Test
    void itsLimitsAreKept() {
        assertEquals(2e-300 / Math.sqrt(Math.PI), Function.ERF.value(1e-300), 1e-315);
        assertEquals(1, Function.ERF.value(Double.POSITIVE_INFINITY));
        assertEquals(-1, Function.ERF.value(Double.NEGATIVE_INFINITY));
        assertTrue(Double.isNaN(Function.ERF.value(Double.NaN)));
    }
}
