package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SmallPartsTest {
    @ParameterizedTest
    @CsvSource({
        "60s, 60000",
        "500ms, 500",
        "2m, 120000",
        "1.5h, 5400000",
        "10, 10000",
        "0.25s, 250",
        "999999999h, 3599999996400000"
    })
    void aDurationIsANumberWithAUnit(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), new DurationConverter().convert(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1s", "1 minute", "NaN", "1e3s", "0", "s", "9999999999s"})
    void whatIsNoDurationIsRefused(String text) {
        assertThrows(TypeConversionException.class, () -> new DurationConverter().convert(text));
    }

    @Test
    void aFailureOfTheFileSystemSaysWhatFailedAndNotThePathAlone() {
        assertEquals("access denied: a/b", Errors.firstLine(new AccessDeniedException("a/b")));
        assertEquals("a/b: full", Errors.firstLine(new FileSystemException("a/b", null, "full")));
        assertEquals("no such file: c", Errors.firstLine(new UncheckedIOException(new NoSuchFileException("c"))));
        assertEquals("first", Errors.firstLine(new IOException("first\nsecond")));
    }

    @Test
    void theNearestNameIsProposedAndNoFarOne() {
        List<String> names = List.of("burgers", "poisson-2d", "heat-1d", "allen-cahn");
        assertEquals(Optional.of("burgers"), DidYouMean.nearest("burger", names));
        assertEquals(Optional.of("burgers"), DidYouMean.nearest("brugers", names));
        assertEquals(Optional.of("heat-1d"), DidYouMean.nearest("heat", names));
        assertEquals(Optional.of("poisson-2d"), DidYouMean.nearest("Poisson2D", names));
        assertEquals(Optional.empty(), DidYouMean.nearest("schroedinger", names));
    }

    /** d(a, b) = d(b, a), d(a, a) = 0, and one edit is one. */
    @Test
    void theEditDistanceIsAMetricOnSmallWords() {
        assertEquals(3, DidYouMean.distance("kitten", "sitting"));
        assertEquals(3, DidYouMean.distance("sitting", "kitten"));
        assertEquals(0, DidYouMean.distance("wave", "wave"));
        assertEquals(4, DidYouMean.distance("", "wave"));
    }

    @Test
    void aRequestReachesTheSolveOnceWhicheverComesFirst() {
        AtomicInteger cancelled = new AtomicInteger();
        Stop before = new Stop();
        before.request();
        before.onRequest(cancelled::incrementAndGet);
        assertEquals(1, cancelled.get());
        Stop after = new Stop();
        after.onRequest(cancelled::incrementAndGet);
        assertFalse(after.requested());
        after.request();
        after.request();
        assertEquals(2, cancelled.get());
        assertTrue(after.requested());
    }

    @Test
    void ticksAreRoundNumbersInsideTheRange() {
        assertEquals(List.of("-1", "-0.5", "0", "0.5", "1"), labels(-1, 1, 5));
        assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), labels(0, 1, 6));
        assertEquals(List.of("1e-6", "2e-6", "3e-6"), labels(0.9e-6, 3.1e-6, 2));
    }

    private static List<String> labels(double min, double max, int wanted) {
        return Ticks.linear(min, max, wanted).stream().map(Ticks::label).toList();
    }

    @Test
    void theEndsOfAPaletteAreItsFirstAndLastColour() {
        assertEquals(0x440154, Palette.VALUES.colour(0));
        assertEquals(0xfde725, Palette.VALUES.colour(1));
        assertEquals(0xfde725, Palette.VALUES.colour(7));
        assertEquals(0x440154, Palette.VALUES.colour(-7));
    }

    @Test
    void aNameThatNoFileCanHaveIsRefusedInWords() {
        assertEquals(java.nio.file.Path.of("a"), new PathConverter().convert("a"));
        String said = assertThrows(TypeConversionException.class, () -> new PathConverter().convert("a\0b"))
                .getMessage();
        assertEquals("'a\0b' is no name of a file: Nul character not allowed", said);
    }
}
