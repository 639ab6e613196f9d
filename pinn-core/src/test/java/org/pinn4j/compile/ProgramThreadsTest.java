package org.pinn4j.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ProgramThreadsTest {
    private static double[] sweep(ProgramTrial trial, Program.Scratch s) {
        int n = ProgramTrial.POINTS;
        double[] bits = new double[n * (2 + 2 * trial.states.length)];
        trial.program.forward(n, trial.states, trial.data, trial.parameters, s);
        int at = 0;
        for (int k = 0; k < 2; k++) {
            trial.program.reverse(k, n, s);
            System.arraycopy(s.output(k), 0, bits, n * at++, n);
            for (int j = 0; j < trial.states.length; j++) {
                System.arraycopy(s.stateAdjoint(j), 0, bits, n * at++, n);
            }
        }
        return bits;
    }

    @Test
    void threadsWithTheirOwnScratchGetTheSameBits() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int seed = 0; seed < 20; seed++) {
                ProgramTrial trial = new ProgramTrial(seed);
                double[] alone = sweep(trial, trial.scratch);
                List<Future<double[]>> together = new ArrayList<>();
                for (int k = 0; k < 100; k++) {
                    together.add(threads.submit(() -> sweep(trial, trial.program.scratch(ProgramTrial.POINTS))));
                }
                for (Future<double[]> result : together) {
                    assertArrayEquals(alone, result.get());
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void sweepsAllocateNothing() {
        ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int seed = 0; seed < 40; seed++) {
            ProgramTrial trial = new ProgramTrial(seed);
            double[][] seeds = new double[2][ProgramTrial.POINTS];
            for (int k = 0; k < 20; k++) {
                allSweeps(trial, seeds);
            }
            long before = meter.getCurrentThreadAllocatedBytes();
            for (int k = 0; k < 20; k++) {
                allSweeps(trial, seeds);
            }
            assertEquals(0, meter.getCurrentThreadAllocatedBytes() - before, trial.expressions::toString);
        }
    }

    private static void allSweeps(ProgramTrial trial, double[][] seeds) {
        trial.forward();
        trial.program.reverse(0, ProgramTrial.POINTS, trial.scratch);
        trial.program.reverse(1, ProgramTrial.POINTS, trial.scratch);
        trial.program.reverse(seeds, ProgramTrial.POINTS, trial.scratch);
    }
}
