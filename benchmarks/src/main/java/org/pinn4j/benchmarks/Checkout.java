package org.pinn4j.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** What git says of the sources that are measured. */
final class Checkout {
    /** What figures depend on; pages, tests and tables may change without. */
    private static final List<String> SOURCES =
            List.of(":/pinn-core/src/main", ":/pinn-problems/src/main", ":/pinn-validation/src/main", ":/pom.xml");

    private Checkout() {}

    /**
     * The last commit in short that changed what figures depend on, with a checksum of what is changed since; {@code unknown}
     * outside of a repository.
     * @param folder in the working tree
     */
    static String commit(Path folder) throws IOException, InterruptedException {
        String commit =
                onSources(folder, "log", "-1", "--format=%h", "--abbrev=10").strip();
        if (commit.isEmpty()) {
            return "unknown";
        }
        String changes = onSources(folder, "diff", "HEAD");
        return changes.isEmpty() ? commit : commit + "-changed-" + checksum(changes);
    }

    private static String onSources(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--");
        all.addAll(SOURCES);
        return git(folder, all.toArray(String[]::new));
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** What git writes; nothing where it fails or is not there. */
    private static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return ""; // no git on this machine
        }
    }
}
