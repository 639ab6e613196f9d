package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.X;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.network.Architecture;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

/** Readings stand in a file as arrays: as many as memory holds, bit for bit, and a text that stays short. */
class ReadingsFileTest {
    private static final Field U = Field.of("u", X, T);
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private static Solution measured(int points, double... sigma) {
        RandomStream random = RandomStream.of(3, "readings");
        double[][] at = new double[points][];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            at[i] = new double[] {2 * random.nextDouble() - 1, random.nextDouble()};
            values[i] = random.nextDouble();
        }
        Problem problem = Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X)))
                .require(
                        sigma.length == 0
                                ? U.equalTo(Expr.measurement()).onData(at, values)
                                : U.equalTo(Expr.measurement()).onData(at, values, sigma[0]));
        Ansatz ansatz = new Ansatz(
                List.of(X, T),
                List.of(Features.scaled(X, -1, 1), Features.scaled(T, 0, 1)),
                List.of(Architecture.parse("mlp(2;tanh)").build(2, 1)),
                List.of(new Ansatz.Form(U, Expr.constant(0), Expr.constant(1), 0, 0)),
                List.of());
        return new Solution(problem, ansatz, Examples.theta(ansatz), ModelCard.untrained());
    }

    /** As text these were 16 MB, which was more than a reader takes: a finished solve could not be saved. */
    @Test
    void threeHundredThousandReadingsAreSavedAndLoadedInTheMemoryOfTheFile() throws IOException {
        Solution s = measured(300_000);
        Path file = folder.resolve("s.pinn");
        s.save(file);
        assertEquals(s.fileSize(), Files.size(file));
        assertTrue(Files.size(file) < 300_000 * 3 * 8 + 3000, Files.size(file) + " bytes");
        Solution[] loaded = new Solution[1];
        long bytes = Allocation.bytes(() -> {
            try {
                loaded[0] = Solution.load(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertEquals(s.problem(), loaded[0].problem());
        assertTrue(bytes < Files.size(file) + 64 * MEGABYTE, bytes + " bytes");
    }

    @Test
    void deviationsAreKeptBitForBit() throws IOException {
        Path file = folder.resolve("s.pinn");
        measured(7, 0.1).save(file);
        DataPoints data = readings(Solution.load(file));
        DataPoints before = readings(measured(7, 0.1));
        assertArrayEquals(before.coordinates(), data.coordinates());
        assertArrayEquals(before.values(), data.values());
        assertEquals(0.1, data.deviation(6));
    }

    private static DataPoints readings(Solution s) {
        return s.problem().conditions().get(1).region().data().orElseThrow();
    }

    @Test
    void arraysThatDoNotFitTheStatementAreNamed() {
        NamedArrays good = SolutionFile.content(measured(3));
        SolutionReader.read(good, Map.of());
        refuses(good.withMetadata("pinn4j.parts", ""), "array 'readings.0.points' is unknown");
        String statement = good.metadata().get("problem");
        refuses(
                good.withMetadata("problem", statement.replace("readings 0", "readings 1")),
                "need arrays 'readings.1.points' and 'readings.1.values'");
        refuses(
                good.withMetadata("problem", statement.replace("readings 0", "readings 0\npoint 0 0 1")),
                "no point in the text");
        refuses(with(good, "readings.0.values", 1, 2, 3, 4), "6 coordinates are not as many for each of 4 values");
        refuses(with(good, "readings.0.values", 1, 2, 3, 4, 5, 6), "data: need [count × 2]");
        refuses(with(good, "readings.0.deviations", 1, 2), "one standard deviation per point");
        refuses(with(good, "readings.0.values", 1, 2, Double.NaN), "data point 2: need finite");
        refuses(with(good, "readings.1.values", 1), "array 'readings.1.values' is unknown");
    }

    private static NamedArrays with(NamedArrays content, String name, double... values) {
        NamedArrays result = NamedArrays.empty();
        for (Map.Entry<String, String> text : content.metadata().entrySet()) {
            result = result.withMetadata(text.getKey(), text.getValue());
        }
        for (String other : content.names()) {
            result = other.equals(name) ? result : result.with(other, content.array(other));
        }
        return result.with(name, values, values.length);
    }

    private static void refuses(NamedArrays bad, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> SolutionReader.read(bad, Map.of()))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }
}
