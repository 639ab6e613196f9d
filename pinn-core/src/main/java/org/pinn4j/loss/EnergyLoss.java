package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Blas;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Energy;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.QuadraturePoints;
import org.pinn4j.sampling.Sampler;

/**
 * The loss of the deep Ritz method: an energy by quadrature at fixed points, or at points drawn afresh at every step.
 * Source: E and Yu, Commun. Math. Stat. 6 (2018) 1.
 */
public final class EnergyLoss implements Loss {
    private final EnergyObjective objective;
    private final Domain place;
    private final List<Region> regions;
    private final int[] counts;
    private final Optional<Sampler> law;
    private final RandomStream stream;
    private String rule = "";

    /**
     * @param problem whose ansatz and place hold
     * @param energies what is minimised, their regions on the place of the design
     * @param penalties with points and weights
     * @param counts points by energy
     * @param edges by axis, where cells have to have edges
     * @param law of points drawn at every step; empty for fixed quadrature
     * @param thetas parameters whose energy tells its size
     */
    public EnergyLoss(
            CompiledProblem problem,
            List<Energy> energies,
            Optional<ResidualObjective> penalties,
            int[] counts,
            List<double[]> edges,
            Optional<Sampler> law,
            RandomStream stream,
            Workers workers,
            Blas blas,
            double[]... thetas) {
        Args.given(problem, "problem", penalties, "penalties");
        Args.list(energies, "energies");
        Args.list(edges, "edges");
        Args.given(counts, "counts", law, "law");
        Args.given(stream, "stream", workers, "workers");
        Args.given(blas, "blas");
        Args.array(thetas, "thetas");
        Args.atLeast(1, energies.size(), "energies");
        if (counts.length != energies.size()
                || edges.size() != problem.ansatz().axes().size()) {
            throw new IllegalArgumentException(
                    "counts and edges: need one for each of %d energies and %d axes, got %d and %d"
                            .formatted(energies.size(), problem.ansatz().axes().size(), counts.length, edges.size()));
        }
        this.place = problem.design().place();
        this.regions = energies.stream().map(Energy::region).toList();
        this.counts = counts.clone();
        this.law = law;
        this.stream = stream;
        this.objective = new EnergyObjective(
                new WeightedRows(
                        problem.ansatz(),
                        energies.stream()
                                .map(e -> List.of(
                                        e.density().equalTo(0).on(e.region()).named("energy")))
                                .toList(),
                        problem.problem().parameters(),
                        workers,
                        blas),
                penalties);
        draw(0, edges);
        objective.sizeAt(thetas);
    }

    private void draw(int step, List<double[]> edges) {
        List<PointSet> points = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            RandomStream own = stream.substream("step " + step + " energy " + k);
            QuadraturePoints q = law.isPresent()
                    ? QuadraturePoints.drawn(place, regions.get(k), counts[k], law.get(), own)
                    : QuadraturePoints.gauss(place, regions.get(k), counts[k], edges, own);
            points.add(q.points());
            weights.add(q.weights());
            rule = k == 0 ? q.toString() : rule;
        }
        objective.setPoints(points, weights);
    }

    @Override
    public EnergyObjective objective() {
        return objective;
    }

    @Override
    public int points() {
        return objective.points();
    }

    @Override
    public boolean advance(int step, double[] theta) {
        Args.given(theta, "theta");
        law.ifPresent(l -> draw(step, List.of()));
        return law.isPresent();
    }

    @Override
    public boolean isFresh() {
        return law.isPresent();
    }

    @Override
    public String describe() {
        return "an energy at %s (%s%s)"
                .formatted(
                        Names.count(points(), "point"), rule, isFresh() ? ", drawn afresh at every step" : ", fixed");
    }
}
