package org.pinn4j.solution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the build, which the pom alone states. */
final class Version {
    private static final String FILE = "version.txt";

    private Version() {}

    static String read() {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing beside %s; build with Maven, which writes it"
                        .formatted(FILE, Version.class.getName()));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
