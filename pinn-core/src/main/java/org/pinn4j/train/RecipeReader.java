package org.pinn4j.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pinn4j.ansatz.Design;
import org.pinn4j.direct.Direct;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.sampling.Sampler;

/** Reads what {@link RecipeWriter} wrote, line by line, and trusts none of it. */
final class RecipeReader {
    private static final String ENDING = RecipeText.FOR + "[0-9]+" + RecipeText.STEPS + "$";

    private final Problem problem;
    private final Map<String, Expr> functions;
    private final List<String> code = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int at;

    RecipeReader(Problem problem, Map<String, Expr> functions) {
        this.problem = problem;
        this.functions = functions;
    }

    Recipe read(String text) {
        RecipeText.requireLength("recipe", text);
        text.lines().forEach(lines::add);
        try {
            return recipe();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("recipe, line %d: %s".formatted(at, e.getMessage()), e);
        }
    }

    private Recipe recipe() {
        String name = value("recipe");
        if (next("direct")) {
            Direct direct = DirectText.parse(value("direct"));
            Recipe rest = told(Recipe.direct().named(name).withDirect(direct), weights(), design());
            requireNoCode(name);
            return rest;
        }
        String network = part("network");
        Initializer initializer = InitializerText.parse(value("initialiser"));
        String points = value("points");
        String sampler = part("sampler");
        List<String> stages = new ArrayList<>();
        while (next("stage")) {
            stages.add(part("stage"));
        }
        Formulation formulation =
                next("formulation") ? FormulationText.parse(value("formulation")) : new Formulation.Strong();
        Map<String, Double> weights = weights();
        Design design = design();
        List<String> knowledge = knowledge();
        requireNoCode(name);
        return new Recipe(
                name,
                design,
                Architecture.parse(network),
                initializer,
                PointsText.parse(points, Sampler.named(sampler)),
                weights,
                stages.stream().map(RecipeReader::stage).toList(),
                knowledge,
                Optional.empty(),
                formulation);
    }

    private List<String> knowledge() {
        List<String> knowledge = new ArrayList<>();
        while (next("knowledge")) {
            knowledge.add(value("knowledge"));
        }
        requireEnd();
        return knowledge;
    }

    /** A direct recipe with the rest of its lines. */
    private Recipe told(Recipe recipe, Map<String, Double> weights, Design design) {
        Recipe result = recipe.withDesign(design).withKnowledge(knowledge().toArray(String[]::new));
        for (Map.Entry<String, Double> w : weights.entrySet()) {
            result = result.withWeight(w.getKey(), w.getValue());
        }
        return result;
    }

    private boolean next(String key) {
        return at < lines.size() && lines.get(at).startsWith(key + " ");
    }

    private String value(String key) {
        if (!next(key)) {
            throw new IllegalArgumentException(
                    "need '%s ...', got %s".formatted(key, at < lines.size() ? "'" + lines.get(at) + "'" : "the end"));
        }
        return RecipeText.unescaped(lines.get(at++).substring(key.length() + 1));
    }

    /** A value that may be code. */
    private String part(String key) {
        String value = value(key);
        if (value.startsWith(RecipeText.CODE)) {
            code.add(key + " " + value.substring(RecipeText.CODE.length()).replaceAll(ENDING, ""));
        }
        return value;
    }

    private void requireNoCode(String name) {
        if (!code.isEmpty()) {
            throw new IllegalArgumentException("recipe %s was given %s as code, which is not stored; hand it over again"
                    .formatted(name, String.join(", ", code)));
        }
    }

    private void requireEnd() {
        if (at < lines.size()) {
            throw new IllegalArgumentException("'%s' has no place here".formatted(lines.get(at)));
        }
    }

    private static Stage stage(String text) {
        int end = text.lastIndexOf(RecipeText.FOR);
        if (end < 0 || !text.endsWith(RecipeText.STEPS)) {
            return Stage.of(OptimizerText.parse(text));
        }
        String steps = text.substring(end + RecipeText.FOR.length(), text.length() - RecipeText.STEPS.length());
        return new Stage(OptimizerText.parse(text.substring(0, end)), OptionalInt.of(Integer.parseInt(steps)));
    }

    private Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        while (next("weight")) {
            String[] words = value("weight").split(" ", 2);
            if (words.length < 2) {
                throw new IllegalArgumentException("a weight needs a number and the name of a condition");
            }
            weights.put(words[1], Double.parseDouble(words[0]));
        }
        return weights;
    }

    private Design design() {
        List<Expr> inputs = new ArrayList<>();
        while (next("input")) {
            inputs.add(expression(value("input")));
        }
        List<Design.Form> forms = new ArrayList<>();
        while (next("form")) {
            forms.add(new Design.Form(
                    field(value("form")), expression(value("base")), expression(value("factor")), value("reason")));
        }
        return new Design(
                inputs, forms, !without(RecipeText.SYMMETRIES), !without(RecipeText.HARD), !without(RecipeText.SHARED));
    }

    private boolean without(String what) {
        boolean said = at < lines.size() && lines.get(at).equals("without " + what);
        at += said ? 1 : 0;
        return said;
    }

    private Expr expression(String text) {
        return ExprText.parse(text, problem.axes(), List.of(), List.of(), functions);
    }

    private Field field(String name) {
        return problem.fields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no field '%s' in the statement, there are %s".formatted(name, problem.fields())));
    }
}
