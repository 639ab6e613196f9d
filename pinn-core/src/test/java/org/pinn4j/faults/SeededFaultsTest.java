package org.pinn4j.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The tests of the core would notice: each of the faults in {@code faults/}, put on purpose into a copy of the source, makes the
 * test that it names fail, and without it the test passes. Some of them in every build, in turn by the date; all, or those that
 * {@code -Dpinn.faults=NNN,...} names, by {@code scripts/faults}.
 */
class SeededFaultsTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path DOCUMENT = HOME.resolve("docs/faults.md");
    private static final String HEADING = "## In the core\n";
    private static final int EACH_TIME = 12;
    private static final int JOBS = 2;
    private static final int FEWEST = 100;
    private static final int FEWEST_EACH = 5;
    private static final List<String> PARTS =
            List.of("autodiff", "ansatz", "loss", "optimize", "sampling", "train", "solution", "io");
    /** Derivatives are the work of several packages. */
    private static final List<String> AUTODIFF = List.of("jets", "compile", "plan", "pde", "network");

    private static List<SeededFault> chosen() {
        List<SeededFault> all = SeededFault.all(HOME);
        String asked = System.getProperty("pinn.faults", "");
        if (asked.isEmpty()) {
            long day = LocalDate.now(ZoneOffset.UTC).toEpochDay();
            return IntStream.range(0, EACH_TIME)
                    .mapToObj(k -> all.get((int) ((day * EACH_TIME + k) % all.size())))
                    .toList();
        }
        List<String> numbers = List.of(asked.split(","));
        return all.stream()
                .filter(f -> asked.equals("all") || numbers.contains(f.number()) || numbers.contains(f.part()))
                .toList();
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    void theNamedTestSeesTheFaultAndPassesWithoutIt() throws Exception {
        List<SeededFault> faults = chosen();
        assertTrue(!faults.isEmpty(), "no such faults");
        Trial trial = new Trial(HOME);
        List<String> wrong = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(JOBS);
        try {
            List<Future<Trial.Ended>> runs =
                    faults.stream().map(f -> pool.submit(() -> trial.faulty(f))).toList();
            for (int k = 0; k < runs.size(); k++) {
                Trial.Ended ended = runs.get(k).get();
                if (ended.code() != TestRun.FAILED) {
                    wrong.add("%s: not seen by %s: %s"
                            .formatted(faults.get(k), faults.get(k).named(), ended.line()));
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals("", String.join("\n", wrong), "of " + faults.size() + " faults");
        Trial.Ended sound = trial.sound(faults);
        assertEquals(TestRun.PASSED, sound.code(), () -> "without the faults: " + sound.line());
    }

    @Test
    void everyPatchAppliesAndHasItsNumber() throws IOException {
        List<SeededFault> all = SeededFault.all(HOME);
        assertTrue(all.size() >= FEWEST, all.size() + " faults");
        for (int k = 0; k < all.size(); k++) {
            Patch patch = all.get(k).patch();
            assertEquals("%03d".formatted(k + 1), all.get(k).number());
            assertTrue(patch.file().contains("/" + all.get(k).part() + "/"), all.get(k)::toString);
            String source = Files.readString(HOME.resolve(patch.file()));
            assertTrue(!source.equals(patch.applied(source)), all.get(k)::toString);
        }
        assertEquals(
                all.size(),
                all.stream().map(f -> f.part() + f.breaks()).distinct().count());
    }

    @Test
    void everyPartHasFaultsEnough() {
        Map<String, Long> counts = SeededFault.all(HOME).stream()
                .collect(Collectors.groupingBy(
                        f -> AUTODIFF.contains(f.part()) ? "autodiff" : f.part(), Collectors.counting()));
        PARTS.forEach(p -> assertTrue(counts.getOrDefault(p, 0L) >= FEWEST_EACH, () -> p + " in " + counts));
    }

    /** With -Dpinn.write the document is written from the list. */
    @Test
    void theDocumentListsEveryFaultAndTheTestThatSeesIt() throws IOException {
        String there = Files.readString(DOCUMENT);
        int end = there.indexOf(HEADING);
        String wanted = there.substring(0, end < 0 ? there.length() : end) + section();
        if (System.getProperty("pinn.write") != null) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertEquals(wanted, Files.readString(DOCUMENT), "write it again with scripts/faults --write");
    }

    private static String section() {
        List<SeededFault> all = SeededFault.all(HOME);
        StringBuilder text = new StringBuilder(HEADING);
        text.append("""

                Each of these is a patch, `faults/NNN.patch`, that names the test which has to see it. `scripts/faults` puts it into a copy
                of the source, compiles the package that it is in and runs that test, which has to fail within a minute; then all these
                tests on the sound source, which have to pass. A patch that no longer applies fails. %d of the %d run in every build, in
                turn by the date; `scripts/faults all` runs all, `scripts/faults 012,jets` some, `scripts/faults --write` writes this.

                | # | Part | Fault | Test that sees it |
                |--:|---|---|---|
                """.formatted(EACH_TIME, all.size()));
        for (SeededFault f : all) {
            text.append("| %s | %s | %s | `%s` |\n"
                    .formatted(
                            f.number(),
                            f.part(),
                            f.breaks(),
                            f.named()
                                    .substring(
                                            f.named().lastIndexOf('.', f.named().indexOf('#')) + 1)));
        }
        return text.toString();
    }
}
