package org.pinn4j.train;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pinn4j.ansatz.Design;
import org.pinn4j.args.Args;
import org.pinn4j.direct.Direct;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.Averaged;
import org.pinn4j.optimize.LearningRate;
import org.pinn4j.optimize.Schedule;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.solution.Solution;

/**
 * How a problem is solved: network, ansatz, points, weights, stages. Immutable, equality is by value, {@link #toString} reads
 * back; every {@code with} method returns another one.
 * @param name for tables
 * @param design what is not derived from the statement: inputs, forms, and what is left out
 * @param points how many and where
 * @param weights by condition name; an equation in the interior has weight 1, other conditions 5 (25 in a direct solve) unless named here
 * @param stages optimisers one after the other; none for a direct solve
 * @param knowledge what beyond the statement went into it, one line each; empty for a recipe that was told nothing
 * @param directly solved in the output layer of features that stand still, in place of stages, network, initialiser and points
 * @param formulation residuals at points, an energy, residuals against test functions, or regression on paths; a direct solve has the first
 */
public record Recipe(
        String name,
        Design design,
        Architecture architecture,
        Initializer initializer,
        Points points,
        Map<String, Double> weights,
        List<Stage> stages,
        List<String> knowledge,
        Optional<Direct> directly,
        Formulation formulation) {
    /**
     * @throws IllegalArgumentException if there is neither a stage nor a direct solve, or both, or the text form is too long to
     *     be read back
     */
    public Recipe(
            String name,
            Design design,
            Architecture architecture,
            Initializer initializer,
            Points points,
            Map<String, Double> weights,
            List<Stage> stages,
            List<String> knowledge,
            Optional<Direct> directly,
            Formulation formulation) {
        Args.map(weights, "weights");
        Args.list(stages, "stages");
        Args.list(knowledge, "knowledge");
        this.name = Objects.requireNonNull(name, "name");
        this.design = Objects.requireNonNull(design, "design");
        this.architecture = Objects.requireNonNull(architecture, "architecture");
        this.initializer = Objects.requireNonNull(initializer, "initializer");
        this.points = Objects.requireNonNull(points, "points");
        this.weights = Map.copyOf(weights);
        this.stages = List.copyOf(stages);
        this.knowledge = List.copyOf(knowledge);
        this.directly = Objects.requireNonNull(directly, "directly");
        this.formulation = Objects.requireNonNull(formulation, "formulation");
        if (directly.isPresent() && !formulation.isStrong()) {
            throw new IllegalArgumentException("recipe %s: a direct solve has residuals at points; take stages for %s"
                    .formatted(name, FormulationText.write(formulation)));
        }
        if (stages.isEmpty() == directly.isEmpty()) {
            throw new IllegalArgumentException(
                    "recipe %s: need at least one stage, or a direct solve and none".formatted(name));
        }
        this.weights.forEach(this::requireWeight);
        RecipeText.requireLength("recipe", RecipeText.write(this));
    }

    private void requireWeight(String condition, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) { // written so that NaN fails too
            throw new IllegalArgumentException("recipe %s: weight %s for '%s'; need a finite number, 0 or more"
                    .formatted(name, weight, condition));
        }
    }

    /** A recipe with stages. */
    public Recipe(
            String name,
            Design design,
            Architecture architecture,
            Initializer initializer,
            Points points,
            Map<String, Double> weights,
            List<Stage> stages,
            List<String> knowledge) {
        this(
                name,
                design,
                architecture,
                initializer,
                points,
                Args.map(weights, "weights"),
                Args.list(stages, "stages"),
                Args.list(knowledge, "knowledge"),
                Optional.empty(),
                new Formulation.Strong());
    }

    /**
     * Solves for the output layer of features that stand still: least squares in place of training. Conditions are rows like
     * the equations, and symmetries that the statement does not declare are not used.
     */
    public static Recipe direct() {
        Recipe defaults = of("direct");
        return new Recipe(
                "direct",
                Design.derived(),
                defaults.architecture,
                defaults.initializer,
                defaults.points,
                Map.of(),
                List.of(),
                List.of(),
                Optional.of(Direct.standard()),
                new Formulation.Strong());
    }

    /**
     * Deep Ritz: the energy of the statement, {@link Problem#minimising}, or that which its equation follows from, by quadrature;
     * first derivatives only. For methods that ask for gradients, by default SSBroyden on a tanh network with two layers of 20 and
     * eight points a parameter.
     */
    public static Recipe ritz() {
        return of("ritz")
                .withNetwork(Mlp.of("tanh", 20, 20), Initializer.glorotNormal())
                .withPoints(Points.fixed(8))
                .withStages(Stage.selfScaledBroyden())
                .withFormulation(new Formulation.Ritz(List.of()));
    }

    /**
     * Variational residuals: the equations in divergence form against polynomials of this degree in so many cells along each axis
     * of a box, or on the whole of a shape; first derivatives only. Levenberg-Marquardt on a tanh network with two layers of 20.
     */
    public static Recipe variational(int cells, int degree) {
        return of("variational")
                .withNetwork(Mlp.of("tanh", 20, 20), Initializer.glorotNormal())
                .withPoints(Points.fixed(2))
                .withFormulation(new Formulation.Variational(cells, degree, List.of()));
    }

    /**
     * Deep Kolmogorov: regression on paths from 1,024 fresh points a step, for a linear parabolic equation on all of space, or on
     * a box or shape without boundary conditions; no derivative enters. Adam at 1e-2/(1 + k/500), the mean of its last iterates, on a tanh network with
     * two layers of 50. Paths that have no law in closed form take 64 steps of Euler-Maruyama.
     */
    public static Recipe kolmogorov() {
        return of("kolmogorov")
                .withNetwork(Mlp.of("tanh", 50, 50), Initializer.glorotNormal())
                .withPoints(Points.fresh(1024, new Uniform()))
                .withStages(Stage.of(Averaged.exponential(
                        Adam.published().withRate(LearningRate.of(1e-2, new Schedule.InverseTime(500, 1))), 0.99)))
                .withFormulation(new Formulation.Kolmogorov(64));
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
        Args.given(solution, "solution");
        return Going.from(solution).chosen();
    }

    public Recipe named(String newName) {
        Args.given(newName, "newName");
        return new Recipe(
                newName, design, architecture, initializer, points, weights, stages, knowledge, directly, formulation);
    }

    public Recipe withDesign(Design newDesign) {
        return new Recipe(
                name, newDesign, architecture, initializer, points, weights, stages, knowledge, directly, formulation);
    }

    public Recipe withNetwork(Architecture newArchitecture, Initializer newInitializer) {
        return new Recipe(
                name,
                design,
                newArchitecture,
                newInitializer,
                points,
                weights,
                stages,
                knowledge,
                directly,
                formulation);
    }

    public Recipe withPoints(Points newPoints) {
        return new Recipe(
                name, design, architecture, initializer, newPoints, weights, stages, knowledge, directly, formulation);
    }

    /** @throws IllegalArgumentException if a weight names no condition of the problem */
    void requireNames(Problem problem) {
        List<String> names = problem.conditions().stream().map(Condition::name).toList();
        weights.keySet().stream()
                .filter(n -> !names.contains(n))
                .sorted()
                .findFirst()
                .ifPresent(n -> {
                    throw new IllegalArgumentException(
                            "recipe %s: a weight for '%s', but the conditions are %s".formatted(name, n, names));
                });
    }

    /** Weight of one condition, by its name in the statement: not negative, and finite. */
    public Recipe withWeight(String condition, double weight) {
        Args.given(condition, "condition");
        Map<String, Double> more = new java.util.HashMap<>(weights);
        more.put(condition, weight);
        return new Recipe(
                name, design, architecture, initializer, points, more, stages, knowledge, directly, formulation);
    }

    public Recipe withStages(Stage... newStages) {
        Args.array(newStages, "newStages");
        return new Recipe(
                name,
                design,
                architecture,
                initializer,
                points,
                weights,
                List.of(newStages),
                knowledge,
                directly,
                formulation);
    }

    /** The same solved directly with other sizes. @throws IllegalArgumentException if it has stages */
    public Recipe withDirect(Direct sizes) {
        Args.given(sizes, "sizes");
        return new Recipe(
                name,
                design,
                architecture,
                initializer,
                points,
                weights,
                stages,
                knowledge,
                Optional.of(sizes),
                formulation);
    }

    /** The same that makes something else of the statement small. */
    public Recipe withFormulation(Formulation newFormulation) {
        Args.given(newFormulation, "newFormulation");
        return new Recipe(
                name, design, architecture, initializer, points, weights, stages, knowledge, directly, newFormulation);
    }

    /** What this recipe uses beyond the statement. */
    public Recipe withKnowledge(String... lines) {
        Args.array(lines, "lines");
        return new Recipe(
                name,
                design,
                architecture,
                initializer,
                points,
                weights,
                stages,
                List.of(lines),
                directly,
                formulation);
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
        Args.given(text, "text", problem, "problem");
        Args.given(functions, "functions");
        return RecipeText.parse(text, problem, functions);
    }
}
