package org.pinn4j.blas;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * The one place that fuses: whether {@link Math#fma} is one instruction here, asked once at start. Without the hardware it goes
 * through BigDecimal, thousands of times slower. The kernels of plain Java fuse where it is, and say so in their description;
 * everybody else writes a·b + c, which has the same bits everywhere.
 */
public final class Fma {
    private static final boolean HARDWARE = ask();

    private Fma() {}

    public static boolean hardware() {
        return HARDWARE;
    }

    /** {@code a·b + c}, fused where that is one instruction. */
    public static double madd(double a, double b, double c) {
        return HARDWARE ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean ask() {
        try {
            HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return vm != null && Boolean.parseBoolean(vm.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException | LinkageError e) {
            return false; // another virtual machine, or one that does not say
        }
    }
}
