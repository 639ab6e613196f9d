package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pinn4j.io.disk.MemoryDisk;
import org.pinn4j.random.RandomStream;
import org.pinn4j.trials.Trials;

/**
 * Files of random sizes on a disk that fails, fills up or loses its power at a random action: the old content or the new one is
 * left whole, a failure names the file, and the next save leaves no draft. {@link SaversTest} takes every action in turn.
 */
class DiskFaultsTest {
    private static final int SHARE = 300;
    private static final int MOST_NUMBERS = 20_000;

    /** How a disk ends. */
    private enum Fault {
        ONE_ACTION,
        ALL_FROM_THEN_ON,
        POWER
    }

    private static String one(long number) throws IOException {
        RandomStream random = RandomStream.of(number, "disk");
        Savers saver = Savers.values()[random.nextInt(Savers.values().length)];
        Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
        int numbers = 10 + random.nextInt(MOST_NUMBERS);
        MemoryDisk disk = SaversTest.withOld();
        disk.failAt(-1, false);
        saver.save(disk.file("f"), 7, numbers);
        byte[] fresh = disk.content("f");
        int actions = disk.actions();

        disk = SaversTest.withOld();
        disk.failAt(random.nextInt(actions), fault != Fault.ONE_ACTION);
        boolean failed = fails(saver, disk, numbers);
        if (fault == Fault.POWER) {
            disk.cutPower();
        }
        boolean moved = Arrays.equals(fresh, disk.content("f"));
        assertTrue(moved || Arrays.equals(SaversTest.OLD, disk.content("f")), saver + " is torn");
        assertTrue(failed || moved, saver + ": neither written nor said so");
        if (fault != Fault.POWER) {
            disk.failAt(-1, false);
            saver.save(disk.file("f"), 7, numbers);
            assertEquals(List.of("f"), disk.names());
        }
        return saver + (moved ? " written" : " as before");
    }

    private static boolean fails(Savers saver, MemoryDisk disk, int numbers) {
        try {
            saver.save(disk.file("f"), 7, numbers);
            return false;
        } catch (IOException e) {
            assertTrue(e.getMessage().startsWith("/f: cannot write: "), e.getMessage());
            return true;
        }
    }

    @Test
    @Timeout(value = 24, unit = TimeUnit.HOURS)
    void aFileIsOldOrNewAndNeverTorn() throws IOException {
        new Trials("disk", SHARE).run(DiskFaultsTest::one).end();
    }
}
