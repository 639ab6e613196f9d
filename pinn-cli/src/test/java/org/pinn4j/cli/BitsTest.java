package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.problems.Catalogue;

/** What {@code scripts/bits} guards: twelve of the catalogue, and one statement of each kind that these lack. */
class BitsTest {
    private static final Path FOLDER = Sources.ROOT.resolve("benchmarks/bits");
    /** Those of the catalogue that {@code scripts/Bits.java} names too. */
    private static final Set<String> GUARDED = Set.of(
            "burgers",
            "poisson-2d",
            "heat-1d",
            "allen-cahn",
            "kdv",
            "wave",
            "convection",
            "reaction",
            "helmholtz",
            "kuramoto-sivashinsky",
            "brusselator",
            "semilinear-2d");

    private static Set<String> own() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString().replace(".txt", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Problem statement(String name) throws IOException {
        return ProblemText.parse(Files.readString(FOLDER.resolve(name + ".txt")), Map.of());
    }

    @Test
    void everyGuardedStatementCanBeSolvedAndIsOfItsKind() throws IOException {
        assertEquals(Set.of("data", "fold", "odd-even", "parameter", "robin", "system"), own());
        for (String name : own()) {
            assertEquals(name, statement(name).name());
            assertEquals(List.of(), statement(name).blockingFindings(), name);
        }
        assertEquals(1, statement("fold").declaredSymmetries().size());
        assertEquals(
                2, statement("odd-even").declaredSymmetries().get(0).parity().size());
        assertEquals(2, statement("system").fields().size());
        assertEquals(1, statement("parameter").parameters().size());
        assertEquals(1, Reading.of(statement("data")).data().size());
    }

    /** A record that lacks a problem would be taken for another machine's and compared by a build instead, unseen. */
    @Test
    void theRecordHoldsEveryProblemForEveryKey() throws IOException {
        Properties record = new Properties();
        record.load(Files.newBufferedReader(Sources.ROOT.resolve("benchmarks/bits.properties")));
        assertTrue(record.getProperty("commit").matches("[0-9a-f]{40}"), "commit");
        assertTrue(Catalogue.names().containsAll(GUARDED));
        Set<String> problems = new TreeSet<>(GUARDED);
        problems.addAll(own());
        assertEquals(18, problems.size());
        Map<String, Set<String>> byKey = record.stringPropertyNames().stream()
                .filter(k -> k.endsWith(".theta"))
                .map(k -> k.substring(0, k.length() - ".theta".length()))
                .collect(Collectors.groupingBy(
                        k -> k.substring(0, k.lastIndexOf('.')),
                        Collectors.mapping(k -> k.substring(k.lastIndexOf('.') + 1), Collectors.toSet())));
        assertTrue(byKey.size() >= 2, byKey.keySet() + ": need plain Java and OpenBLAS at least");
        byKey.forEach((key, names) -> assertEquals(problems, new TreeSet<>(names), key));
    }
}
