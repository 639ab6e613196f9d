package org.pinn4j.benchmarks.yardstick;

import java.util.Arrays;
import org.pinn4j.parallel.Workers;

/** Memory bandwidth by a[i] = b[i] + s·c[i] on arrays no cache holds; three numbers count for each element, as in STREAM. */
final class Triad {
    private static final int LENGTH = 1 << 23;
    private static final int CHUNKS = 64;
    private static final int TOUCHED = 3 * Double.BYTES;

    private final double[] a = new double[LENGTH];
    private final double[] b = new double[LENGTH];
    private final double[] c = new double[LENGTH];

    Triad() {
        Arrays.fill(b, 1);
        Arrays.fill(c, 2);
    }

    Figure measure(String quantity, int threads) {
        try (Workers pool = Workers.of(threads)) {
            Timing timing = new Contest()
                    .add("triad", () -> pool.forEach(CHUNKS, (worker, chunk) -> sweep(chunk)))
                    .run()
                    .of("triad");
            return new Figure(
                    quantity, Figure.Unit.GIGABYTES, (double) LENGTH * TOUCHED / timing.best() * 1e-9, timing.spread());
        }
    }

    private void sweep(int chunk) {
        int from = chunk * (LENGTH / CHUNKS);
        int to = from + LENGTH / CHUNKS;
        for (int i = from; i < to; i++) {
            a[i] = b[i] + 0.5 * c[i];
        }
    }
}
