package org.pinn4j.validation.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RichardsonTest {
    /** u(h) = u + C·h^p: the estimate is C·h^p of the finest h. */
    @Test
    void itIsExactForAPurePower() {
        for (int p = 1; p <= 6; p++) {
            double fine = 0.3 * Math.pow(0.25, p);
            double middle = 0.3 * Math.pow(0.5, p);
            assertEquals(fine, Richardson.error(0.3 - middle, middle - fine, Math.pow(2, p)), 1e-15);
        }
    }

    @Test
    void luckIsNotCreditedAndStagnationIsNotTrusted() {
        assertEquals(1e-6 / 15, Richardson.error(1, 1e-6, 16), 1e-20);
        assertEquals(1e-6, Richardson.error(1e-6, 1e-6, 16));
        assertTrue(Richardson.error(0.5e-6, 1e-6, 16) >= 1e-6);
        assertEquals(0, Richardson.error(1, 0, 16));
    }

    @Test
    void notANumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Richardson.error(Double.NaN, 1, 16));
        assertThrows(IllegalArgumentException.class, () -> Richardson.error(1, 1, 1));
    }
}
