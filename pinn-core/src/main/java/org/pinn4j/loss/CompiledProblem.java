package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.SoftCondition;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Blas;
import org.pinn4j.compile.Thrown;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sampler;

/** A problem compiled for one ansatz: its soft conditions grouped by region, ready for points. */
public final class CompiledProblem {
    private final Problem problem;
    private final AnsatzDesign design;
    private final Ansatz ansatz;
    private final Workers workers;
    private final TileSweeps sweeps;
    private final List<RegionProgram> regions = new ArrayList<>();
    private final List<Region> samplingRegions = new ArrayList<>();

    /** With the residuals of all equations and soft conditions. */
    public CompiledProblem(Problem problem, AnsatzDesign design, Ansatz ansatz, Workers workers, Blas blas) {
        this(problem, design, ansatz, true, workers, blas);
        if (design.softConditions().isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is left to train on: the problem has no equation in the interior, and every condition is met by the"
                            + " form of the solution; add an equation");
        }
    }

    /** @param equations whether those in the interior are among the residuals; without them there may be none */
    public CompiledProblem(
            Problem problem, AnsatzDesign design, Ansatz ansatz, boolean equations, Workers workers, Blas blas) {
        Args.given(problem, "problem", design, "design");
        Args.given(ansatz, "ansatz", workers, "workers");
        Args.given(blas, "blas");
        this.problem = problem;
        this.design = design;
        this.ansatz = ansatz;
        this.workers = workers;
        Map<Region, List<Condition>> byRegion = new LinkedHashMap<>();
        for (SoftCondition soft : design.softConditions()) {
            if (equations || !soft.condition().region().isInterior()) {
                byRegion.computeIfAbsent(soft.samplingRegion(), r -> new ArrayList<>())
                        .add(soft.condition());
            }
        }
        byRegion.forEach((region, conditions) -> {
            samplingRegions.add(region);
            regions.add(new RegionProgram(ansatz, conditions, problem.parameters()));
        });
        this.sweeps = new ThreadSweeps(ansatz, regions, problem.parameters(), workers, blas);
    }

    /**
     * Requires that the networks can be differentiated as often as the equations ask, before anything is compiled.
     * @throws IllegalArgumentException naming condition, derivative and activation
     */
    public static void requireDerivatives(AnsatzDesign design, Ansatz ansatz) {
        Args.given(design, "design", ansatz, "ansatz");
        design.softConditions().forEach(soft -> RegionProgram.requireDerivatives(ansatz, soft.condition()));
    }

    public Problem problem() {
        return problem;
    }

    public AnsatzDesign design() {
        return design;
    }

    public Ansatz ansatz() {
        return ansatz;
    }

    /** The interior first where the problem has equations in it. */
    public List<RegionProgram> regions() {
        return List.copyOf(regions);
    }

    /** An objective without points; all objectives of this problem share the memory of their sweeps. */
    public ResidualObjective objective() {
        return new ResidualObjective(ansatz.axes(), regions, sweeps, workers);
    }

    /** Where the points of a region are drawn: on a folded axis not all of the region that its conditions name. */
    Region samplingRegion(int region) {
        return samplingRegions.get(region);
    }

    /** Points of one region by {@code sampler}. */
    public RegionPoints draw(int region, Sampler sampler, int n, RandomStream stream) {
        Args.given(sampler, "sampler", stream, "stream");
        Args.index(region, regions.size(), "region");
        return at(region, sample(region, sampler, n, stream));
    }

    /**
     * Points of one region by {@code sampler}, as they are.
     * @throws IllegalArgumentException naming sampler and condition, where the sampler throws one
     * @throws IllegalStateException likewise, where it throws anything else
     */
    PointSet sample(int region, Sampler sampler, int n, RandomStream stream) {
        try {
            return sampler.sample(design.place(), samplingRegions.get(region), n, stream);
        } catch (IllegalArgumentException e) { // too few points, too many dimensions, coordinates that are none
            throw new IllegalArgumentException(at(region, sampler) + ": " + e.getMessage(), e);
        } catch (Throwable e) {
            throw new IllegalStateException(at(region, sampler) + " threw " + Thrown.words(e), e);
        }
    }

    private String at(int region, Sampler sampler) {
        return "sampler %s at the points of condition '%s'"
                .formatted(
                        sampler.name(), regions.get(region).conditions().get(0).name());
    }

    /** The given points, prepared for the equations of one region. */
    public RegionPoints at(int region, PointSet points) {
        Args.given(points, "points");
        Args.index(region, regions.size(), "region");
        return at(region, points, Optional.empty());
    }

    /** @param shares of the points in ranges, if they are known already */
    RegionPoints at(int region, PointSet points, Optional<Shares> shares) {
        return new RegionPoints(regions.get(region), ansatz.axes(), points, shares, workers);
    }

    /** Start values of the trainable coefficients, as the optimiser sees them. */
    public double[] initialCoefficients() {
        return initialCoefficients(problem);
    }

    /** Those of a problem. */
    public static double[] initialCoefficients(Problem of) {
        Args.given(of, "of");
        return of.parameters().stream().mapToDouble(p -> p.unbounded(p.start())).toArray();
    }
}
