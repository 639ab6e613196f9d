package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two constants of the search, c₁ = 1e-4 and c₂ = 0.9, each from both sides. */
class WolfeSearchTest {
    /** α² − α up to 1, its slope at 0 being −1, from there on (α − 2)² − 1; at 1 a value and a slope of its own. */
    private record Line(double value, double slope) implements Objective {
        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public double value(double[] at) {
            double a = at[0];
            return a == 1 ? value : a < 1 ? a * a - a : (a - 2) * (a - 2) - 1;
        }

        @Override
        public double gradient(double[] at, double[] g) {
            g[0] = at[0] == 1 ? slope : at[0] < 1 ? 2 * at[0] - 1 : 2 * at[0] - 4;
            return value(at);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1.01e-4, 0.5, true", // falls by little more than 1e-4 of what its slope promises
        "-0.99e-4, 0.5, false",
        "-0.2, 0.899, true", // as flat as 0.9 of the first slope, uphill and down
        "-0.2, 0.901, false",
        "-0.2, -0.899, true",
        "-0.2, -0.901, false"
    })
    void aStepIsTakenWhereBothConditionsHoldAndOnlyThere(double value, double slope, boolean taken) {
        WolfeSearch search = new WolfeSearch(new Line(value, slope), Plain.ALGEBRA.blas());
        assertTrue(search.run(new double[] {0}, new double[] {1}, 0, -1, 1));
        if (taken) {
            assertEquals(1, search.alpha());
        } else {
            assertNotEquals(1, search.alpha());
            assertTrue(search.value() < -0.09, "near the least of the curve: " + search.value());
        }
    }
}
