package org.pinn4j.benchmarks.yardstick;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backends;

class YardstickTest {
    @Test
    void aRunOfOneSmallCaseNamesItsMachineAndHoldsEveryKindOfStep() throws IOException {
        Case small = Case.of("burgers", "2x8", 256);
        Plan plan = new Plan(
                List.of(),
                List.of(),
                List.of(small),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("burgers-2x8"));
        Report report = Yardstick.measure(plan, Backends.select("java"), 1, next -> {});
        String json = report.json();
        for (String key :
                List.of("processor", "caches", "java", "backend", "kernel", "date", "\"of peak\"", "\"LM step\"")) {
            assertTrue(json.contains(key), key + " in " + json);
        }
        assertTrue(report.markdown().contains("| burgers-2x8-256 |"), report.markdown());
    }
}
