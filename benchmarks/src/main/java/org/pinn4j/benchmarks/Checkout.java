package org.pinn4j.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** What git says of the sources that are measured. */
final class Checkout {
    private Checkout() {}

    /**
     * The commit in short, with a checksum of what is changed since; {@code unknown} outside of a repository.
     * @param folder in the working tree
     */
    static String commit(Path folder) throws IOException, InterruptedException {
        String commit = git(folder, "rev-parse", "--short=10", "HEAD").strip();
        if (commit.isEmpty()) {
            return "unknown";
        }
        String changes = git(folder, "diff", "HEAD");
        return changes.isEmpty() ? commit : commit + "-changed-" + checksum(changes);
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** What git writes; nothing where it fails or is not there. */
    private static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
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
