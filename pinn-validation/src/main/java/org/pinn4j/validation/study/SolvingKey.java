package org.pinn4j.validation.study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.solution.FunctionSamples;
import org.pinn4j.train.Recipe;

/** Statement and recipe as settings of a study: whatever of them changes a result changes these. */
final class SolvingKey {
    private static final int DIGITS = 24;

    private SolvingKey() {}

    /** 96 bits of SHA-256 over the exact statement, data and the values of functions given as code included; reports print numbers shortened. */
    static String digest(Problem problem) {
        MessageDigest sha = sha();
        sha.update(ProblemText.write(problem).getBytes(StandardCharsets.UTF_8));
        add(sha, ExprText.functions(problem), problem.axes());
        return hex(sha);
    }

    /**
     * The text form of a recipe, with a digest of the functions given as code that it uses.
     * @param codeKey what to call the rest of its code
     * @throws IllegalArgumentException if it has parts given as code and no key
     */
    static String of(Recipe recipe, Optional<String> codeKey, List<Axis> axes) {
        List<String> code = recipe.code();
        if (!code.isEmpty() && codeKey.isEmpty()) {
            throw new IllegalArgumentException(
                    "recipe %s: %s is code, by which a study cannot tell its runs from those of other code; name it: solving.recipe(recipe, \"a key that changes when the code does\")"
                            .formatted(recipe.name(), String.join(", ", code)));
        }
        Map<String, Expr> functions = functions(recipe);
        MessageDigest sha = sha();
        add(sha, functions, axes);
        return recipe
                + codeKey.map(key -> "code " + key + "\n").orElse("")
                + (functions.isEmpty() ? "" : "functions " + hex(sha) + "\n");
    }

    private static Map<String, Expr> functions(Recipe recipe) {
        Expr[] parts = Stream.concat(
                        recipe.design().inputs().stream(),
                        recipe.design().forms().stream().flatMap(f -> Stream.of(f.base(), f.factor())))
                .toArray(Expr[]::new);
        Leaves leaves = Leaves.of(parts);
        Map<String, Expr> functions = new LinkedHashMap<>();
        leaves.coordinateFunctions().forEach(f -> functions.put(f.name(), f));
        leaves.sampledFunctions().forEach(f -> functions.put(f.name(), f));
        return functions;
    }

    private static void add(MessageDigest sha, Map<String, Expr> functions, List<Axis> axes) {
        new TreeMap<>(functions).forEach((name, function) -> {
            double[] table = FunctionSamples.table(function, axes);
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * table.length);
            bytes.asDoubleBuffer().put(table);
            sha.update(name.getBytes(StandardCharsets.UTF_8));
            sha.update(bytes);
        });
    }

    private static String hex(MessageDigest sha) {
        return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
