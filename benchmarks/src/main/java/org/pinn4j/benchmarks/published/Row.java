package org.pinn4j.benchmarks.published;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.Pinn;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.train.Recipe;

/** A problem and how it is solved: a line of the table. */
public record Row(CatalogueProblem problem, String recipe) {
    static final String STANDARD = "standard";
    static final String EXPERT = "expert";
    static final String DIRECT = "direct";
    static final String TRAINED = "trained";
    private static final List<String> RECIPES = List.of(STANDARD, EXPERT, DIRECT, TRAINED);

    public Row {
        if (!RECIPES.contains(recipe)) {
            throw new IllegalArgumentException(
                    "recipe '%s': choose from %s".formatted(recipe, String.join(", ", RECIPES)));
        }
    }

    /**
     * The rows of a problem.
     * @param recipes asked for; empty for the standard one, and the expert's where there is one
     */
    static List<Row> of(CatalogueProblem problem, List<String> recipes) {
        List<Row> rows = new ArrayList<>();
        for (String recipe : recipes.isEmpty() ? List.of(STANDARD, EXPERT) : recipes) {
            Row row = new Row(problem, recipe);
            if (!recipe.equals(EXPERT) || problem.expert().isPresent()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** What solves it. */
    Pinn pinn() {
        return switch (recipe) {
            case EXPERT -> Pinn.with(problem.expert().orElseThrow());
            case DIRECT -> Pinn.with(Recipe.direct());
            case TRAINED -> Pinn.trained();
            default -> Pinn.standard();
        };
    }
}
