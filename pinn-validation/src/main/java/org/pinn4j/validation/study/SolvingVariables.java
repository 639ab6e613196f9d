package org.pinn4j.validation.study;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.pinn4j.jets.Tiles;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.GatedNet;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.ResNet;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Stage;

/** What a variable's value does to a recipe. */
final class SolvingVariables {
    private static final int MOST = 10_000_000;
    private static final Map<String, BiFunction<Recipe, String, Recipe>> CHANGES = Map.of(
            "points", (r, v) -> r.withPoints(r.points().withInterior(whole("points", v))),
            "width", (r, v) -> r.withNetwork(withWidth(r, whole("width", v)), r.initializer()),
            "depth", (r, v) -> r.withNetwork(withDepth(r, whole("depth", v)), r.initializer()),
            "optimiser", (r, v) -> r.withStages(Stage.named(v)));

    private SolvingVariables() {}

    /** @throws IllegalArgumentException if the variable is none of these, or a value does not fit the recipe */
    static void check(Variable variable, Recipe base) {
        if (!CHANGES.containsKey(variable.name())) {
            throw new IllegalArgumentException(
                    "variable '%s': a solve can vary points, width, depth, optimiser and reference"
                            .formatted(variable.name()));
        }
        variable.values().forEach(v -> changed(base, variable.name(), v));
        if (variable.name().equals("points")) {
            requireDifferentTiles(variable);
        }
    }

    /** Training rounds points up to whole tiles: two values that round to one would be one run under two names. */
    private static void requireDifferentTiles(Variable points) {
        Map<Integer, String> seen = new HashMap<>();
        for (String value : points.values()) {
            int tiles = Tiles.count(whole("points", value));
            String other = seen.put(tiles, value);
            if (other != null) {
                throw new IllegalArgumentException(
                        "points: training rounds up to whole tiles of %d points, so that %s and %s are both %d; take values further apart"
                                .formatted(Tiles.POINTS, other, value, tiles * Tiles.POINTS));
            }
        }
    }

    static Recipe apply(Recipe base, Case at) {
        Recipe changed = base;
        for (Map.Entry<String, String> choice : at.choices().entrySet()) {
            if (CHANGES.containsKey(choice.getKey())) {
                changed = changed(changed, choice.getKey(), choice.getValue());
            }
        }
        return changed;
    }

    private static Recipe changed(Recipe recipe, String name, String value) {
        return CHANGES.get(name).apply(recipe, value);
    }

    static void requireFloors(Variable variable) {
        for (String value : variable.values()) {
            double floor = Variable.number(value);
            if (!(floor > 0 && floor < 1)) {
                throw new IllegalArgumentException(
                        "reference %s: need a floor in (0, 1), such as 1e-8".formatted(value));
            }
        }
    }

    private static int whole(String name, String value) {
        double number = Variable.number(value);
        if (!(number >= 1 && number <= MOST && number == Math.rint(number))) {
            throw new IllegalArgumentException("%s %s: need a whole number of 1 to %d".formatted(name, value, MOST));
        }
        return (int) number;
    }

    private static Architecture withWidth(Recipe recipe, int width) {
        Architecture a = recipe.architecture();
        if (a instanceof Mlp mlp) {
            return new Mlp(Collections.nCopies(mlp.hidden().size(), width), mlp.activation());
        } else if (a instanceof ResNet net) {
            return new ResNet(width, net.blocks(), net.activation());
        } else if (a instanceof GatedNet net) {
            return new GatedNet(width, net.layers(), net.activation());
        }
        throw noSuch(recipe, "width");
    }

    private static Architecture withDepth(Recipe recipe, int depth) {
        Architecture a = recipe.architecture();
        if (a instanceof Mlp mlp) {
            List<Integer> layers = Collections.nCopies(depth, mlp.hidden().get(0));
            return new Mlp(layers, mlp.activation());
        } else if (a instanceof ResNet net) {
            return new ResNet(net.width(), depth, net.activation());
        } else if (a instanceof GatedNet net) {
            return new GatedNet(net.width(), depth, net.activation());
        }
        throw noSuch(recipe, "depth");
    }

    private static IllegalArgumentException noSuch(Recipe recipe, String what) {
        return new IllegalArgumentException(
                "%s: the network %s of recipe %s has none to vary; use an mlp, resnet or gated one"
                        .formatted(what, recipe.architecture().describe(), recipe.name()));
    }
}
