package org.pinn4j.benchmarks.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.train.Recipe;

/** A problem and how it is solved: a line of the table. */
public record Row(CatalogueProblem problem, String recipe) {
    static final String STANDARD = "standard";
    static final String EXPERT = "expert";
    static final String DIRECT = "direct";

    public Row {
        if (!List.of(STANDARD, EXPERT, DIRECT).contains(recipe)) {
            throw new IllegalArgumentException(
                    "recipe '%s': choose from %s, %s, %s".formatted(recipe, STANDARD, EXPERT, DIRECT));
        }
    }

    /**
     * The rows of a problem.
     * @param recipes asked for; empty for the one that suits the statement, and the expert's where there is one
     */
    static List<Row> of(CatalogueProblem problem, List<String> recipes) {
        List<Row> rows = new ArrayList<>();
        for (String recipe : recipes.isEmpty() ? List.of(suits(problem.statement()), EXPERT) : recipes) {
            Row row = new Row(problem, recipe);
            if (!recipe.equals(EXPERT) || problem.expert().isPresent()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Direct for linear statements and for those in which nothing varies in time, if no coefficient is to be found. */
    static String suits(Problem problem) {
        boolean oneSolve = isLinear(problem) || problem.time().isEmpty();
        return oneSolve && problem.parameters().isEmpty() ? DIRECT : STANDARD;
    }

    /** Whether every residual is affine in s where all states are s times numbers. */
    private static boolean isLinear(Problem problem) {
        Axis s = Axis.of("s", 0, 1);
        Map<Expr, Expr> states = new HashMap<>();
        return problem.conditions().stream()
                .map(c -> c.equation()
                        .residual()
                        .substitute(leaf -> leaf instanceof Field || leaf instanceof Derivative
                                ? states.computeIfAbsent(leaf, any -> s.times(Math.sqrt(states.size() + 2)))
                                : null))
                .map(e -> e.d(s, s).number())
                .allMatch(second -> second.isPresent() && second.getAsDouble() == 0);
    }

    /** What solves it. */
    Pinn pinn() {
        return switch (recipe) {
            case EXPERT -> Pinn.with(problem.expert().orElseThrow());
            case DIRECT -> Pinn.with(Recipe.direct());
            default -> Pinn.standard();
        };
    }
}
