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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.CalculusFieldElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.Safetensors;
import org.pinn4j.network.Activation;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

class SolutionFileTest {
    @TempDir
    Path folder;

    private static final ModelCard CARD = new ModelCard(
            "standard",
            -42,
            Outcome.BUDGET_SPENT,
            "raise the budget",
            1200,
            4096,
            81,
            1.25e-4,
            OptionalDouble.of(3e-3),
            OptionalDouble.of(1e-6),
            List.of("position of the layer", "second line\nwith a break"),
            List.of("x: odd about 0"),
            "plain Java",
            "0.1.0",
            List.of(new ModelCard.Measured("closed form", "256x101", 3e-5, 1e-4, 1e-12)),
            Map.of("nu", new Coefficient.Uncertainty(1e-3, 0.048, 0.052)));

    private static Solution example(String... architectures) {
        return Examples.folded(true, architectures).withCard(CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mlp(7,5;tanh)", "resnet(6,2;sin)", "gated(5,2;tanh)", "fourier(4,1.5;6;swish)", "mlp(3;gelu)"})
    void saveThenLoadGivesTheSameBits(String architecture) throws IOException {
        Solution s = example(architecture, "mlp(9;softplus)");
        Path file = folder.resolve("s.pinn");
        s.save(file);
        Solution r = Solution.load(file);
        assertArrayEquals(s.theta(), r.theta());
        assertEquals(s.problem(), r.problem());
        assertEquals(s.card(), r.card());
        assertEquals(s.ansatz().features(), r.ansatz().features());
        assertEquals(s.ansatz().forms(), r.ansatz().forms());
        assertEquals(s.ansatz().folds(), r.ansatz().folds());
        double[] x = Examples.points(s, 40, 9);
        double[] before = new double[3 * 40];
        double[] after = new double[3 * 40];
        Evaluator e = s.evaluator(U, V.d(X, X), U.d(T).times(Examples.NU));
        Evaluator f = r.evaluator(U, V.d(X, X), U.d(T).times(Examples.NU));
        e.evaluate(x, 40, before, e.scratch());
        f.evaluate(x, 40, after, f.scratch());
        assertArrayEquals(before, after);
        assertEquals(s.at(-0.3, 0.7), r.at(-0.3, 0.7));
        assertEquals(s.value(Examples.NU), r.value(Examples.NU));
    }

    @Test
    void equalSolutionsGiveEqualBytesAndALoadedOneIsEqual() throws IOException {
        Path first = folder.resolve("1.pinn");
        Path second = folder.resolve("2.pinn");
        Path third = folder.resolve("3.pinn");
        example("gated(5,2;tanh)").save(first);
        example("gated(5,2;tanh)").save(second);
        Solution.load(first).save(third);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(third));
    }

    @Test
    void theRecipeIsKept() throws IOException {
        Path file = folder.resolve("s.pinn");
        Continuation trained = new Continuation.Stored("recipe a\nname b", "recipe a", 70);
        example("mlp(4;tanh)").withContinuation(trained).extrapolating().save(file);
        assertEquals(Optional.of(trained), Solution.load(file).continuation());
        example("mlp(4;tanh)").save(file);
        assertEquals(Optional.empty(), Solution.load(file).continuation());
    }

    /** Row-major [out × in] is how other libraries keep a layer: row o are the weights of output o. */
    @Test
    void weightsStandInTheFileAsMatricesOfOutputsByInputs() throws IOException {
        Solution s = example("mlp(7,5;tanh)");
        Path file = folder.resolve("s.pinn");
        s.save(file);
        NamedArrays content = Safetensors.read(file);
        assertArrayEquals(
                new int[] {7, 3}, content.array("network.0.hidden1.weight").shape());
        assertArrayEquals(new int[] {7}, content.array("network.0.hidden1.bias").shape());
        assertEquals(
                s.theta()[2 + 3 * 6], content.array("network.0.hidden1.weight").value(6 * 3 + 2));
        assertEquals(Math.log(0.05), content.array("coefficients").value(0));
    }

    static <N extends CalculusFieldElement<N>> N bump(N[] x) {
        return x[0].multiply(3).sin().multiply(x[1].exp());
    }

    private static final class Bump implements org.pinn4j.pde.CoordinateFunction.Code {
        @Override
        public <N extends CalculusFieldElement<N>> N value(N[] x) {
            return bump(x);
        }
    }

    private static final Expr BUMP = Expr.function("bump", new Bump(), X, T);
    private static final Expr NOISE = Expr.values("noise", x -> x[0] > 0 ? 1.5 : -0.5, X);

    private static Solution withCode() {
        Problem problem = Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).plus(BUMP)))
                .require(U.equalTo(NOISE).on(T.start()));
        Ansatz ansatz = new Ansatz(
                List.of(X, T),
                List.of(Features.scaled(X, -1, 1), BUMP),
                List.of(Architecture.parse("mlp(4;tanh)").build(2, 1)),
                List.of(new Ansatz.Form(U, BUMP.d(X), T, 0, 0)),
                List.of());
        return new Solution(problem, ansatz, Examples.theta(ansatz), CARD);
    }

    @Test
    void functionsGivenAsCodeAreNamedIfMissingAndHeldToTheirValues() throws IOException {
        Solution s = withCode();
        Path file = folder.resolve("s.pinn");
        s.save(file);
        String missing = assertThrows(FormatException.class, () -> Solution.load(file, Map.of("noise", NOISE)))
                .reason();
        assertTrue(missing.contains("missing: bump."), missing);
        Solution r = Solution.load(file, Map.of("noise", NOISE, "bump", BUMP));
        assertEquals(s.at(0.2, 0.3), r.at(0.2, 0.3));
        assertEquals(s.evaluate(U.d(X, X), 0.2, 0.3), r.evaluate(U.d(X, X), 0.2, 0.3));
        Expr other = Expr.values("noise", x -> x[0] > 0.5 ? 1.5 : -0.5, X);
        String different = assertThrows(
                        FormatException.class, () -> Solution.load(file, Map.of("noise", other, "bump", BUMP)))
                .reason();
        assertTrue(different.contains("function noise: is"), different);
        Expr narrow = Expr.function("bump", new Bump(), X);
        assertThrows(FormatException.class, () -> Solution.load(file, Map.of("noise", NOISE, "bump", narrow)));
        assertThrows(FormatException.class, () -> Solution.load(file, Map.of("noise", NOISE, "bump", X)));
    }

    private record Cubic() implements Activation {
        @Override
        public String name() {
            return "cubic";
        }

        @Override
        public void derivatives(int order, int from, int to, double[] z, double[][] sigma) {
            for (int i = from; i < to; i++) {
                sigma[0][i] = z[i] * z[i] * z[i];
            }
        }
    }

    @Test
    void whatCouldNotBeReadBackIsNotWritten() {
        Ansatz a = Examples.folded(false, "mlp(4;tanh)").ansatz();
        Network foreign = new Mlp(List.of(4), new Cubic()).build(3, 2);
        Ansatz ansatz = new Ansatz(a.axes(), a.features(), List.of(foreign), a.forms(), a.folds());
        Solution s = new Solution(Examples.system(), ansatz, Examples.theta(ansatz, 0), CARD);
        Path file = folder.resolve("s.pinn");
        String message =
                assertThrows(IllegalArgumentException.class, () -> s.save(file)).getMessage();
        assertTrue(message.contains("cubic"), message);
        assertFalse(Files.exists(file));
    }

    /** Damage on the bytes: bits, lost and doubled stretches, cut ends. None is read. */
    @Test
    void damagedFilesAreRefused() throws IOException {
        Path file = folder.resolve("s.pinn");
        example("gated(3,1;tanh)", "mlp(3;sin)").save(file);
        byte[] good = Files.readAllBytes(file);
        RandomStream random = RandomStream.of(11, "damage");
        for (int k = 0; k < 1000; k++) {
            byte[] bad = damaged(good, random);
            assertEquals(Arrays.equals(good, bad), survives(bad, "trial " + k), "trial " + k);
        }
    }

    private static byte[] damaged(byte[] good, RandomStream random) {
        byte[] bytes = good.clone();
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(40);
        int end = Math.min(bytes.length, at + length);
        switch (random.nextInt(5)) {
            case 0:
                return Arrays.copyOf(bytes, at);
            case 1: // lose a stretch
                System.arraycopy(bytes, end, bytes, at, bytes.length - end);
                return Arrays.copyOf(bytes, bytes.length - (end - at));
            case 2: // copy a stretch elsewhere
                System.arraycopy(good, at, bytes, random.nextInt(bytes.length - (end - at) + 1), end - at);
                return bytes;
            case 3:
                bytes[random.nextInt(8)] = (byte) random.nextInt(256);
                return bytes;
            default:
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                return bytes;
        }
    }

    /** Damage inside the texts of a file that is sound as a container and has the checksum of its texts. */
    @Test
    void damagedTextsAreRefusedOrReadButNothingElseHappens() throws IOException {
        Path file = folder.resolve("s.pinn");
        example("gated(3,1;tanh)", "fourier(2,1;3;tanh)").save(file);
        NamedArrays good = SolutionFile.content(Solution.load(file));
        List<String> keys = List.copyOf(good.metadata().keySet());
        RandomStream random = RandomStream.of(12, "damage");
        int refused = 0;
        for (int k = 0; k < 1000; k++) {
            String key = keys.get(random.nextInt(keys.size()));
            NamedArrays bad = good.withMetadata(key, damaged(good.metadata().get(key), random));
            Safetensors.write(file, Checksum.sealed(bad));
            refused += survives(Files.readAllBytes(file), "trial " + k + ", " + key) ? 0 : 1;
        }
        assertTrue(refused > 300, "only " + refused + " of 1000 refused");
    }

    private static String damaged(String good, RandomStream random) {
        String letters = "()+-*/^_@{}[],. 0123456789eEuvxtdndense\n\"\\\u0000\u221e";
        StringBuilder text = new StringBuilder(good);
        int changes = 1 + random.nextInt(3);
        for (int k = 0; k < changes; k++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(6));
            String stretch = text.substring(at, end);
            String letter = letters.substring(random.nextInt(letters.length())).substring(0, 1);
            switch (random.nextInt(4)) {
                case 0 -> text.replace(at, end, "");
                case 1 -> text.insert(at, letter.repeat(1 + random.nextInt(20)));
                case 2 -> text.insert(random.nextInt(text.length() + 1), stretch.repeat(1 + random.nextInt(300)));
                default -> text.replace(at, end, letter);
            }
        }
        return text.toString();
    }

    /** Whether the bytes are read; they may be refused, but by a {@link FormatException} that speaks, and in little memory. */
    private boolean survives(byte[] bytes, String trial) throws IOException {
        Path file = folder.resolve("damaged.pinn");
        Files.write(file, bytes);
        boolean[] read = new boolean[1];
        long allocated = Allocation.bytes(() -> {
            try {
                Solution.load(file);
                read[0] = true;
            } catch (FormatException e) {
                assertTrue(e.getMessage().contains("damaged.pinn") && e.reason().length() > 10, e.getMessage());
            } catch (Throwable e) {
                fail(trial, e);
            }
        });
        assertTrue(allocated < 100_000_000, trial + " allocated " + allocated);
        return read[0];
    }

    @Test
    void textsThatAskForTooMuchAreRefused() throws IOException {
        NamedArrays good = SolutionFile.content(example("mlp(4;tanh)"));
        String doubling = "inputs 3\nconcatenate 0 0";
        for (int k = 1; k < 40; k++) {
            doubling += "\nconcatenate %d %d".formatted(k, k);
        }
        for (String network :
                List.of(doubling, "inputs 2000000000", "inputs 3\ndense 0 2000000000 a", "inputs 3", "")) {
            refuses(good.withMetadata("network.0", network), "network");
        }
        refuses(good.withMetadata("feature.0", "(".repeat(60_000)), "expression");
        refuses(good.withMetadata("feature.0", "u"), "");
        refuses(good.withMetadata("form.0.base", "d(sin(x".repeat(2000)), "expression");
        refuses(good.withMetadata("form.0.output", "2"), "no output 2");
        refuses(good.withMetadata("fold.0.centre", "NaN"), "centre");
        refuses(good.withMetadata("more", "x"), "entry 'more' is unknown");
        refuses(good.with("more", new double[1], 1), "array 'more' is unknown");
    }

    private void refuses(NamedArrays bad, String reason) throws IOException {
        Path file = folder.resolve("bad.pinn");
        Safetensors.write(file, Checksum.sealed(bad));
        String message =
                assertThrows(FormatException.class, () -> Solution.load(file)).reason();
        assertTrue(message.contains(reason), message);
    }
}
