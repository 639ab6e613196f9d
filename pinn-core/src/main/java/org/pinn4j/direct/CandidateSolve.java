package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.PartRows;
import org.pinn4j.loss.Readings;
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
    private static final double READINGS = 0.1; // where coefficients are sought
    private static final double LOOSE = 1e-2; // weight of equations beside readings while coefficients are guesses
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
        return Basis.draw(ground.design(), bandwidths, ground.window(), means.coefficients(), stream(bandwidths));
    }

    private CompiledProblem compiled(Basis basis) {
        return ground.judge().compiled(basis.ansatz());
    }

    /** The features with output layers of zero. */
    Candidate unsolved(Bandwidths bandwidths) {
        Basis basis = basis(bandwidths);
        return candidate(compiled(basis), basis, basis.theta(), 0, bandwidths.toString());
    }

    /** @param best so far, for whoever watches; coefficients begin at its */
    Candidate solve(Bandwidths bandwidths, Candidate best) {
        boolean known = means.coefficients().length > 0 && best.points() > 0;
        Basis basis = known ? basis(bandwidths).at(coefficients(best.first())) : basis(bandwidths);
        return solve(basis, Optional.empty(), known, bandwidths.toString(), stream(bandwidths), best);
    }

    private static double[] coefficients(Stretch of) {
        double[] theta = of.theta();
        return Arrays.copyOfRange(theta, of.ansatz().networkParameters(), theta.length);
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
        double[] all = withCoefficients(solved, theta);
        return solve(
                requireFeatures(solved, all),
                Optional.of(all),
                true,
                "the features of the start",
                stream("start"),
                best);
    }

    /** Networks and as many coefficients as the statement has: those of the start, if it has as many. */
    private double[] withCoefficients(Ansatz solved, double[] theta) {
        double[] all = Arrays.copyOf(theta, solved.networkParameters() + means.coefficients().length);
        if (theta.length != all.length) {
            System.arraycopy(means.coefficients(), 0, all, solved.networkParameters(), means.coefficients().length);
        }
        return all;
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
                () -> points == 0 ? 0 : ground.judge().roundOff(judged, basis, theta),
                points,
                description);
    }

    private double[] heldCoefficients(Basis basis, ResidualObjective objective) {
        double[] theta = basis.theta();
        double[] step = new OutputFit(means.algebra(), objective, basis.fieldColumns(), false).step(theta, Held.RIDGE);
        effort.solve(objective.rows(), basis.fieldColumns().count());
        return basis.moved(theta, step, 1);
    }

    /**
     * Readings first, with little regard of equations whose coefficients are not known yet: from fields that meet the readings
     * the equations tell the coefficients. Where there are no readings, equations and conditions alike.
     */
    private ResidualObjective loose(CompiledProblem compiled, Basis basis) {
        ResidualObjective objective = objective(compiled, basis, stream("coefficients held"));
        List<RegionProgram> regions = compiled.regions();
        boolean measured = compiled.problem().conditions().stream().anyMatch(Readings::isReading);
        for (int k = 0; k < regions.size(); k++) {
            for (int m = 0; m < regions.get(k).outputs(); m++) {
                double size = ground.judge().size(k, m);
                boolean reading = Readings.isReading(regions.get(k).conditions().get(m));
                objective.setWeight(k, m, (reading || !measured ? 1 : LOOSE) / (size * size));
            }
        }
        return objective;
    }

    /** How far a candidate is from the readings that coefficients are sought from, over their size. */
    double misfit(Stretch solved) {
        return ground.judge().misfit(ground.judge().relative(ground.judge().compiled(solved.ansatz())), solved.theta());
    }

    /** Rows at fresh points with what is solved for, to tell what readings leave open of coefficients. */
    PartRows rows(Stretch solved) {
        Basis basis = Basis.of(ground.design(), solved.ansatz(), solved.theta()).orElseThrow();
        return new PartRows(objective(compiled(basis), basis, stream("readings")), basis.columns(), solved.theta());
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
                double weight = means.weights()
                        .getOrDefault(
                                name,
                                inside ? 1 : weight(regions.get(k).conditions().get(m)));
                objective.setWeight(k, m, weight / (size * size));
            }
            RegionPoints even = points(compiled, k, inside ? interior : other, stream.substream("region " + k));
            points.add(basis.towardsLayers(compiled, k, even));
        }
        objective.setPoints(points);
        return objective;
    }

    /** Readings with noise bend the fields away from the equations, and coefficients with them. */
    private double weight(Condition c) {
        return means.coefficients().length > 0 && Readings.isReading(c) ? READINGS : OTHER_WEIGHT;
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
        double[] start = linear ? basis.theta() : given.orElseGet(() -> start(compiled, basis, near, objective));
        OutputFit fit = new OutputFit(
                means.algebra(), objective, basis.columns(), basis.layers().hasEnds());
        if (!Double.isFinite(fit.value(start))) { // such as 1/u
            start = basis.constant(ground.judge().amplitude());
        }
        if (!Double.isFinite(fit.value(start))) {
            effort.fail(objective.diagnosis());
            return start;
        }
        return new GaussNewton(basis, objective, fit, effort, means.enough()).from(start, linear, near, best);
    }

    /** @param known whether coefficients are those of another candidate */
    private double[] start(CompiledProblem compiled, Basis basis, boolean known, ResidualObjective objective) {
        if (means.coefficients().length > 0 && !effort.over()) {
            return heldCoefficients(basis, known ? objective : loose(compiled, basis));
        } else if (ground.held().isEmpty() || effort.over()) {
            return basis.theta();
        }
        int count = objective.points();
        PointSet even = compiled.draw(0, new Sobol(), count, stream("held")).points();
        PointSet inside = basis.layers()
                .spread(compiled.problem().axes())
                .moved(compiled.regions().get(0).region(), even);
        effort.solve(
                (long) count * ground.held().get().fields().size(),
                basis.columns().count());
        return ground.held().get().in(basis, inside, means.algebra());
    }
}
