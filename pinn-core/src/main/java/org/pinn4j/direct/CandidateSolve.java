package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.RegionProgram;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.pde.Condition;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

/**
 * Solves for the output layers of one basis: a linear statement in one step, any other by damped Gauss-Newton steps from given
 * weights, from zero fields, or from constant ones where the residual of these is not finite. Conditions are rows like the
 * equations, with {@value #OTHER_WEIGHT} times their weight.
 */
final class CandidateSolve {
    private static final double OTHER_WEIGHT = 25;
    private static final double SIDES = 3; // points along a side for each the interior has along it

    private final Ground ground;
    private final Means means;
    private final Effort effort;

    CandidateSolve(Ground ground, Means means, Effort effort) {
        this.ground = ground;
        this.means = means;
        this.effort = effort;
    }

    private RandomStream stream(Object of) {
        return means.random().substream(of.toString());
    }

    private Basis basis(Bandwidths bandwidths) {
        return Basis.draw(ground.design(), bandwidths, ground.window(), stream(bandwidths));
    }

    private CompiledProblem compiled(Basis basis) {
        return ground.judge().compiled(basis.ansatz());
    }

    /** The features with output layers of zero. */
    Candidate unsolved(Bandwidths bandwidths) {
        Basis basis = basis(bandwidths);
        return candidate(compiled(basis), basis, basis.theta(), 0, bandwidths.toString());
    }

    /** @param best so far, for whoever watches */
    Candidate solve(Bandwidths bandwidths, Candidate best) {
        Basis basis = basis(bandwidths);
        return solve(basis, Optional.empty(), false, bandwidths.toString(), stream(bandwidths), best);
    }

    /** From the output layers of the slab before, which has the same features of the time since its start. */
    Candidate solve(Bandwidths bandwidths, Stretch before, Candidate best) {
        Basis basis = basis(bandwidths);
        return solve(
                basis,
                Optional.of(basis.outputs(before.theta())),
                false,
                bandwidths.toString(),
                stream(bandwidths),
                best);
    }

    /**
     * From weights that solve a neighbouring statement, in its features.
     * @throws IllegalArgumentException if they do not fit this one
     */
    Candidate from(Ansatz solved, double[] theta, Candidate best) {
        return solve(
                requireFeatures(solved, theta),
                Optional.of(Arrays.copyOf(theta, solved.networkParameters())),
                true,
                "the features of the start",
                stream("start"),
                best);
    }

    /** @throws IllegalArgumentException if they are not what a direct solve of this statement has */
    Basis requireFeatures(Ansatz solved, double[] theta) {
        return Basis.of(ground.design(), solved, theta)
                .orElseThrow(() -> new IllegalArgumentException(
                        "start: a direct solve goes on from a direct solution with the same inputs and fields, which this one"
                                + " is not; solve without a start, or train from it with a recipe that has stages"));
    }

    /** What a linear statement leaves free, as far as these features show it. */
    Optional<String> free(Bandwidths bandwidths) {
        RandomStream stream = stream(bandwidths);
        Basis basis = basis(bandwidths);
        CompiledProblem compiled = compiled(basis);
        if (!linear(compiled)) {
            return Optional.empty();
        }
        ResidualObjective objective = objective(compiled, basis, stream.substream("points"));
        int points = (int) Math.ceil(means.rowsEach() * bandwidths.features());
        PointSet inside =
                compiled.draw(0, new Sobol(), points, stream.substream("free")).points();
        return new Freedom(compiled, basis, objective, inside, means.algebra()).words(basis.theta());
    }

    private static boolean linear(CompiledProblem compiled) {
        return compiled.regions().stream().allMatch(RegionProgram::isLinear);
    }

    private Candidate solve(
            Basis basis,
            Optional<double[]> start,
            boolean near,
            String description,
            RandomStream stream,
            Candidate best) {
        CompiledProblem compiled = compiled(basis);
        ResidualObjective objective = objective(compiled, basis, stream.substream("points"));
        double[] theta = solved(compiled, basis, start, near, objective, best);
        return candidate(compiled, basis, theta, objective.points(), description);
    }

    private Candidate candidate(CompiledProblem compiled, Basis basis, double[] theta, int points, String description) {
        ResidualObjective judged = ground.judge().relative(compiled);
        double figure = ground.judge().figure(judged, theta);
        double zero = ground.judge().zeroFigure();
        return new Candidate(
                List.of(new Stretch(ground.from(), ground.to(), basis.ansatz(), theta)),
                figure,
                zero > 0 ? OptionalDouble.of(figure / zero) : OptionalDouble.empty(),
                points == 0 ? 0 : ground.judge().roundOff(judged, basis, theta),
                points,
                description);
    }

    private ResidualObjective objective(CompiledProblem compiled, Basis basis, RandomStream stream) {
        List<RegionProgram> regions = compiled.regions();
        int axes = compiled.problem().axes().size();
        int equations = Math.max(1, regions.get(0).outputs());
        int interior = (int) Math.ceil(means.rowsEach() * basis.columns().count() / equations);
        int other = axes == 1 ? 1 : (int) Math.ceil(SIDES * Math.pow(interior, (axes - 1.0) / axes));
        ResidualObjective objective = compiled.objective();
        List<RegionPoints> points = new ArrayList<>();
        for (int k = 0; k < regions.size(); k++) {
            boolean inside = regions.get(k).region().isInterior();
            for (int m = 0; m < regions.get(k).outputs(); m++) {
                double size = ground.judge().size(k, m);
                String name = regions.get(k).conditions().get(m).name();
                double weight = means.weights().getOrDefault(name, inside ? 1 : OTHER_WEIGHT);
                objective.setWeight(k, m, weight / (size * size));
            }
            RegionPoints even = points(compiled, k, inside ? interior : other, stream.substream("region " + k));
            points.add(basis.towardsLayers(compiled, k, even));
        }
        objective.setPoints(points);
        return objective;
    }

    private RegionPoints points(CompiledProblem compiled, int region, int count, RandomStream stream) {
        RegionProgram program = compiled.regions().get(region);
        Condition first = program.conditions().get(0);
        return ground.edge()
                .filter(e -> e.conditions().contains(first))
                .map(e -> compiled.at(region, e.rows(first, count, stream)))
                .orElseGet(() -> compiled.draw(region, new Sobol(), count, stream));
    }

    private double[] solved(
            CompiledProblem compiled,
            Basis basis,
            Optional<double[]> given,
            boolean near,
            ResidualObjective objective,
            Candidate best) {
        boolean linear = linear(compiled);
        double[] start = linear ? basis.theta() : given.orElseGet(() -> start(compiled, basis, objective.points()));
        if (!Double.isFinite(objective.value(start))) { // such as 1/u
            start = basis.constant(ground.judge().amplitude());
        }
        if (!Double.isFinite(objective.value(start))) {
            effort.fail(objective.diagnosis());
            return start;
        }
        OutputFit fit = new OutputFit(
                means.algebra(), objective, basis.columns(), !basis.layers().isEmpty());
        return new GaussNewton(basis, objective, fit, effort, means.enough()).from(start, linear, near, best);
    }

    private double[] start(CompiledProblem compiled, Basis basis, int count) {
        if (ground.held().isEmpty() || effort.over()) {
            return basis.theta();
        }
        PointSet inside = compiled.draw(0, new Sobol(), count, stream("held")).points();
        effort.solve(
                (long) count * ground.held().get().fields().size(),
                basis.columns().count());
        return ground.held().get().in(basis, inside, means.algebra());
    }
}
