package org.pinn4j.benchmarks.yardstick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;

class GuardTest {
    private static final Backend JAVA = Backends.select("java");
    private static final String KERNEL = "plain-Java";

    private static Guard committed(String... entries) {
        Properties file = new Properties();
        for (String entry : entries) {
            String[] parts = entry.split("=");
            file.setProperty(parts[0].replace("KERNEL", KERNEL), parts[1]);
        }
        return new Guard(file);
    }

    @Test
    void aShareMayFallByThirtyPercentAndNoFurther() {
        Guard guard = committed("java.KERNEL.4x50=0.80");
        assertEquals(List.of(), guard.failures(JAVA, Map.of("4x50", 0.57)));
        List<String> failures = guard.failures(JAVA, Map.of("4x50", 0.55));
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("55 %") && failures.get(0).contains("56 % the least"), failures.get(0));
    }

    @Test
    void aShareThatIsNoNumberFails() {
        assertEquals(
                1,
                committed("java.KERNEL.4x50=0.80")
                        .failures(JAVA, Map.of("4x50", Double.NaN))
                        .size());
    }

    @Test
    void anUnknownKernelIsHeldToTheLeastOfItsBackend() {
        Guard guard = committed("java.one.4x50=0.8", "java.two.4x50=0.6", "other.one.4x50=0.1", "java.one.3x20=0.2");
        assertEquals(Optional.of(0.6), guard.expected(JAVA, "4x50"));
        assertEquals(Optional.empty(), guard.expected(JAVA, "9x9"));
    }

    @Test
    void anUpdateReplacesTheSharesOfItsOwnBackendAlone() {
        Guard guard = committed("java.KERNEL.4x50=0.80", "openblas.SkylakeX.4x50=0.70");
        assertEquals(
                List.of("java." + KERNEL + ".4x50=0.65", "openblas.SkylakeX.4x50=0.70"),
                guard.updated(JAVA, Map.of("4x50", 0.65)));
    }
}
