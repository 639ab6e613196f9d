package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.pinn4j.ansatz.Design;
import org.pinn4j.network.Architecture;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.sampling.Sampler;

/** Writes a recipe, see {@link RecipeText}. A part is code where its own text does not read back as an equal value. */
final class RecipeWriter {
    private final StringBuilder out = new StringBuilder();
    private final List<String> code = new ArrayList<>();

    RecipeWriter(Recipe recipe) {
        line("recipe", recipe.name());
        recipe.directly().ifPresent(d -> line("direct", DirectText.write(d)));
        if (recipe.directly().isEmpty()) {
            trained(recipe);
        }
        new TreeMap<>(recipe.weights()).forEach((name, weight) -> line("weight", weight + " " + name));
        design(recipe.design());
        recipe.knowledge().forEach(k -> line("knowledge", k));
    }

    private void trained(Recipe recipe) {
        part(
                "network",
                architecture(recipe.architecture()),
                recipe.architecture().describe());
        line("initialiser", InitializerText.write(recipe.initializer()));
        line("points", PointsText.write(recipe.points()));
        Sampler sampler = recipe.points().sampler();
        part("sampler", sampler(sampler), sampler.name());
        recipe.stages().forEach(this::stage);
        if (!recipe.formulation().isStrong()) {
            line("formulation", FormulationText.write(recipe.formulation()));
        }
    }

    String text() {
        return out.toString();
    }

    /** The parts that have no text form, such as {@code network mine(3)}. */
    List<String> code() {
        return List.copyOf(code);
    }

    private void line(String key, String value) {
        out.append(key).append(' ').append(RecipeText.escaped(value)).append('\n');
    }

    private void part(String key, Optional<String> text, String name) {
        part(key, text, name, "");
    }

    private void part(String key, Optional<String> text, String name, String suffix) {
        line(key, text.orElse(RecipeText.CODE + name) + suffix);
        if (text.isEmpty()) {
            code.add(key + " " + name);
        }
    }

    private static Optional<String> architecture(Architecture a) {
        try {
            return Optional.of(a.describe())
                    .filter(text -> Architecture.parse(text).equals(a));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> sampler(Sampler s) {
        try {
            return Optional.of(s.name()).filter(name -> Sampler.named(name).equals(s));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private void stage(Stage stage) {
        String suffix =
                stage.steps().isPresent() ? RecipeText.FOR + stage.steps().getAsInt() + RecipeText.STEPS : "";
        part("stage", OptimizerText.write(stage.optimizer()), stage.optimizer().name(), suffix);
    }

    private void design(Design design) {
        design.inputs().forEach(e -> line("input", ExprText.write(e)));
        for (Design.Form form : design.forms()) {
            line("form", form.field().name());
            line("base", ExprText.write(form.base()));
            line("factor", ExprText.write(form.factor()));
            line("reason", form.reason());
        }
        if (!design.symmetries()) {
            line("without", RecipeText.SYMMETRIES);
        }
        if (!design.hard()) {
            line("without", RecipeText.HARD);
        }
        if (!design.shared()) {
            line("without", RecipeText.SHARED);
        }
    }
}
