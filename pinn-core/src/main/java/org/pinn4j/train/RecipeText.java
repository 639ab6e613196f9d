package org.pinn4j.train;

import java.util.List;
import java.util.Map;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;

/**
 * The text form of recipes: what there is to say, a line each.
 * <pre>
 * recipe layer
 * network mlp(16,16,16;tanh)
 * initialiser glorot-normal(first=1.0;last=1.0;biases=0.0)
 * points following(interior=5.0 a parameter;first=20;growth=1.3;longest=150;pool=4;exponent=1.0;floor=1.0)
 * sampler sobol
 * stage adam(learningRate=0.005;decay=0.98;decaySteps=1000;beta1=0.99;beta2=0.999;epsilon=1.0E-20) for 500 steps
 * stage lbfgs(memory=50)
 * formulation ritz(edges=x@0.5)
 * weight 2.0 pde
 * input asinh(x/0.02)
 * form u
 * base -sin(pi*x)
 * factor t*(1 - x^2)
 * reason hard by hand
 * without hard conditions
 * knowledge a layer of width 0.02 at x = 0
 * </pre>
 * No formulation is that of residuals at points. A direct solve has one line, {@code direct 200 to 3200 features, 4.0 rows each}, in place of those from network to stage.
 * Written text reads back as an equal recipe, every number bit for bit. A network, sampler or optimiser given as code stands as
 * {@code code: } and its name, and does not read back.
 */
final class RecipeText {
    static final String CODE = "code: ";
    static final String FOR = " for ";
    static final String STEPS = " steps";
    static final String SYMMETRIES = "found symmetries";
    static final String HARD = "hard conditions";
    static final String SHARED = "shared networks";

    /** A megabyte: of a file nobody trusts, and of a recipe that shall be read back. */
    private static final int MAX_LENGTH = 1 << 20;

    private RecipeText() {}

    static void requireLength(String what, String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "%s: its text has %d characters, and at most %d are read back; say less as knowledge, or give a long input as code"
                            .formatted(what, text.length(), MAX_LENGTH));
        }
    }

    static String write(Recipe recipe) {
        return new RecipeWriter(recipe).text();
    }

    static List<String> code(Recipe recipe) {
        return new RecipeWriter(recipe).code();
    }

    static Recipe parse(String text, Problem problem, Map<String, Expr> functions) {
        return new RecipeReader(problem, functions).read(text);
    }

    /** On one line. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    static String unescaped(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && ++i < line.length()) {
                char next = line.charAt(i);
                out.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
