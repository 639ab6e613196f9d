package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void anUnknownNameIsRefusedWithTheListOfNames() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Backends.select("cuda"));
        assertTrue(e.getMessage().contains("'cuda'") && e.getMessage().contains("openblas"), e.getMessage());
    }

    @Test
    void theSameNameGivesTheSameLibrary() {
        assertSame(Backends.select("java").blas(), Backends.select("java").blas());
    }

    @Test
    void plainJavaIsAlwaysThereAndSaysThatItWasAskedFor() {
        Backend backend = Backends.select("java");
        assertEquals(1, backend.threads());
        assertTrue(backend.reason().contains("asked for"), backend.reason());
    }

    @Test
    void everyProviderSaysWhetherItCanWork() {
        assertEquals(
                List.of("openblas", "system", "jblas", "java"),
                List.copyOf(Backends.availability().keySet()));
        Backends.availability()
                .forEach((name, there) -> assertTrue(!there.reason().isBlank(), name));
    }
}
