package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a server closes the class loader of an application and loads it anew, what was solved goes on answering, the next one
 * solves as the first did, with the native library too, and no loader that was dropped is held.
 */
class ClosedLoaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"java", "openblas"})
    void aClosedLoaderGoesOnAnsweringAndIsCollectedWhenDropped(String backend) throws Exception {
        List<String> options = List.of("-XX:SoftRefLRUPolicyMSPerMB=0", "-Dpinn.embedded=" + backend);
        TestJvm jvm = TestJvm.run(Redeployed.class, options);
        List<String> said = jvm.output()
                .lines()
                .filter(l -> l.startsWith("held") || l.contains(" by "))
                .toList();
        assertEquals(4, said.size(), jvm.output());
        assertEquals(backend, said.get(0).replaceAll(".* by ", ""));
        assertEquals(List.of(said.get(0), said.get(0), said.get(0), "held 0"), said);
    }
}
