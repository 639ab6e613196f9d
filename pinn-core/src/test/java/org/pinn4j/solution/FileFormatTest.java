package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.Safetensors;
import org.pinn4j.io.disk.MemoryDisk;
import org.pinn4j.network.Architecture;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** Files of every format there was, each written by the version that made it; and what no version wrote. */
class FileFormatTest {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis T = Axis.time("t", 0, 1.5);
    private static final Field V = Field.of("v", X, T);

    @TempDir
    Path folder;

    private Path stored(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = FileFormatTest.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }

    /** Values are those that the version which wrote the file has printed; tanh has other last bits on later Java versions. */
    @ParameterizedTest
    @CsvSource({
        "format-1.pinn, 1, 0.5236024880521013, -1.0348421675415505",
        "format-2.pinn, 1, 1.0161905036314727, -0.9333816626246048",
        "format-3.pinn, 3, -0.46185102163369707, -0.6843358247986802",
        "format-4.pinn, 3, -0.46185102163369707, -0.6843358247986802"
    })
    void aFileOfEachFormatIsRead(String name, int pieces, double value, double slope) throws IOException {
        Solution s = Solution.load(stored(name));
        assertEquals(value, s.at(0.25, 0.75), 1e-14);
        assertEquals(slope, s.evaluate(V.d(X, X), 0.25, 0.75), 1e-13);
        assertEquals(Math.exp(-0.40625), s.coefficients().get(0).value(), 1e-15);
        assertEquals(pieces, s.pieces().size());
        assertEquals(readings(name.equals("format-1.pinn")), s.problem());
        assertEquals(name.matches("format-[24].pinn"), s.continuation().isPresent());
    }

    private static Problem readings(boolean exactOnly) {
        Expr c = org.pinn4j.pde.Parameter.of("c", 0.7).positive();
        Problem exact = Problem.over(X, T)
                .named("formats")
                .require(V.d(T).equalTo(c.times(V.d(X, X)).minus(V)))
                .require(V.equalTo(Expr.cos(X.times(1.25))).on(T.start()))
                .require(V.d(X).equalTo(0).on(X.ends()))
                .require(V.equalTo(Expr.measurement())
                        .onData(
                                new double[][] {{0.5, 0.25}, {-0.125, 1.0}, {1.75, 0.1}},
                                new double[] {0.3, -1.5e-3, 0.7}));
        return exactOnly
                ? exact
                : exact.require(V.equalTo(Expr.measurement())
                        .onData(new double[][] {{1.5, 1.25}, {-0.5, 1.5}}, new double[] {0.25, 0.125}, 0.01));
    }

    /** What is saved again has the format of today, and is the same solution. */
    @Test
    void anOldFileSavedAgainIsANewOne() throws IOException {
        Solution old = Solution.load(stored("format-3.pinn"));
        Path file = folder.resolve("new.pinn");
        old.save(file);
        NamedArrays content = Safetensors.read(file);
        assertEquals("4", content.metadata().get("pinn4j.format"));
        assertEquals("readings slabs", content.metadata().get("pinn4j.parts"));
        assertEquals(List.of(2, 2), shape(content, "readings.1.points"));
        assertEquals(List.of(2), shape(content, "readings.1.deviations"));
        assertFalse(content.metadata().get("problem").contains("point "));
        Solution again = Solution.load(file);
        assertEquals(old.pieces(), again.pieces());
        assertEquals(old.problem(), again.problem());
        assertEquals(Files.size(file), old.fileSize());
    }

    private static List<Integer> shape(NamedArrays content, String name) {
        return java.util.Arrays.stream(content.array(name).shape()).boxed().toList();
    }

    private String refused(NamedArrays content) throws IOException {
        Path file = folder.resolve("refused.pinn");
        Safetensors.write(file, content);
        FormatException e = assertThrows(FormatException.class, () -> Solution.load(file));
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().contains("refused.pinn"), e.getMessage());
        return e.reason();
    }

    @Test
    void aLaterFormatOrPartNamesTheVersionThatWroteIt() throws IOException {
        NamedArrays good = SolutionFile.content(tiny());
        String later = refused(good.withMetadata("pinn4j.format", "5").withMetadata("pinn4j.version", "7.1.0"));
        assertTrue(
                later.contains("is of format '5', written by pinn4j 7.1.0; this is pinn4j " + ModelCard.VERSION),
                later);
        NamedArrays place = good.withMetadata("pinn4j.parts", "place recipe").withMetadata("pinn4j.version", "0.9");
        String part = refused(Checksum.sealed(place));
        assertTrue(part.contains("has a part 'place', written by pinn4j 0.9; "), part);
        String older =
                refused(NamedArrays.empty().withMetadata("pinn4j.format", "0").withMetadata("card.version", "0.0.1"));
        assertTrue(older.contains("is of format '0', written by pinn4j 0.0.1; "), older);
        String none = refused(NamedArrays.empty().withMetadata("card.version", "1"));
        assertTrue(none.contains("this is no solution file"), none);
    }

    private static Solution tiny() {
        return tiny(Expr.cos(T), 0.5);
    }

    private static Solution tiny(Expr base, double last) {
        Field f = Field.of("f", T);
        Problem problem = Problem.over(T)
                .require(f.d(T).equalTo(f))
                .require(f.equalTo(Expr.measurement()).onData(new double[][] {{0.5}}, new double[] {2}, 0.1));
        Ansatz ansatz = new Ansatz(
                List.of(T),
                List.of(Features.scaled(T, 0, 1.5)),
                List.of(Architecture.parse("mlp(1;tanh)").build(1, 1)),
                List.of(new Ansatz.Form(f, base, T, 0, 0)),
                List.of());
        ModelCard card = new ModelCard(
                "a\u001b[0m\u001fb", // what JSON escapes by digits that have two forms
                1,
                Outcome.COMPLETED,
                "",
                1,
                1,
                4,
                0.1,
                java.util.OptionalDouble.empty(),
                java.util.OptionalDouble.empty(),
                List.of(),
                List.of(),
                "",
                "0.1.0",
                List.of(),
                Map.of());
        return new Solution(problem, ansatz, new double[] {0.25, -1, 3, last}, card)
                .withContinuation(new Continuation.Stored("a", "b", 3));
    }

    @Test
    void anyFlippedBitIsRefused() throws IOException {
        Path file = new MemoryDisk().file("s.pinn");
        tiny().save(file);
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(Optional.of(3L), Solution.load(file).continuation().map(Continuation::steps));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int bit = 0; bit < 8 * bytes.length; bit++) {
                byte flipped = (byte) (bytes[bit / 8] ^ 1 << bit % 8);
                channel.write(ByteBuffer.wrap(new byte[] {flipped}), bit / 8);
                assertThrows(FormatException.class, () -> Solution.load(file), "bit " + bit);
                channel.write(ByteBuffer.wrap(bytes, bit / 8, 1), bit / 8);
            }
        }
        assertEquals(tiny().at(0.5), Solution.load(file).at(0.5));
    }

    /** As foreign files and those of versions without a checksum may be. */
    @Test
    void whatCannotBeEvaluatedIsRefused() throws IOException {
        Solution s = Solution.load(stored("format-1.pinn"));
        NamedArrays good = SolutionFile.content(s);
        for (String form : List.of("normal(x)", "data", "sqrt(-2 - x^2)", "exp(exp(exp(100 + x^2)))", "v_x")) {
            String message = refused(Checksum.sealed(good.withMetadata("form.0.base", form)));
            assertTrue(message.length() > 20, form + ": " + message);
        }
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Solution wild = tiny(Expr.cos(T), bad);
            Path file = folder.resolve("wild.pinn");
            String message = assertThrows(IllegalArgumentException.class, () -> wild.save(file))
                    .getMessage();
            assertTrue(message.contains("array 'network.0.output.bias': number 0 is " + bad), message);
            assertFalse(Files.exists(file));
            assertEquals(message, refused(Checksum.sealed(SolutionFile.content(wild))));
        }
    }

    /** A pole at one of the places that are looked at is no reason. */
    @Test
    void aFormulaWithAPoleIsRead() throws IOException {
        Path file = folder.resolve("pole.pinn");
        Solution pole = tiny(Expr.constant(1).over(T.minus(0.37 * 1.5)), 0.5);
        pole.save(file);
        assertEquals(pole.at(0.1), Solution.load(file).at(0.1));
    }
}
