package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ProblemText;

class CatalogueTest {
    static List<CatalogueProblem> problems() {
        return Catalogue.problems();
    }

    @Test
    void namesAreUniqueAndLowerCaseWithHyphens() {
        assertEquals(Catalogue.names().size(), new HashSet<>(Catalogue.names()).size());
        Catalogue.names().forEach(name -> assertTrue(name.matches("[a-z]+(-[a-z0-9]+)*"), name));
        assertTrue(Catalogue.names().containsAll(List.of("burgers", "poisson-2d", "heat-1d", "allen-cahn")));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aProblemIsFoundByTheNameOfItsStatement(CatalogueProblem problem) {
        assertEquals(problem, Catalogue.find(problem.statement().name()));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theGridOfRecordHasTheAxesOfTheStatement(CatalogueProblem problem) {
        assertEquals(problem.statement().axes(), problem.grid().axes());
        problem.statement()
                .declaredPeriodic()
                .forEach(axis -> assertTrue(problem.grid().isPeriodic(axis)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void nothingInAStatementStopsASolve(CatalogueProblem problem) {
        assertEquals(List.of(), problem.statement().blockingFindings());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aStatementReadsBackFromItsTextWithoutCode(CatalogueProblem problem) {
        Problem statement = problem.statement();
        assertEquals(statement, ProblemText.parse(ProblemText.write(statement), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theBestPublishedErrorComesFirst(CatalogueProblem problem) {
        double[] errors =
                problem.published().stream().mapToDouble(Published::error).toArray();
        assertArrayEquals(Arrays.stream(errors).sorted().toArray(), errors);
    }

    @Test
    void aPublishedErrorIsToldWithItsCostAndHowFarItCanBeTrusted() {
        Published told = Published.of(8.421e-9, Published.Seen.QUOTED, "least squares")
                .on("CPU")
                .within(0.7)
                .remarked("another grid");
        assertEquals("8.42e-09 [S] least squares, 0.70 s, CPU; another grid", told.toString());
        assertEquals("130,222 s", told.on("").within(130_222).cost());
        assertThrows(IllegalArgumentException.class, () -> Published.of(0, Published.Seen.PAPER, "none"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var e = assertThrows(IllegalArgumentException.class, () -> Catalogue.find("Burgers"));
        assertTrue(e.getMessage().contains("'Burgers'") && e.getMessage().contains("heat-1d"), e.getMessage());
    }
}
