package org.pinn4j.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Design;
import org.pinn4j.ansatz.FieldGroup;
import org.pinn4j.blas.Backend;
import org.pinn4j.jets.Tiles;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.DeepGalerkinLoss;
import org.pinn4j.loss.HeldOut;
import org.pinn4j.loss.HeldOutResidual;
import org.pinn4j.loss.Loss;
import org.pinn4j.loss.PathLoss;
import org.pinn4j.loss.PinnLoss;
import org.pinn4j.loss.Readings;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.Resampling;
import org.pinn4j.loss.ResidualFigures;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.GivenNetwork;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

/** A recipe applied to a problem: everything compiled, scaled and drawn, before the first step. */
final class Setup {
    private static final double SOFT_WEIGHT = 5;
    private static final double READINGS = 0.1; // where coefficients are sought
    private static final double OVERFIT = 3;
    private static final int QUARTER = Tiles.POINTS / 4;

    final Recipe recipe;
    final CompiledProblem compiled;
    final Loss loss;
    final HeldOut heldOut;
    final double[] theta0;
    final double[] untrained; // what residuals are relative to, so that a warm start goes on from its own figure
    private final Optional<Long> before;
    private final RandomStream random;
    private final double[][] weights;
    private final Optional<ZeroField> zeroField;
    private final Optional<WeakSetup> weak; // of recipes that are not of residuals at points
    private final Optional<KolmogorovSetup> paths; // of regression on paths
    final Optional<HeldOutResidual> residual; // none where residuals at points do not say all
    private final Workers workers;
    private final Backend backend;

    /** @param before steps of the runs that this one goes on from; empty: from the beginning */
    Setup(
            Recipe recipe,
            Problem problem,
            long seed,
            Workers workers,
            Backend backend,
            Optional<TrainedNetwork> start,
            Optional<Long> before) {
        this.recipe = recipe;
        this.before = before;
        this.random = RandomStream.of(seed, "pinn");
        this.workers = workers;
        this.backend = backend;
        this.weak = WeakSetup.of(recipe, problem);
        this.paths = KolmogorovSetup.of(recipe, problem);
        AnsatzDesign design = weak.map(w -> w.design(recipe.design()))
                .or(() -> paths.map(p -> p.design(recipe.design())))
                .orElse(recipe.design())
                .of(problem);
        List<Network> networks = design.networks(recipe.architecture());
        boolean weakly = problem.onlyWeakly().isPresent() || paths.isPresent() && !KolmogorovSetup.isSmooth(networks);
        MemoryNeed.require(recipe, networks, problem.parameters().size(), MemoryNeed.available());
        start.ifPresent(s -> new WarmStart(s).requireFits(networks));
        double[] ones = problem.fields().stream().mapToDouble(f -> 1).toArray();
        if (!weakly || paths.isEmpty()) {
            CompiledProblem.requireDerivatives(design, design.build(networks, ones));
        }
        double[] scale = scale(problem, design, networks, weakly);
        recipe.requireNames(problem);
        Ansatz fresh = design.build(networks, scale);
        Ansatz ansatz = start.map(s -> new WarmStart(s).ansatz(fresh)).orElse(fresh);
        this.compiled = weakly
                ? new CompiledProblem(problem, design, ansatz, false, workers, backend.blas())
                : new CompiledProblem(problem, design, ansatz, workers, backend.blas());
        this.untrained = untrained(ansatz);
        this.theta0 = start.map(s -> new WarmStart(s).theta(untrained)).orElse(untrained);
        int[] counts = counts(theta0.length);
        this.weights = weights(counts);
        this.loss = loss(counts);
        this.residual = weakly ? Optional.empty() : Optional.of(heldOut(counts));
        Optional<HeldOut> drawn = paths.map(p -> KolmogorovSetup.heldOut((PathLoss) loss));
        this.heldOut = drawn.or(() -> residual)
                .orElseGet(() -> weak.orElseThrow().heldOut(compiled, workers, backend.blas(), untrained, silent()));
        this.zeroField =
                weakly ? Optional.empty() : Optional.of(new ZeroField(problem, design, workers, backend.blas()));
    }

    /** Of the outputs; what sees a kink cannot answer to equations of second order, so that a network that does not is asked. */
    private double[] scale(Problem problem, AnsatzDesign design, List<Network> networks, boolean weakly) {
        if (!weakly) {
            return new OutputScale(problem, design, networks, workers, backend.blas(), random).values();
        }
        Design own = recipe.design();
        AnsatzDesign smooth = new Design(List.of(), own.forms(), false, own.hard(), own.shared()).of(problem);
        List<Network> usual = smooth.networks(Mlp.of("tanh", 16, 16));
        return new OutputScale(problem, smooth, usual, workers, backend.blas(), random).values();
    }

    /** With a network that is zero everywhere. */
    private double[] silent() {
        double[] silent = untrained.clone();
        Arrays.fill(silent, 0, compiled.ansatz().networkParameters(), 0);
        return silent;
    }

    private double[] untrained(Ansatz ansatz) {
        double[] start = ansatz.initialise(recipe.initializer(), random.substream("initialisation"));
        double[] coefficients = compiled.initialCoefficients();
        double[] theta = Arrays.copyOf(start, start.length + coefficients.length);
        System.arraycopy(coefficients, 0, theta, start.length, coefficients.length);
        return theta;
    }

    private int[] counts(int parameters) {
        int[] each = inAndOn(parameters);
        return compiled.regions().stream()
                .mapToInt(r -> r.region().isInterior() ? each[0] : each[1])
                .toArray();
    }

    /** In the interior, and in each other region. */
    private int[] inAndOn(int parameters) {
        Counts stated = recipe.points().counts();
        int interior = Tiles.whole(stated.interior().of(parameters)); // no tile is a stump
        int other = stated.perCondition().orElse(Math.max(Tiles.POINTS / 2, interior / 6 / QUARTER * QUARTER));
        return new int[] {interior, other};
    }

    /** w_m·s_m² by region and equation: s_m = 1/rms of the residual before training, so that every condition starts near one. */
    private double[][] weights(int[] counts) {
        if (counts.length == 0) {
            return new double[0][];
        }
        ResidualObjective probe = compiled.objective();
        probe.setPoints(draw(counts, "residual scale"));
        double[][] squares = meanSquares(probe, untrained);
        double[][] atZero = meanSquares(probe, silent());
        double[][] result = new double[counts.length][];
        for (int k = 0; k < counts.length; k++) {
            List<Condition> conditions = compiled.regions().get(k).conditions();
            result[k] = new double[conditions.size()];
            for (int m = 0; m < result[k].length; m++) {
                Condition c = conditions.get(m);
                double size = Math.max(squares[k][m], atZero[k][m]);
                boolean usable = size > 0 && Double.isFinite(size);
                result[k][m] = weight(c) / (usable ? size : 1);
            }
        }
        precision(result);
        return result;
    }

    /** The recipe's own, or the usual one. */
    private double weight(Condition c) {
        return recipe.weights().getOrDefault(c.name(), c.region().isInterior() ? 1 : SOFT_WEIGHT * share(c));
    }

    /**
     * Readings with noise bend a network away from its equations, and coefficients with it; so where coefficients are sought
     * they weigh less.
     */
    private double share(Condition c) {
        return Readings.isReading(c) && Identification.isAsked(compiled.problem()) ? READINGS : 1;
    }

    /** Weights of readings as 1/σ² among those that state their noise; the most precise ones keep theirs. */
    private void precision(double[][] result) {
        double[][] noise = new double[result.length][];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < result.length; k++) {
            List<Condition> conditions = compiled.regions().get(k).conditions();
            noise[k] = new double[result[k].length];
            for (int m = 0; m < noise[k].length; m++) {
                double sigma = Readings.deviation(conditions.get(m)).orElse(Double.NaN);
                noise[k][m] = sigma * sigma * result[k][m] / weight(conditions.get(m));
                least = noise[k][m] < least ? noise[k][m] : least;
            }
        }
        for (int k = 0; k < result.length; k++) {
            for (int m = 0; m < noise[k].length; m++) {
                result[k][m] *= noise[k][m] > least ? least / noise[k][m] : 1;
            }
        }
    }

    /** Mean squared unweighted residual by region and equation. */
    private double[][] meanSquares(ResidualObjective probe, double[] theta) {
        double[] rows = new double[probe.rows()];
        probe.residuals(theta, rows);
        return new ResidualFigures(probe.tiled(), rows).sumsOfSquares();
    }

    private List<RegionPoints> draw(int[] counts, String stream) {
        return java.util.stream.IntStream.range(0, counts.length)
                .mapToObj(k -> draw(counts, stream, k))
                .toList();
    }

    private RegionPoints draw(int[] counts, String stream, int k) {
        String name = compiled.regions().get(k).conditions().get(0).name();
        return compiled.draw(k, new Sobol(), counts[k], random.substream(stream).substream(name));
    }

    private ResidualObjective weighted() {
        ResidualObjective objective = compiled.objective();
        for (int k = 0; k < weights.length; k++) {
            for (int m = 0; m < weights[k].length; m++) {
                objective.setWeight(k, m, weights[k][m]);
            }
        }
        return objective;
    }

    /** The weighted residuals at so many times the points, spread evenly. */
    ResidualObjective dense(int times) {
        ResidualObjective objective = weighted();
        int[] counts = Arrays.stream(counts(theta0.length)).map(n -> times * n).toArray();
        objective.setPoints(draw(counts, "identification"));
        return objective;
    }

    /** Points of the domain, spread evenly. */
    PointSet inside(int count, String stream) {
        return new Sobol().sample(compiled.design().place(), Region.interior(), count, random.substream(stream));
    }

    private HeldOutResidual heldOut(int[] counts) {
        ResidualObjective objective = weighted();
        int[] twice = Arrays.stream(counts).map(n -> 2 * n).toArray();
        objective.setPoints(draw(twice, "held out"));
        return new HeldOutResidual(objective);
    }

    private Loss loss(int[] counts) {
        Points p = recipe.points();
        RandomStream first = random.substream("points");
        RandomStream stream =
                before.map(n -> first.substream("after %d steps".formatted(n))).orElse(first);
        if (paths.isPresent()) {
            return paths.get().loss(compiled, theta0.length, stream, workers, backend.blas());
        }
        if (weak.isPresent()) {
            return weak.get()
                    .loss(
                            compiled,
                            penalised(counts),
                            inAndOn(theta0.length),
                            p instanceof Points.Fresh ? Optional.of(p.sampler()) : Optional.empty(),
                            stream,
                            workers,
                            backend.blas(),
                            untrained,
                            silent());
        }
        if (p instanceof Points.Fresh) {
            return new DeepGalerkinLoss(compiled, weighted(), counts, p.sampler(), stream);
        }
        Optional<Resampling> resampling =
                p instanceof Points.Following f ? Optional.of(f.resampling()) : Optional.empty();
        PinnLoss pinn = new PinnLoss(compiled, weighted(), counts, p.sampler(), resampling, stream);
        if (before.isPresent() && resampling.isPresent()) {
            pinn.redraw(theta0); // evenly spread points would undo what points that follow the residual have reached
        }
        return pinn;
    }

    /** What neither the form of the answer nor an energy or tests meet. */
    private Optional<ResidualObjective> penalised(int[] counts) {
        ResidualObjective objective = weighted();
        for (int k = 0; k < weights.length; k++) {
            List<Condition> conditions = compiled.regions().get(k).conditions();
            for (int m = 0; m < weights[k].length; m++) {
                Condition c = conditions.get(m);
                double usual = weight(c);
                double own = recipe.weights().containsKey(c.name())
                        ? usual
                        : weak.orElseThrow().penalty(usual);
                objective.setWeight(k, m, usual > 0 ? weights[k][m] / usual * own : 0);
            }
        }
        return weak.orElseThrow().soft(compiled, objective, k -> draw(counts, "points", k));
    }

    /** The points of the recipe with the interval that their redrawing has come to. */
    Points points() {
        return loss instanceof PinnLoss pinn && recipe.points() instanceof Points.Following f
                ? pinn.remaining().map(f::with).orElse(f)
                : recipe.points();
    }

    /** What was decided before the first step. */
    List<String> notes() {
        List<String> all = new ArrayList<>(compiled.design().notes());
        weak.ifPresent(w -> all.addAll(w.notes()));
        paths.ifPresent(p -> all.addAll(p.notes(residual.isPresent())));
        return all;
    }

    Trainable trainable() {
        return new Trainable(
                recipe, compiled.ansatz(), loss, heldOut, theta0, untrained, this::overZeroField, this::points);
    }

    /** The architecture for people; where fields differ in their axes, the fields of each network. */
    String networkText() {
        if (recipe.architecture() instanceof GivenNetwork) {
            return "the network of the start";
        }
        String text = recipe.architecture().describe();
        List<FieldGroup> groups = compiled.design().groups();
        return groups.size() == 1
                ? text
                : groups.stream().map(g -> text + " for " + g).collect(Collectors.joining(" and "));
    }

    /**
     * The residual of the equations and conditions at held-out points over that of the zero field, see {@link ZeroField}; empty
     * where the zero field satisfies everything or has no finite residual, so that there is nothing to measure by.
     */
    OptionalDouble overZeroField(double[] theta) {
        if (residual.isEmpty()) {
            return OptionalDouble.empty();
        }
        Map<Condition, Double> scales = new HashMap<>();
        double[][] sizes = residual.get().sizes(theta);
        double sum = 0;
        for (int k = 0; k < sizes.length; k++) {
            for (int m = 0; m < sizes[k].length; m++) {
                Condition c = compiled.regions().get(k).conditions().get(m);
                scales.put(c, Math.sqrt(weights[k][m] / weight(c)));
                sum += Readings.isReading(c) ? 0 : sizes[k][m] * sizes[k][m];
            }
        }
        double[] coefficients = Arrays.copyOfRange(theta, compiled.ansatz().networkParameters(), theta.length);
        double zero = zeroField
                .orElseThrow()
                .size(
                        coefficients,
                        c -> scales.getOrDefault(c, Double.NaN),
                        this::weight,
                        random.substream("zero field"));
        double ratio = Math.sqrt(sum) / zero;
        return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }

    /** The held-out figure over that of the untrained network. */
    double heldOutRatio(double[] theta) {
        return heldOut.size(theta) / trainable().heldOutStart();
    }

    /** Says so where points that no gradient saw fare much worse than those that were trained on. */
    Optional<String> overfit(double[] theta) {
        if (weak.isPresent()
                || paths.isPresent()) { // an energy, residuals against tests, noise of paths are no size of residuals
            // at points
            return Optional.empty();
        }
        double ratio = Math.sqrt(heldOut.value(theta) / loss.objective().value(theta));
        return ratio > OVERFIT
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the held-out residual is %.1f times that of the training points: too few points for %d"
                                + " parameters",
                        ratio,
                        theta.length))
                : Optional.empty();
    }
}
