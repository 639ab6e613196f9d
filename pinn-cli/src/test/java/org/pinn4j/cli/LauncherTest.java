package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of its own, with a Java that only tells how it was called. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            case $1 in -version) echo 'openjdk version "17.0.1"'; exit ;; esac
            echo "LC_ALL=$LC_ALL threads=$OPENBLAS_NUM_THREADS last=$(for a in "$@"; do :; done; echo "$a")"
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        Path built = Files.createDirectories(folder.resolve("pinn-cli/target"));
        Files.copy(Sources.ROOT.resolve("pinn"), folder.resolve("pinn"));
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.writeString(built.resolve("pinn.jar"), "");
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, JAVA).toFile().setExecutable(true);
    }

    private String launched(String locale, String argument) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(List.of("sh", folder.resolve("pinn").toString(), argument));
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("OPENBLAS_NUM_THREADS"));
        builder.environment().put("LANG", locale);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        Process process = builder.redirectErrorStream(true).start();
        process.waitFor(20, TimeUnit.SECONDS);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void theLocaleCIsOneWithNamesForAllPathsAndOthersStay() throws Exception {
        assertEquals("LC_ALL=C.UTF-8 threads=1 last=explain", launched("C", "explain"));
        assertEquals("LC_ALL=C.UTF-8 threads=1 last=explain", launched("POSIX", "explain"));
        assertEquals("LC_ALL= threads=1 last=explain", launched("de_DE.UTF-8", "explain"));
    }
}
