package org.pinn4j.validation.kept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.References;

class KeptReferencesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 0.5);
    private static final Field U = Field.of("u", X, T);
    private static final Grid GRID = Grid.of(X, 8).periodic(X).by(T, 5);

    @TempDir
    private Path folder;

    private int computed;

    private static Problem turned(double speed) {
        return Problem.over(X, T)
                .named("turned round")
                .require(U.d(T).plus(U.d(X).times(speed)).equalTo(0))
                .require(U.equalTo(Expr.sin(X.times(2 * Math.PI))).on(T.start()))
                .periodicIn(X);
    }

    /** Knows its slope along x and is asked for values here and there. */
    private Reference solution() {
        computed++;
        return new Reference() {
            @Override
            public String kind() {
                return "number %d".formatted(computed);
            }

            @Override
            public double floor() {
                return 1e-3;
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                    u[i] = Math.sin(2 * Math.PI * (x[i] - x[n + i]));
                }
                return u;
            }

            @Override
            public Optional<double[]> derivative(Field field, Axis by, double[] x, int n) {
                return by.equals(X) ? Optional.of(values(field, x, n)) : Optional.empty();
            }
        };
    }

    private Reference kept(Problem problem, Grid grid, double tolerance) {
        return KeptReferences.in(folder.resolve("made")).reference(problem, grid, tolerance, this::solution, r -> true);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("made"))) {
            return files.toList();
        }
    }

    @Test
    void theSecondTimeTheSameBitsComeFromTheFile() throws IOException {
        double[] x = GRID.coordinates(U.axes());
        Reference first = kept(turned(1), GRID, 1e-8);
        Reference second = kept(turned(1), GRID, 1e-8);
        assertEquals(1, computed);
        assertArrayEquals(first.values(U, x, GRID.size()), second.values(U, x, GRID.size()));
        assertArrayEquals(
                first.derivative(U, X, x, GRID.size()).orElseThrow(),
                second.derivative(U, X, x, GRID.size()).orElseThrow());
        assertTrue(second.derivative(U, T, x, GRID.size()).isEmpty());
        assertEquals("number 1", second.kind());
        assertEquals(1e-3, second.floor());
        String name = files().get(0).getFileName().toString();
        assertTrue(name.matches("turned-round-[0-9a-f]{24}\\.safetensors"), name);
    }

    /** The right end of a periodic axis is the left one; between the points somebody has to compute. */
    @Test
    void partsOfTheGridComeFromTheFileAndOtherPointsDoNot() {
        kept(turned(1), GRID, 1e-8);
        Reference kept = kept(turned(1), GRID, 1e-8);
        double[] some = {0.25, 1, -0.0, 0.5, 0.125, 0.5};
        double[] u = kept.values(U, some, 3);
        assertEquals(1, computed);
        assertEquals(Math.sin(2 * Math.PI * -0.25), u[0], 1e-15);
        assertEquals(Math.sin(2 * Math.PI * -0.125), u[1], 1e-15);
        assertEquals(0, u[2], 1e-15);
        assertEquals(Math.sin(2 * Math.PI * 0.3), kept.values(U, new double[] {0.3, 0}, 1)[0], 1e-15);
        assertEquals(2, computed);
        assertTrue(kept.derivative(U, X, new double[] {0.3, 0}, 1).isPresent());
        assertEquals(2, computed);
    }

    @Test
    void anotherStatementGridOrToleranceIsAnotherReference() {
        kept(turned(1), GRID, 1e-8);
        kept(turned(1 + 1e-15), GRID, 1e-8);
        kept(turned(1), Grid.of(X, 8).by(T, 5), 1e-8);
        kept(turned(1), GRID, 1e-9);
        assertEquals(4, computed);
    }

    @Test
    void aDamagedFileIsComputedAgainAndReplaced() throws IOException {
        kept(turned(1), GRID, 1e-8);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 8));
        kept(turned(1), GRID, 1e-8);
        assertEquals(2, computed);
        kept(turned(1), GRID, 1e-8);
        assertEquals(2, computed);
        assertEquals(1, files().size());
    }

    @Test
    void whatIsNotWorthKeepingIsNotAndAFolderThatIsNoneStopsNobody() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        KeptReferences nowhere = KeptReferences.in(file);
        nowhere.reference(turned(1), GRID, 1e-8, this::solution, r -> true);
        KeptReferences fussy = KeptReferences.in(folder.resolve("fussy"));
        fussy.reference(turned(1), GRID, 1e-8, this::solution, r -> false);
        fussy.reference(turned(1), GRID, 1e-8, this::solution, r -> false);
        assertEquals(3, computed);
    }

    @Test
    void ofManyFilesTheOldestGo() throws IOException {
        KeptReferences two = KeptReferences.in(folder.resolve("made")).atMost(2);
        for (int k = 1; k <= 3; k++) {
            two.reference(turned(k), GRID, 1e-8, this::solution, r -> true);
            for (Path file : files()) { // each of them a day older
                FileTime before =
                        FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 86_400_000);
                Files.setLastModifiedTime(file, before);
            }
        }
        assertEquals(2, files().size());
        two.reference(turned(3), GRID, 1e-8, this::solution, r -> true);
        two.reference(turned(2), GRID, 1e-8, this::solution, r -> true);
        assertEquals(3, computed);
        two.reference(turned(1), GRID, 1e-8, this::solution, r -> true);
        assertEquals(4, computed);
    }

    @Test
    void theBestReferenceOfAStatementIsKept() throws IOException {
        References references = References.of(turned(1), GRID).keptIn(KeptReferences.in(folder.resolve("made")));
        double[] x = GRID.coordinates(U.axes());
        double[] first = references.best().values(U, x, GRID.size());
        long written = Files.getLastModifiedTime(files().get(0)).toMillis();
        assertArrayEquals(first, references.best().values(U, x, GRID.size()));
        assertEquals(written, Files.getLastModifiedTime(files().get(0)).toMillis());
        assertTrue(
                references.best().kind().startsWith("spectral"),
                references.best().kind());
        References late = references.within(java.time.Duration.ZERO);
        assertEquals(first[3], late.best().values(U, x, GRID.size())[3]);
    }
}
