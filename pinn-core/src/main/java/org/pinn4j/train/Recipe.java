package org.pinn4j.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.loss.Resampling;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Sampler;
import org.pinn4j.sampling.Sobol;

/**
 * How a problem is solved: network, ansatz, points, weights, stages. Immutable; every {@code with} method returns another one.
 * @param name for tables
 * @param design hard conditions, symmetries and inputs; {@code AnsatzDesign::of} derives them from the statement
 * @param points how many and where
 * @param weights by condition name; an equation in the interior has weight 1, other conditions 5 unless named here
 * @param knowledge what beyond the statement went into it, one line each; empty for a recipe that was told nothing
 */
public record Recipe(
        String name,
        Function<Problem, AnsatzDesign> design,
        Architecture architecture,
        Initializer initializer,
        Points points,
        Map<String, Double> weights,
        List<Stage> stages,
        List<String> knowledge) {
    /**
     * @param interior points of the interior, or 0 for {@code perParameter} times the number of parameters
     * @param perParameter used where {@code interior} is 0
     * @param perCondition points of each other region, or 0 for a sixth of the interior's
     * @param sampler the first set, or with {@code fresh} every set
     * @param resampling redrawing by the residual, if any
     * @param fresh new points at every step (deep Galerkin)
     */
    public record Points(
            int interior,
            double perParameter,
            int perCondition,
            Sampler sampler,
            Optional<Resampling> resampling,
            boolean fresh) {
        public Points {
            if (interior < 0 || perCondition < 0 || interior == 0 && !(perParameter > 0)) {
                throw new IllegalArgumentException(
                        "points: need interior >= 0, perCondition >= 0 and perParameter > 0, got %d, %d, %s"
                                .formatted(interior, perCondition, perParameter));
            }
        }

        /** Fixed quasi-random points, {@code perParameter} for each parameter. */
        public static Points fixed(double perParameter) {
            return new Points(0, perParameter, 0, new Sobol(), Optional.empty(), false);
        }

        /** Quasi-random at first, then redrawn where the residual is large. */
        public static Points adaptive(double perParameter) {
            return new Points(0, perParameter, 0, new Sobol(), Optional.of(Resampling.standard()), false);
        }

        /** {@code n} new points at every step from a law (deep Galerkin). */
        public static Points fresh(int n, Sampler law) {
            return new Points(n, 1, 0, law, Optional.empty(), true);
        }

        public Points withInterior(int n) {
            return new Points(n, perParameter, perCondition, sampler, resampling, fresh);
        }

        public Points withPerCondition(int n) {
            return new Points(interior, perParameter, n, sampler, resampling, fresh);
        }
    }

    public Recipe {
        weights = Map.copyOf(weights);
        stages = List.copyOf(stages);
        knowledge = List.copyOf(knowledge);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("recipe %s: need at least one stage".formatted(name));
        }
    }

    /** Levenberg-Marquardt on a tanh network with three layers of 16, points redrawn by the residual. */
    public static Recipe of(String name) {
        return new Recipe(
                name,
                AnsatzDesign::of,
                Mlp.of("tanh", 16, 16, 16),
                Initializer.glorotNormal(),
                Points.adaptive(5),
                Map.of(),
                List.of(Stage.levenbergMarquardt()),
                List.of());
    }

    public Recipe named(String newName) {
        return new Recipe(newName, design, architecture, initializer, points, weights, stages, knowledge);
    }

    public Recipe withDesign(Function<Problem, AnsatzDesign> newDesign) {
        return new Recipe(name, newDesign, architecture, initializer, points, weights, stages, knowledge);
    }

    public Recipe withNetwork(Architecture newArchitecture, Initializer newInitializer) {
        return new Recipe(name, design, newArchitecture, newInitializer, points, weights, stages, knowledge);
    }

    public Recipe withPoints(Points newPoints) {
        return new Recipe(name, design, architecture, initializer, newPoints, weights, stages, knowledge);
    }

    /** Weight of one condition, by its name in the statement. */
    public Recipe withWeight(String condition, double weight) {
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
}
