package org.pinn4j.blas;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;

/** Selects backends one after another and prints what came of it; a program for a JVM of its own. */
final class Selection {
    private Selection() {}

    public static void main(String[] names) {
        for (String name : names) {
            try {
                if (name.startsWith("netlib:")) {
                    NetlibLibrary.load(name.substring("netlib:".length()), Optional.empty());
                } else {
                    print(Backends.select(name));
                }
            } catch (IllegalStateException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }

    private static void print(Backend backend) {
        System.out.printf(
                "backend %s threads %d others' share %.2f%ndescription: %s%nreason: %s%n",
                backend.name(),
                backend.threads(),
                shareOfOtherThreads(backend.blas()),
                backend.description(),
                backend.reason());
    }

    /** Processor time that other threads spend on one large product, in units of the caller's. */
    private static double shareOfOtherThreads(Blas blas) {
        int n = 900;
        double[] a = Matrices.allocate(n, n);
        Arrays.fill(a, 1.5);
        double[] c = Matrices.allocate(n, n);
        blas.gemm(Op.NONE, Op.NONE, n, n, n, 1, a, 0, n, a, 0, n, 0, c, 0, n);
        long all = process();
        long mine = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int repeat = 0; repeat < 5; repeat++) {
            blas.gemm(Op.NONE, Op.NONE, n, n, n, 1, a, 0, n, a, 0, n, 0, c, 0, n);
        }
        double spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - mine;
        return (process() - all - spent) / spent;
    }

    private static long process() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
