package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Every test of every module ends: the pom states a time, and that a test has a thread of its own, so that one which hears no
 * interrupt is left behind and told. More time has only what says so itself, and that only jobs that grow as somebody asks. Rules
 * of ArchUnit are another engine's and have none: they walk through classes.
 */
class TimeLimitsTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final String TIME = "junit.jupiter.execution.timeout.default";
    private static final Pattern SETTING = Pattern.compile("(junit\\.jupiter\\.execution\\.timeout\\.[a-z.]+) = (.+)");
    private static final Pattern OWN =
            Pattern.compile("@Timeout\\((?:value = )?(\\d+)(?:, unit = TimeUnit\\.(\\w+))?\\)");
    private static final String LIMIT = "@" + "Timeout(";
    private static final Duration MOST = Duration.ofMinutes(5);
    /** Jobs of trials are as long as somebody asks, nightly tests take minutes, and faults are as many as are chosen. */
    private static final List<String> MAY_TAKE_LONGER =
            List.of("new Trials(", "@Tag(\"nightly\")", "class SeededFaultsTest ");

    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        SETTING.matcher(Files.readString(HOME.resolve("pom.xml")))
                .results()
                .forEach(m -> settings.put(m.group(1), m.group(2)));
        return settings;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> modules = Files.list(HOME)) {
            return modules.map(m -> m.resolve("src/test"))
                    .filter(Files::isDirectory)
                    .flatMap(TimeLimitsTest::below)
                    .filter(f -> f.toString().endsWith(ending) && !f.endsWith("TimeLimitsTest.java"))
                    .toList();
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList().stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void theLimitIsThatOfThePomForAllModules() throws IOException {
        assertEquals(MOST.toMinutes() + " m", settings().get(TIME));
        assertEquals(List.of(), files("junit-platform.properties"));
    }

    @Test
    void onlyJobsThatGrowTakeLonger() throws IOException {
        for (Path file : files(".java")) {
            String text = Files.readString(file);
            boolean mayTakeLonger = MAY_TAKE_LONGER.stream().anyMatch(text::contains);
            for (int at = text.indexOf(LIMIT); at >= 0; at = text.indexOf(LIMIT, at + 1)) {
                Matcher own = OWN.matcher(text).region(at, text.length());
                assertTrue(own.lookingAt(), () -> file + ": value first, then unit");
                TimeUnit unit = TimeUnit.valueOf(own.group(2) == null ? "SECONDS" : own.group(2));
                Duration time = Duration.of(Long.parseLong(own.group(1)), unit.toChronoUnit());
                assertTrue(mayTakeLonger || time.compareTo(MOST) <= 0, () -> file + ": " + own.group());
            }
        }
    }

    @Test
    void nightlyTestsSayHowLong() throws IOException {
        Pattern nightly = Pattern.compile("@Tag\\(\"nightly\"\\)\\s++(?!@Timeout)");
        for (Path file : files(".java")) {
            boolean open = nightly.matcher(Files.readString(file)).find();
            assertTrue(!open, () -> file + ": @Timeout after @Tag(\"nightly\")");
        }
    }

    /** By the settings of the pom, but for the time and the picture of all threads. */
    @Test
    void aTestThatHearsNoInterruptIsToldWhileItStillRuns() throws IOException {
        Map<String, String> settings = settings();
        settings.put(TIME, "200 ms");
        settings.remove("junit.jupiter.execution.timeout.threaddump.enabled");
        SummaryGeneratingListener told = new SummaryGeneratingListener();
        Endless.end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        try {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(Endless.class))
                                    .configurationParameters(settings)
                                    .build(),
                            told);
            assertTrue(System.nanoTime() < Endless.end, "not told before its end");
        } finally {
            Endless.end = System.nanoTime();
        }
        assertEquals(1, told.getSummary().getTestsFailedCount());
        Throwable why = told.getSummary().getFailures().get(0).getException();
        assertTrue(why instanceof TimeoutException, why::toString);
    }

    /** Not found by a build: it is inside another class. */
    static final class Endless {
        private static volatile long end;

        @Test
        void endless() {
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }
}
