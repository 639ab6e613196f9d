package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.io.disk.MemoryDisk;

/** Saving a solution on a disk that fails, see {@link org.pinn4j.io.SaversTest}. */
class SavedSolutionTest {
    @Test
    void theOldSolutionIsLoadedWhateverOfTheSaveFails() throws IOException {
        Solution old = Examples.folded(true, "mlp(4;tanh)");
        Solution fresh = Examples.folded(true, "mlp(5;tanh)");
        MemoryDisk disk = new MemoryDisk();
        old.save(disk.file("s.pinn"));
        disk.failAt(-1, false);
        fresh.save(disk.file("s.pinn"));
        int actions = disk.actions();
        old.save(disk.file("s.pinn"));
        for (int k = 0; k < actions - 1; k++) { // the last one forces the folder of a file that is in place
            disk.failAt(k, true);
            String message = assertThrows(IOException.class, () -> fresh.save(disk.file("s.pinn")))
                    .getMessage();
            assertTrue(message.startsWith("/s.pinn: cannot write: "), message);
            disk.kill();
            assertArrayEquals(old.theta(), Solution.load(disk.file("s.pinn")).theta());
        }
        disk.failAt(-1, false);
        fresh.save(disk.file("s.pinn"));
        assertEquals(List.of("s.pinn"), disk.names());
    }
}
