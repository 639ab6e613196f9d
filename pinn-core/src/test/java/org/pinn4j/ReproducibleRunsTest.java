package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.train.Cases;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Stage;

/** Same seed, same statement, same recipe: the same bits, whatever the number of workers. */
class ReproducibleRunsTest {
    private static Pinn.Solved run(Recipe recipe, long seed, int workers) {
        return Pinn.with(recipe).seed(seed).steps(60).workers(workers).run(Cases.heat());
    }

    private static void assertSame(Pinn.Solved a, Pinn.Solved b) {
        assertArrayEquals(a.solution().theta(), b.solution().theta(), 0.0);
        assertEquals(a.training().history().entries(), b.training().history().entries());
        assertEquals(a.solution().card(), b.solution().card());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void thePointsThatFollowTheResidualAreTheSameForAnyNumberOfWorkers(int workers) {
        Recipe adaptive = Cases.small().withPoints(Points.adaptive(5)); // redrawn after 20 and 46 steps
        assertSame(run(adaptive, 7, 1), run(adaptive, 7, workers));
    }

    @Test
    void everyStageAndFreshPointsAreTheSameFromRunToRun() {
        Recipe stages = Cases.small()
                .withPoints(Points.fresh(256, new Uniform()))
                .withStages(
                        Stage.adam().forSteps(20),
                        Stage.lbfgs().forSteps(15),
                        Stage.selfScaledBroyden().forSteps(15),
                        Stage.levenbergMarquardt());
        assertSame(run(stages, 3, 2), run(stages, 3, 3));
    }

    @Test
    void theTrainedRecipeIsTheSameFromRunToRun() {
        Pinn standard = Pinn.trained().seed(5).steps(45);
        assertSame(standard.workers(1).run(Cases.heat()), standard.workers(2).run(Cases.heat()));
    }

    /** In Persian a formatted 1 is ۱ and 0.5 is ۰٫۵; a file that was written there must be readable here. */
    @Test
    void theFileOfASolutionDoesNotDependOnTheLanguageOfTheMachine(@TempDir Path folder) throws IOException {
        Path here = saved(folder.resolve("here.pinn"));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
        try {
            assertNotEquals("1", String.format("%d", 1), "this Java has no Persian digits to test with");
            assertEquals(-1, Files.mismatch(here, saved(folder.resolve("there.pinn"))));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Path saved(Path file) throws IOException {
        Pinn.trained().seed(5).steps(45).workers(1).solve(Cases.heat()).save(file);
        return file;
    }

    @Test
    void anotherSeedIsAnotherRun() {
        double[] a = run(Cases.small(), 1, 1).solution().theta();
        double[] b = run(Cases.small(), 2, 1).solution().theta();
        assertFalse(Arrays.equals(a, b));
    }
}
