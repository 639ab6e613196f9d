package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.U;
import static org.pinn4j.solution.Examples.V;
import static org.pinn4j.solution.Examples.X;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

class PiecesFileTest {
    @TempDir
    Path folder;

    private static Map<String, Expr> none() {
        return Map.of();
    }

    private static NamedArrays example() {
        return SolutionFile.content(PieceExamples.several(true));
    }

    /** The same with another array in place of one. */
    private static NamedArrays with(NamedArrays content, String name, double[] values, int... shape) {
        return without(content, name).with(name, values, shape);
    }

    private static NamedArrays without(NamedArrays content, String name) {
        NamedArrays result = NamedArrays.empty();
        for (Map.Entry<String, String> text : content.metadata().entrySet()) {
            result = result.withMetadata(text.getKey(), text.getValue());
        }
        for (String other : content.names()) {
            result = other.equals(name) ? result : result.with(other, content.array(other));
        }
        return result;
    }

    @Test
    void saveThenLoadGivesTheSameBitsAndEqualSolutionsEqualBytes() throws IOException {
        Continuation trained = new Continuation.Stored("recipe a\nname b", "recipe a", 70);
        Solution s = PieceExamples.several(true).withContinuation(trained);
        Path first = folder.resolve("1.pinn");
        Path second = folder.resolve("2.pinn");
        Path third = folder.resolve("3.pinn");
        s.save(first);
        PieceExamples.several(true).withContinuation(trained).save(second);
        Solution r = Solution.load(first);
        r.save(third);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(third));
        assertEquals(s.pieces(), r.pieces());
        assertEquals(s.problem(), r.problem());
        assertEquals(s.card(), r.card());
        assertEquals(Optional.of(T), r.along());
        assertEquals(Optional.of(trained), r.continuation());
        double[] x = Examples.points(s, 300, 9);
        double[] before = new double[3 * 300];
        double[] after = new double[3 * 300];
        Evaluator e = s.evaluator(U, V.d(X, X), U.d(T).times(Examples.NU));
        Evaluator f = r.evaluator(U, V.d(X, X), U.d(T).times(Examples.NU));
        e.evaluate(x, 300, before, e.scratch());
        f.evaluate(x, 300, after, f.scratch());
        assertArrayEquals(before, after);
        assertEquals(s.at(-0.3, 0.7), r.at(-0.3, 0.7));
    }

    @Test
    void onePieceIsWrittenAsBefore() {
        Solution plain = PieceExamples.parts(true).get(1);
        Solution one =
                Solution.of(Examples.system(), T, PieceExamples.pieces(List.of(plain), 0, 1), ModelCard.untrained());
        assertEquals(SolutionFile.content(plain), SolutionFile.content(one));
        assertEquals("", SolutionFile.content(one).metadata().get("pinn4j.parts"));
        assertFalse(SolutionFile.content(one).metadata().containsKey("slab.axis"));
    }

    /** The weights of the k-th piece of a kind are the k-th matrix of a stack, whatever other pieces lie between. */
    @Test
    void parametersStandAsStacksByKind() {
        List<Solution> parts = PieceExamples.parts(true);
        NamedArrays content = example();
        assertEquals("slabs", content.metadata().get("pinn4j.parts"));
        assertArrayEquals(PieceExamples.EDGES, content.array("slab.edges").values());
        assertArrayEquals(new double[] {0, 1, 0}, content.array("slab.kind").values());
        String weights = "kind.0.network.0.hidden1.weight";
        assertArrayEquals(new int[] {2, 7, 3}, content.array(weights).shape());
        assertEquals(parts.get(2).theta()[2 + 3 * 6], content.array(weights).value((7 + 6) * 3 + 2));
        assertArrayEquals(
                new int[] {1, 12, 3},
                content.array("kind.1.network.0.hidden1.weight").shape());
        assertEquals(Math.log(0.05), content.array("coefficients").value(0));
        assertFalse(content.metadata().containsKey("network.0"));
    }

    @Test
    void tenThousandPiecesTakeNoMoreOfTheHeaderThanTwo() throws IOException {
        Field f = Field.of("f", T);
        Problem problem = Problem.over(T).require(f.d(T).equalTo(0));
        Path file = folder.resolve("many.pinn");
        double[] levels = IntStream.range(0, 10_000).mapToDouble(k -> 0.1 * k).toArray();
        Solution s = PieceExamples.steps(problem, T, Expr.constant(1), levels);
        s.save(file);
        int each = s.theta().length;
        int numbers = 10_001 + 10_000 + 10_000 * each;
        assertTrue(Files.size(file) < 8L * numbers + 3000, Files.size(file) + " bytes");
        Solution r = Solution.load(file);
        assertEquals(s.pieces(), r.pieces());
        assertEquals(0.1 * 9999, r.at(1));
    }

    private static void refuses(NamedArrays bad, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> SolutionReader.read(bad, none()))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void everyDefectIsNamed() {
        NamedArrays good = example();
        SolutionReader.read(good, none());
        refuses(good.withMetadata("slab.axis", "s"), "entry 'slab.axis': no axis 's'");
        refuses(good.withMetadata("slab.axis", "x"), "pieces along x: piece 0");
        refuses(good.withMetadata("pinn4j.parts", ""), "there is no output 1 of network 0");
        refuses(good.withMetadata("slab.more", "x"), "entry 'slab.more' is unknown");
        refuses(good.withMetadata("kind.2.network.0", "inputs 3"), "kind.2.network: no piece is of this kind");
        refuses(good.withMetadata("kind.1.network.5", "inputs 3"), "entry 'kind.1.network.5' is unknown");
        refuses(good.withMetadata("kind.1.network.1", "inputs 3\ndense 0 2000000000 a"), "");
        refuses(good.withMetadata("network.0", "inputs 3"), "entry 'network.0' is unknown");
        refuses(good.withMetadata("form.0.output", "2"), "no output 2");
        refuses(good.with("slab.more", new double[1], 1), "array 'slab.more' is unknown");
        refuses(without(good, "slab.edges"), "no array 'slab.edges'");
        NamedArrays small = SolutionFile.content(PieceExamples.small());
        for (String name : small.names()) {
            refuses(without(small, name), "no array '" + name + "'");
        }
    }

    @Test
    void edgesAndKindsAreCheckedNumberByNumber() {
        NamedArrays good = example();
        refuses(with(good, "slab.edges", new double[] {0, 1}, 2), "need the ends of 2 to 100000 pieces");
        refuses(with(good, "slab.edges", new double[100_002], 100_002), "need the ends of 2 to 100000 pieces");
        refuses(with(good, "slab.edges", new double[] {0, 0.3, 0.7, 1}, 2, 2), "got shape [2, 2]");
        refuses(with(good, "slab.edges", new double[] {0, 0.3, 0.7}, 3), "array 'slab.kind': need shape [2]");
        refuses(with(good, "slab.edges", new double[] {0, 0.7, 0.3, 1}, 4), "need finite from < to");
        refuses(with(good, "slab.edges", new double[] {0, 0.3, Double.NaN, 1}, 4), "number 2 is NaN");
        refuses(with(good, "slab.edges", new double[] {0, 0.3, 0.7, 2}, 4), "the last one ends at 2.0, need 1.0");
        for (double wrong : new double[] {-1, 2, 0.5, 1e300}) {
            refuses(with(good, "slab.kind", new double[] {0, 1, wrong}, 3), "piece 2 is of kind " + wrong);
        }
        refuses(
                with(good, "slab.kind", new double[] {0, 0, 0}, 3),
                "array 'kind.0.network.0.hidden1.weight': need shape [3, 7, 3]");
        refuses(with(good, "coefficients", new double[2], 2), "array 'coefficients': need shape [1]");
    }

    /** Coefficients stand in the file once and in memory once a piece. */
    @Test
    void aSmallFileThatAsksForMuchMemoryIsRefused() {
        Field f = Field.of("f", T);
        Expr sum = f.d(T);
        for (int k = 0; k < 21; k++) {
            sum = sum.plus(Parameter.of("p" + k, 1).times(f));
        }
        Problem problem = Problem.over(T).require(sum.equalTo(0));
        Solution small = PieceExamples.steps(problem, T, Expr.constant(1), 1, 2);
        NamedArrays good = SolutionFile.content(small);
        NamedArrays many = with(
                with(
                        good,
                        "slab.edges",
                        IntStream.rangeClosed(0, 100_000)
                                .mapToDouble(k -> k / 1e5)
                                .toArray(),
                        100_001),
                "slab.kind",
                new double[100_000],
                100_000);
        long bytes = Allocation.bytes(() -> refuses(many, "21 coefficients in 100000 pieces are more than"));
        assertTrue(bytes < 20_000_000, bytes + " bytes");
    }

    /** Damage inside texts and numbers of a file that is sound as a container. */
    @Test
    void damagedContentsAreRefusedOrReadButNothingElseHappens() {
        NamedArrays good = SolutionFile.content(PieceExamples.small());
        List<String> keys = List.copyOf(good.metadata().keySet());
        List<String> names = List.copyOf(good.names());
        RandomStream random = RandomStream.of(13, "damage");
        int refused = 0;
        for (int k = 0; k < 300; k++) {
            NamedArrays bad;
            if (k % 3 > 0) {
                String key = keys.get(random.nextInt(keys.size()));
                bad = good.withMetadata(key, damaged(good.metadata().get(key), random));
            } else {
                String name = k % 2 == 0 ? "slab.kind" : names.get(random.nextInt(names.size()));
                bad = damaged(good, name, random);
            }
            refused += survives(bad, "trial " + k) ? 0 : 1;
        }
        assertTrue(refused > 100, "only " + refused + " of 300 refused");
    }

    private static String damaged(String good, RandomStream random) {
        String letters = "()+-*/^_. 0123456789eEuvxtdndense\n\u0000\u221e";
        StringBuilder text = new StringBuilder(good);
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(6));
        int letter = random.nextInt(letters.length());
        switch (random.nextInt(3)) {
            case 0 -> text.replace(at, end, "");
            case 1 -> text.insert(at, letters.substring(letter, letter + 1).repeat(1 + random.nextInt(20)));
            default -> text.replace(at, end, letters.substring(letter, letter + 1));
        }
        return text.toString();
    }

    /** Another number, another shape or another length. */
    private static NamedArrays damaged(NamedArrays good, String name, RandomStream random) {
        double[] values = good.array(name).values();
        double[] odd = {-1, 0, 0.5, 1, 3, 1e300, Double.NaN, Double.POSITIVE_INFINITY};
        switch (random.nextInt(3)) {
            case 0:
                values[random.nextInt(values.length)] = odd[random.nextInt(odd.length)];
                return with(good, name, values, good.array(name).shape());
            case 1:
                return with(good, name, values, values.length, 1);
            default:
                int length = random.nextInt(2 * values.length);
                return with(good, name, java.util.Arrays.copyOf(values, length), length);
        }
    }

    private static boolean survives(NamedArrays content, String trial) {
        boolean[] read = new boolean[1];
        long allocated = Allocation.bytes(() -> {
            try {
                SolutionReader.read(content, none());
                read[0] = true;
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                assertTrue(e.getMessage().length() > 10, e.getMessage());
            } catch (RuntimeException | Error e) {
                fail(trial, e);
            }
        });
        assertTrue(allocated < 100_000_000, trial + " allocated " + allocated);
        return read[0];
    }

    /** Damage on the bytes. */
    @Test
    void damagedFilesAreRefused() throws IOException {
        Path file = folder.resolve("s.pinn");
        PieceExamples.small().save(file);
        byte[] good = Files.readAllBytes(file);
        RandomStream random = RandomStream.of(14, "damage");
        for (int k = 0; k < 150; k++) {
            byte[] bytes = k % 4 == 0 ? java.util.Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
            assertThrows(FormatException.class, () -> Solution.load(file), "trial " + k);
        }
    }
}
