package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StagnationTest {
    private static final int PATIENCE = 20;

    private final Stagnation stagnation = new Stagnation();

    private void idle(int steps) {
        for (int k = 0; k < steps; k++) {
            assertFalse(stagnation.after(2, 2));
        }
    }

    @Test
    void twentyStepsWithoutAGainAreTheEndAndNotOneLess() {
        idle(PATIENCE - 1);
        assertTrue(stagnation.after(2, 2));
        assertTrue(stagnation.after(2, 3), "a rise is no gain");
    }

    @Test
    void aGainBeyondRoundOffBeginsAgain() {
        idle(PATIENCE - 1);
        assertFalse(stagnation.after(2, 2 - 4e-15));
        assertEquals(0, stagnation.idle());
        idle(PATIENCE - 1);
        assertTrue(stagnation.after(2, 2 - 4.4e-16), "one unit in the last place of 2 is round-off");
    }

    /** Of −1e6 as of 1e6: it is the size of the value that rounds. */
    @Test
    void roundOffIsThatOfTheValueWhateverItsSign() {
        stagnation.after(-1e6, -1e6 - 2e-10);
        assertEquals(1, stagnation.idle());
        stagnation.after(-1e6, -1e6 - 2e-9);
        assertEquals(0, stagnation.idle());
    }

    @Test
    void whatACheckpointKeptIsCountedOn() {
        stagnation.set(PATIENCE - 1);
        assertTrue(stagnation.after(1, 1));
    }
}
