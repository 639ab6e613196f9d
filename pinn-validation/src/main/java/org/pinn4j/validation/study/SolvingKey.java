package org.pinn4j.validation.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.train.Recipe;
import org.pinn4j.validation.kept.Digest;

/** Statement and recipe as settings of a study: whatever of them changes a result changes these. */
final class SolvingKey {
    private SolvingKey() {}

    /** Of the exact statement, data and the values of functions given as code included; reports print numbers shortened. */
    static String digest(Problem problem) {
        return new Digest().add(problem).hex();
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
        return recipe
                + codeKey.map(key -> "code " + key + "\n").orElse("")
                + (functions.isEmpty()
                        ? ""
                        : "functions " + new Digest().add(functions, axes).hex() + "\n");
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
}
