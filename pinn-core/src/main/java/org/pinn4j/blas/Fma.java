package org.pinn4j.blas;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Whether {@link Math#fma} is one instruction here; without the hardware it goes through BigDecimal, thousands of times slower. */
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
