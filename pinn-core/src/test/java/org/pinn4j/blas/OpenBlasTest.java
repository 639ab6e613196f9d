package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBlasTest {
    private static final Set<String> WIDE = Set.of("avx2", "fma", "avx512f", "avx512dq", "avx512bw", "avx512vl");

    @Test
    void aNarrowKernelOnAWideProcessorIsWorthAnAdviceAndNothingElseIs() {
        assertTrue(
                OpenBlas.kernelAdvice("Haswell", WIDE, null).contains("start the JVM with OPENBLAS_CORETYPE=SKYLAKEX"));
        assertTrue(OpenBlas.kernelAdvice("HASWELL", WIDE, "Haswell").contains("OPENBLAS_CORETYPE=Haswell: unset that"));
        assertEquals("", OpenBlas.kernelAdvice("SKYLAKEX", WIDE, null));
        assertEquals("", OpenBlas.kernelAdvice("Haswell", Set.of("avx2", "fma"), null));
        assertEquals("", OpenBlas.kernelAdvice("unknown", WIDE, null));
    }

    @Test
    void platformsAreNamedAsInTheArtifacts() {
        assertEquals("linux-x86_64", OpenBlasProvider.platform("Linux", "amd64"));
        assertEquals("linux-arm64", OpenBlasProvider.platform("Linux", "aarch64"));
        assertEquals("macosx-arm64", OpenBlasProvider.platform("Mac OS X", "aarch64"));
        assertEquals("macosx-x86_64", OpenBlasProvider.platform("Mac OS X", "x86_64"));
        assertEquals("windows-x86_64", OpenBlasProvider.platform("Windows 11", "amd64"));
    }

    @Test
    void aFileThatIsNoLibraryOrIsCutShortIsRefused(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no library ".repeat(20));
        assertTrue(assertThrows(IOException.class, () -> ElfSymbols.read(text))
                .getMessage()
                .contains("no 64-bit"));
        byte[] header = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1}, 0, header, 0, 6);
        header[0x28] = 64;
        header[0x3c] = 5;
        Path cut = Files.write(folder.resolve("cut"), header);
        assertThrows(IOException.class, () -> ElfSymbols.read(cut));
    }

    @Test
    void aLibraryThatIsNotMappedHasNoStateToRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("libopenblas.so.0"), "x");
        assertTrue(OpenBlasMemory.open(file).isEmpty());
    }
}
