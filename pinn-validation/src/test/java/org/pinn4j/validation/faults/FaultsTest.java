package org.pinn4j.validation.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.validation.discrete.StatementFaults;
import org.pinn4j.validation.discrete.StencilFaults;
import org.pinn4j.validation.discrete.SystemFaults;
import org.pinn4j.validation.evolution.TableauFaults;
import org.pinn4j.validation.evolution.TimeFaults;

/** The checks of order would see a fault: each of these, seeded on purpose, moves the figure of one of them out of its bounds. */
class FaultsTest {
    private static final int FEWEST = 40;
    private static final Path DOCUMENT =
            Path.of("").toAbsolutePath().getParent().resolve("docs/faults.md");
    private static final String CORE = "## In the core\n";
    private static final Map<Check<?>, Double> SOUND = new HashMap<>();

    static List<Fault> faults() {
        return Stream.of(
                        StencilFaults.all(),
                        StatementFaults.all(),
                        SystemFaults.all(),
                        TimeFaults.all(),
                        TableauFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    private static <P> double sound(Check<P> check) {
        return SOUND.computeIfAbsent(check, c -> check.of(check.sound()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theCheckHoldsWithoutTheFaultAndCatchesIt(Fault fault) {
        Check<?> check = fault.check();
        double sound = sound(check);
        assertTrue(check.holds(sound), () -> "%s: %s without a fault".formatted(check.name(), sound));
        double faulty = fault.figure().getAsDouble();
        assertTrue(!check.holds(faulty), () -> "not caught: %s still gives %s".formatted(check.name(), faulty));
        assertEquals(fault.shows(), faulty, 0.5, () -> "%s shows %s".formatted(fault, faulty));
    }

    @Test
    void everyFaultHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();
        faults().forEach(fault -> assertTrue(names.add(fault.toString()), fault::toString));
        assertTrue(names.size() >= FEWEST, names.size() + " faults");
    }

    /** With -Dpinn.write the document is written from the list. */
    @Test
    void theDocumentListsEveryFaultAndTheCheckThatCatchesIt() throws IOException {
        String there = Files.readString(DOCUMENT);
        String core = there.substring(there.indexOf(CORE)); // pinn-core writes that from its own list
        String wanted = document() + core;
        if (System.getProperty("pinn.write") != null) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertEquals(wanted, Files.readString(DOCUMENT), "write it again with -Dpinn.write=faults");
    }

    private static String document() {
        List<Fault> faults = faults();
        StringBuilder text = new StringBuilder("""
                # Seeded faults

                ## In discretisation and integration

                A check that cannot fail proves nothing. Each line is a fault put on purpose into one part of the discretisation or of the
                integration in time, and the check that catches it: the figure that theory fixes, and the one seen with the fault, to the
                nearest whole number. `FaultsTest` runs each check with the sound part and with the faulty one; a fault that is not caught
                fails the build. The table is written from the test's list of %d faults
                (`mvn -pl pinn-validation -am test -Dtest=FaultsTest -Dpinn.write=faults -Dsurefire.failIfNoSpecifiedTests=false`).

                | # | Part | Fault | Check that catches it | Theory | With the fault |
                |--:|---|---|---|---|---|
                """.formatted(faults.size()));
        for (int k = 0; k < faults.size(); k++) {
            Fault f = faults.get(k);
            text.append("| %d | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            k + 1,
                            f.where(),
                            f.name(),
                            f.check().name(),
                            f.check().wanted(),
                            f.seen()));
        }
        return text.append('\n').toString();
    }
}
