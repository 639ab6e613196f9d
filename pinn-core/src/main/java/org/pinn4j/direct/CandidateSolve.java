package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.RegionProgram;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sobol;

/**
 * Solves for the output layers of one basis: a linear statement in one step, any other by damped Gauss-Newton steps from zero
 * fields, or constant ones where the residual of these is not finite. Conditions are rows like the equations, with {@value #OTHER_WEIGHT} times their weight.
 */
final class CandidateSolve {
    private static final double OTHER_WEIGHT = 25;
    private static final int MOST_STEPS = 20;
    private static final int MOST_HALVINGS = 10;
    private static final double GAIN = 0.5; // of the sum of squares, by a full step
    private static final double BELOW_TOLERANCE = 0.1; // rows that were solved say less than others
    private static final double SIDES = 3; // points along a side for each the interior has along it

    private final AnsatzDesign design;
    private final Judge judge;
    private final double rowsEach;
    private final Algebra algebra;
    private final RandomStream random;
    private final Watch watch;
    private final Map<String, Double> weights;
    private final double enough; // size of the residual of what is solved
    private int steps;
    private long operations;
    private String failure = "";

    CandidateSolve(
            AnsatzDesign design,
            Judge judge,
            double rowsEach,
            Map<String, Double> weights,
            double tolerance,
            Algebra algebra,
            RandomStream random,
            Watch watch) {
        this.design = design;
        this.judge = judge;
        this.rowsEach = rowsEach;
        this.weights = weights;
        this.enough = BELOW_TOLERANCE * tolerance;
        this.algebra = algebra;
        this.random = random;
        this.watch = watch;
    }

    int steps() {
        return steps;
    }

    /** Floating-point operations of all solves so far. */
    long operations() {
        return operations;
    }

    /** Condition and point where a residual was not finite; otherwise empty. */
    String failure() {
        return failure;
    }

    /** The features with output layers of zero. */
    Candidate unsolved(Bandwidths bandwidths) {
        Basis basis = Basis.draw(design, bandwidths, random.substream(bandwidths.toString()));
        return candidate(judge.compiled(basis.ansatz()), basis, basis.theta(), 0, bandwidths.toString());
    }

    /** @param best so far, for whoever watches */
    Candidate solve(Bandwidths bandwidths, Candidate best) {
        RandomStream stream = random.substream(bandwidths.toString());
        Basis basis = Basis.draw(design, bandwidths, stream);
        return solve(basis, basis.theta(), bandwidths.toString(), stream, best);
    }

    /** From weights that solve a neighbouring statement, in its features; empty if they do not fit this one. */
    Optional<Candidate> from(Ansatz solved, double[] theta, Candidate best) {
        return Basis.of(design, solved, theta)
                .map(basis -> solve(
                        basis,
                        Arrays.copyOf(theta, solved.networkParameters()),
                        "the features of the start",
                        random.substream("start"),
                        best));
    }

    /** What a linear statement leaves free, as far as these features show it. */
    Optional<String> free(Bandwidths bandwidths) {
        RandomStream stream = random.substream(bandwidths.toString());
        Basis basis = Basis.draw(design, bandwidths, stream);
        CompiledProblem compiled = judge.compiled(basis.ansatz());
        if (!linear(compiled)) {
            return Optional.empty();
        }
        ResidualObjective objective = objective(compiled, basis, stream.substream("points"));
        int points = (int) Math.ceil(rowsEach * bandwidths.features());
        RegionPoints inside = compiled.draw(0, new Sobol(), points, stream.substream("free"));
        return new Freedom(compiled, basis, objective, inside, algebra).words(basis.theta());
    }

    private static boolean linear(CompiledProblem compiled) {
        return compiled.regions().stream().allMatch(RegionProgram::isLinear);
    }

    private Candidate solve(Basis basis, double[] start, String description, RandomStream stream, Candidate best) {
        CompiledProblem compiled = judge.compiled(basis.ansatz());
        ResidualObjective objective = objective(compiled, basis, stream.substream("points"));
        double[] theta = solved(compiled, basis, start, objective, best);
        return candidate(compiled, basis, theta, objective.points(), description);
    }

    private Candidate candidate(CompiledProblem compiled, Basis basis, double[] theta, int points, String description) {
        ResidualObjective judged = judge.relative(compiled);
        double figure = judge.figure(judged, theta);
        double zero = judge.zeroFigure();
        return new Candidate(
                basis.ansatz(),
                theta,
                figure,
                zero > 0 ? OptionalDouble.of(figure / zero) : OptionalDouble.empty(),
                points == 0 ? 0 : judge.roundOff(judged, basis, theta),
                points,
                description);
    }

    private ResidualObjective objective(CompiledProblem compiled, Basis basis, RandomStream stream) {
        List<RegionProgram> regions = compiled.regions();
        int axes = compiled.problem().axes().size();
        int equations = Math.max(1, regions.get(0).outputs());
        int interior = (int) Math.ceil(rowsEach * basis.columns().count() / equations);
        int other = axes == 1 ? 1 : (int) Math.ceil(SIDES * Math.pow(interior, (axes - 1.0) / axes));
        ResidualObjective objective = compiled.objective();
        List<RegionPoints> points = new ArrayList<>();
        for (int k = 0; k < regions.size(); k++) {
            boolean inside = regions.get(k).region().isInterior();
            for (int m = 0; m < regions.get(k).outputs(); m++) {
                double size = judge.size(k, m);
                String name = regions.get(k).conditions().get(m).name();
                double weight = weights.getOrDefault(name, inside ? 1 : OTHER_WEIGHT);
                objective.setWeight(k, m, weight / (size * size));
            }
            RegionPoints even =
                    compiled.draw(k, new Sobol(), inside ? interior : other, stream.substream("region " + k));
            points.add(basis.towardsLayers(compiled, k, even));
        }
        objective.setPoints(points);
        return objective;
    }

    private double[] solved(
            CompiledProblem compiled, Basis basis, double[] start, ResidualObjective objective, Candidate best) {
        OutputFit fit = new OutputFit(
                algebra, objective, basis.columns(), !basis.layers().isEmpty());
        boolean linear = linear(compiled);
        double[] theta = start;
        double value = objective.value(theta);
        if (!Double.isFinite(value)) { // such as 1/u
            theta = basis.constant(judge.amplitude());
            value = objective.value(theta);
        }
        if (!Double.isFinite(value)) {
            failure = objective.diagnosis();
            return theta;
        }
        for (int k = 0; k < (linear ? 1 : MOST_STEPS) && !watch.over(steps); k++) {
            double[] step = fit.step(theta);
            count(objective.rows(), basis.columns().count());
            double factor = 1;
            double[] next = basis.moved(theta, step, factor);
            double nextValue = objective.value(next);
            for (int h = 0; h < MOST_HALVINGS && !(nextValue < value); h++) {
                factor /= 2;
                next = basis.moved(theta, step, factor);
                nextValue = objective.value(next);
            }
            if (!(nextValue < value)) {
                break;
            }
            boolean settled = factor == 1 && nextValue > GAIN * value;
            theta = next;
            value = nextValue;
            watch.solved(steps, value, best);
            if (settled || Math.sqrt(2 * value) < enough) {
                break;
            }
        }
        return theta;
    }

    private void count(long rows, long columns) {
        steps++;
        operations += 2 * rows * columns * columns;
    }
}
