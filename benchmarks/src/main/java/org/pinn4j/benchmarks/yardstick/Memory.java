package org.pinn4j.benchmarks.yardstick;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes allocated by a piece of work over all threads, and bytes that live on the heap. */
final class Memory {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int COUNTS = 3;

    private Memory() {}

    /** Bytes allocated by one run of something that has run before. What counting costs by itself is taken off. */
    static long allocated(Runnable run, int times) {
        long[] ids = THREADS.getAllThreadIds();
        count(ids, run, 0); // loads classes
        long least = Long.MAX_VALUE;
        for (int k = 0; k < COUNTS && least > 0; k++) { // other threads may allocate meanwhile
            long counting = count(ids, run, 0);
            least = Math.min(least, Math.max(0, count(ids, run, times) - counting));
        }
        return least / times;
    }

    private static long count(long[] ids, Runnable run, int times) {
        long[] before = THREADS.getThreadAllocatedBytes(ids);
        for (int k = 0; k < times; k++) {
            run.run();
        }
        long[] after = THREADS.getThreadAllocatedBytes(ids);
        long sum = 0;
        for (int k = 0; k < ids.length; k++) {
            sum += Math.max(0, after[k] - before[k]); // a thread that has ended reads -1
        }
        return sum;
    }

    /** Bytes in use after a collection. */
    static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
