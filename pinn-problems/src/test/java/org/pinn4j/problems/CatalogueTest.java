package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var e = assertThrows(IllegalArgumentException.class, () -> Catalogue.find("Burgers"));
        assertTrue(e.getMessage().contains("'Burgers'") && e.getMessage().contains("heat-1d"), e.getMessage());
    }
}
