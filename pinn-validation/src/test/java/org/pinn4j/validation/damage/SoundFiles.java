package org.pinn4j.validation.damage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pinn4j.Pinn;
import org.pinn4j.direct.Direct;
import org.pinn4j.io.NdArray;
import org.pinn4j.io.Npy;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.sampling.Grid;
import org.pinn4j.train.Recipe;
import org.pinn4j.validation.file.MatFiles;

/** Small files that every reader takes, to be damaged. */
final class SoundFiles {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final int NODES = 4;
    private static final int TIMES = 3;

    static final Problem PROBLEM =
            Problem.over(X, T).require(U.d(T).equalTo(0)).require(U.equalTo(X).on(T.start()));
    static final Grid GRID = Grid.of(X, NODES).by(T, TIMES);

    private SoundFiles() {}

    static List<byte[]> of(Reader reader) {
        try {
            return switch (reader) {
                case SOLUTION -> List.of(solution("poisson-2d"), solution("heat-1d"));
                case STATEMENT ->
                    Stream.of("burgers", "lorenz", "kovasznay", "poisson-3d", "burgers-inverse")
                            .map(n -> ProblemText.write(Catalogue.find(n).statement())
                                    .getBytes(StandardCharsets.UTF_8))
                            .toList();
                case CSV -> List.of(csv());
                case NPY -> List.of(npy(3, 4), npy(2, 2, 2), npy(5));
                case MAT -> List.of(mat(true), mat(false));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of few features, so that many changes hit what is not an array. */
    private static byte[] solution(String name) throws IOException {
        Direct sizes = Direct.standard().withFeatures(60, 60);
        Path file = Files.createTempFile("sound", ".pinn");
        try {
            Pinn.with(Recipe.direct().withDirect(sizes))
                    .workers(1)
                    .solve(Catalogue.find(name).statement())
                    .save(file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] csv() {
        StringBuilder text = new StringBuilder("x,t,u\n");
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < TIMES; j++) {
                text.append(i - 1.0)
                        .append(',')
                        .append(j / 2.0)
                        .append(',')
                        .append(1.5e-3 * i)
                        .append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] npy(int... shape) throws IOException {
        Path file = Files.createTempFile("sound", ".npy");
        try {
            int length = 1;
            for (int n : shape) {
                length *= n;
            }
            Npy.write(file, NdArray.of(new double[length], shape));
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] mat(boolean deflated) throws IOException {
        return new MatFiles()
                .with("x", new int[] {NODES, 1}, k -> k - 1)
                .with("t", new int[] {1, TIMES}, k -> 0.5 * k)
                .withText("name", "a text")
                .with("usol", new int[] {NODES, TIMES}, k -> 1 + 0.1 * k)
                .bytes(deflated);
    }
}
