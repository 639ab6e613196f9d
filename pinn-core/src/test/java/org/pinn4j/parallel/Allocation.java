package org.pinn4j.parallel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that the calling thread and the threads of all live pools allocate. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Bytes allocated while {@code work} runs, over this thread and every thread named pinn-worker. */
    public static long bytes(Runnable work) {
        long[] ids = Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t == Thread.currentThread() || t.getName().startsWith("pinn-worker"))
                .mapToLong(Thread::getId)
                .toArray();
        long[] before = THREADS.getThreadAllocatedBytes(ids);
        work.run();
        long[] after = THREADS.getThreadAllocatedBytes(ids);
        long sum = -overhead(ids);
        for (int k = 0; k < ids.length; k++) {
            sum += Math.max(0, after[k] - before[k]); // a thread that has ended reads -1
        }
        return Math.max(0, sum);
    }

    private static long overhead(long[] ids) {
        long[] first = THREADS.getThreadAllocatedBytes(ids);
        long[] second = THREADS.getThreadAllocatedBytes(ids);
        long sum = 0;
        for (int k = 0; k < ids.length; k++) {
            sum += Math.max(0, second[k] - first[k]);
        }
        return sum;
    }
}
