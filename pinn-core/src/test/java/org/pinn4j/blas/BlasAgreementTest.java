package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlasAgreementTest {
    @Test
    void plainJavaAgreesWithTheDefinitionsWithinTheErrorBound() {
        assertEquals(List.of(), Agreement.of(Backends.select("java")));
    }

    /** One that is not installed is skipped with its reason; OpenBLAS comes with the tests where its jar is for this platform. */
    @ParameterizedTest
    @ValueSource(strings = {"openblas", "system", "jblas"})
    void everyBackendAgreesWithTheDefinitionsWithinTheErrorBound(String name) throws Exception {
        TestJvm run = TestJvm.run(Agreement.class, List.of(), name);
        boolean bundled =
                name.equals("openblas") && Backends.availability().get(name).available();
        if (bundled) {
            assertNotEquals(3, run.exitCode(), run.output());
        }
        assumeTrue(run.exitCode() != 3, run.output());
        assertEquals(0, run.exitCode(), run.output());
    }
}
