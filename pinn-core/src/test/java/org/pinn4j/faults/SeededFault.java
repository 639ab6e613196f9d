package org.pinn4j.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fault to be put into a copy of the source, and the test that has to see it.
 * @param number of its file, {@code faults/NNN.patch}
 * @param part package that it is in
 * @param breaks what is wrong, in words
 * @param module that holds it and the test
 * @param test full name of the class
 */
record SeededFault(String number, String part, String breaks, String module, String test, String method, Patch patch) {
    /** All of the project, in the order of their numbers. */
    static List<SeededFault> all(Path home) {
        try (Stream<Path> files = Files.list(home.resolve("faults"))) {
            return files.filter(f -> f.toString().endsWith(".patch"))
                    .sorted()
                    .map(SeededFault::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SeededFault read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] seen = header(lines, "test").split("#");
            return new SeededFault(
                    file.getFileName().toString().replace(".patch", ""),
                    header(lines, "part"),
                    header(lines, "breaks"),
                    seen[0],
                    seen[1],
                    seen[2],
                    Patch.parse(lines));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static String header(List<String> lines, String key) {
        return lines.stream()
                .filter(l -> l.startsWith(key + ": "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line '" + key + ": '"))
                .substring(key.length() + 2);
    }

    /** As it stands in a patch. */
    String named() {
        return test + "#" + method;
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(number, part, breaks);
    }
}
