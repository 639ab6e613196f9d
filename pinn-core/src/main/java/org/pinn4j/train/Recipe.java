package org.pinn4j.train;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pinn4j.ansatz.Design;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Solution;

/**
 * How a problem is solved: network, ansatz, points, weights, stages. Immutable, equality is by value, {@link #toString} reads
 * back; every {@code with} method returns another one.
 * @param name for tables
 * @param design what is not derived from the statement: inputs, forms, and what is left out
 * @param points how many and where
 * @param weights by condition name; an equation in the interior has weight 1, other conditions 5 unless named here
 * @param knowledge what beyond the statement went into it, one line each; empty for a recipe that was told nothing
 */
public record Recipe(
        String name,
        Design design,
        Architecture architecture,
        Initializer initializer,
        Points points,
        Map<String, Double> weights,
        List<Stage> stages,
        List<String> knowledge) {
    /** @throws IllegalArgumentException if there is no stage, or the text form is too long to be read back */
    public Recipe(
            String name,
            Design design,
            Architecture architecture,
            Initializer initializer,
            Points points,
            Map<String, Double> weights,
            List<Stage> stages,
            List<String> knowledge) {
        this.name = Objects.requireNonNull(name, "name");
        this.design = Objects.requireNonNull(design, "design");
        this.architecture = Objects.requireNonNull(architecture, "architecture");
        this.initializer = Objects.requireNonNull(initializer, "initializer");
        this.points = Objects.requireNonNull(points, "points");
        this.weights = Map.copyOf(weights);
        this.stages = List.copyOf(stages);
        this.knowledge = List.copyOf(knowledge);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("recipe %s: need at least one stage".formatted(name));
        }
        RecipeText.requireLength("recipe", RecipeText.write(this));
    }

    /** Levenberg-Marquardt on a tanh network with three layers of 16, points redrawn by the residual. */
    public static Recipe of(String name) {
        return new Recipe(
                name,
                Design.derived(),
                Mlp.of("tanh", 16, 16, 16),
                Initializer.glorotNormal(),
                Points.adaptive(5),
                Map.of(),
                List.of(Stage.levenbergMarquardt()),
                List.of());
    }

    /**
     * The one that trained a solution, from memory or from a file: what {@code Pinn.with(recipe)} begins anew with.
     * @throws IllegalArgumentException if the solution holds none, or one that cannot be read
     */
    public static Recipe from(Solution solution) {
        return Going.from(solution).chosen();
    }

    public Recipe named(String newName) {
        return new Recipe(newName, design, architecture, initializer, points, weights, stages, knowledge);
    }

    public Recipe withDesign(Design newDesign) {
        return new Recipe(name, newDesign, architecture, initializer, points, weights, stages, knowledge);
    }

    public Recipe withNetwork(Architecture newArchitecture, Initializer newInitializer) {
        return new Recipe(name, design, newArchitecture, newInitializer, points, weights, stages, knowledge);
    }

    public Recipe withPoints(Points newPoints) {
        return new Recipe(name, design, architecture, initializer, newPoints, weights, stages, knowledge);
    }

    /** Weight of one condition, by its name in the statement: not negative, and finite. */
    public Recipe withWeight(String condition, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) { // written so that NaN fails too
            throw new IllegalArgumentException("recipe %s: weight %s for '%s'; need a finite number, 0 or more"
                    .formatted(name, weight, condition));
        }
        Map<String, Double> more = new java.util.HashMap<>(weights);
        more.put(condition, weight);
        return new Recipe(name, design, architecture, initializer, points, more, stages, knowledge);
    }

    public Recipe withStages(Stage... newStages) {
        return new Recipe(name, design, architecture, initializer, points, weights, List.of(newStages), knowledge);
    }

    /** What this recipe uses beyond the statement. */
    public Recipe withKnowledge(String... lines) {
        return new Recipe(name, design, architecture, initializer, points, weights, stages, List.of(lines));
    }

    /**
     * The text form, a line for each thing there is to say. A network, sampler or optimiser of your own stands as
     * {@code code: } and its name.
     */
    @Override
    public String toString() {
        return RecipeText.write(this);
    }

    /** The parts that have no text form because they are code of your own, such as {@code stage MyMethod}. */
    public List<String> code() {
        return RecipeText.code(this);
    }

    /**
     * Reads {@link #toString}.
     * @param problem whose axes and fields inputs and forms are about
     * @param functions given as code that these use, by name
     * @throws IllegalArgumentException with the line, if the text is no recipe for this problem, or had parts given as code
     */
    public static Recipe parse(String text, Problem problem, Map<String, Expr> functions) {
        return RecipeText.parse(text, problem, functions);
    }
}
