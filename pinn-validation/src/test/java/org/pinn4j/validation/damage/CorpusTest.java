package org.pinn4j.validation.damage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that fuzzing kept, as each of them takes another way through a reader: all of them in every build. */
class CorpusTest {
    private static final Path CORPUS = Path.of("").toAbsolutePath().resolveSibling("benchmarks/reliability/corpus");

    @TempDir
    private Path folder;

    /** MATLAB's files are left out: a library reads them, and what it may stumble over is not for us to publish. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MAT")
    void everyFileIsReadOrRefused(Reader reader) throws IOException {
        List<Path> kept;
        try (Stream<Path> files = Files.list(CORPUS.resolve(reader.name().toLowerCase(Locale.ROOT)))) {
            kept = files.toList();
        }
        assertTrue(!kept.isEmpty(), CORPUS::toString);
        for (Path file : kept) {
            try {
                Reading.of(reader, Files.write(reader.file(folder), Files.readAllBytes(file)));
            } catch (AssertionError e) {
                throw new AssertionError(file.toString(), e);
            }
        }
    }
}
