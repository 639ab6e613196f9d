package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.pde.Evolution;
import org.pinn4j.pde.Problem;
import org.pinn4j.periodic.March;
import org.pinn4j.periodic.WaveSlab;

/**
 * Evolutions whose space axes are all periodic, by their structure: see {@link org.pinn4j.periodic.March}. What it finds are
 * networks like those of any other direct solve, judged as these are, by as many points in all.
 */
final class PeriodicMarch {
    private final Slabs slabs;
    private final Evolution evolution;
    private final Means means;
    private final double tolerance;
    private final WaveNetworks networks;
    private final Effort effort;
    private final List<Candidate> done = new ArrayList<>();
    private final Candidate unsolved; // features of waves alone, as those of slabs, on the rest of time

    private PeriodicMarch(
            Slabs slabs,
            WaveNetworks networks,
            Evolution evolution,
            Bandwidths least,
            Means means,
            double tolerance,
            Effort effort) {
        this.unsolved = new CandidateSolve(slabs.whole(), means, effort).unsolved(least);
        this.slabs = slabs;
        this.networks = networks;
        this.evolution = evolution;
        this.means = means;
        this.tolerance = tolerance;
        this.effort = effort;
    }

    /** Empty where the statement is no such evolution, or networks see more than phases and time. */
    static Optional<PeriodicMarch> of(
            Problem problem, Slabs slabs, Bandwidths least, Means means, double tolerance, Effort effort) {
        return Evolution.of(problem)
                .flatMap(e -> WaveNetworks.of(slabs.whole().design(), e.fields(), e.space(), slabs.input())
                        .map(n -> new PeriodicMarch(slabs, n, e, least, means, tolerance, effort)));
    }

    private org.pinn4j.periodic.Watch watch() {
        return new org.pinn4j.periodic.Watch() {
            @Override
            public boolean over() {
                return effort.over();
            }

            @Override
            public void iterated(double change, double operations) {
                effort.iterate(operations);
                effort.tell(change * change / 2, best());
            }
        };
    }

    /**
     * All slabs, or those up to the end of the budget and fields that are zero after them.
     * @param before a solution of a neighbouring statement to begin with; may be none
     */
    Candidate solve(List<Stretch> before) {
        done.clear();
        List<WaveSlab> known = before.stream()
                .flatMap(s -> networks.slab(s, window(s.from(), s.to())).stream())
                .toList();
        March march = new March(evolution, means.algebra(), tolerance, known, watch());
        for (Optional<WaveSlab> slab = march.next(); slab.isPresent(); slab = march.next()) {
            done.add(judged(slab.get()));
            effort.judged(best());
        }
        return best();
    }

    /** Whether all of time was solved, and not only some of it. */
    boolean complete() {
        return !done.isEmpty() && last().to() >= slabs.end();
    }

    private Stretch last() {
        return done.get(done.size() - 1).first();
    }

    private Candidate best() {
        return done.isEmpty() ? unsolved : Joined.of(slabs, done, unsolved);
    }

    private Candidate judged(WaveSlab slab) {
        Ground ground =
                done.isEmpty() ? slabs.first(slab.to(), Layers.NONE) : slabs.after(last(), slab.to(), Layers.NONE);
        Judge judge = ground.judge().thinned((slab.to() - slab.from()) / slabs.length());
        Ansatz ansatz = Basis.features(ground.design(), slab.features());
        double[] theta = networks.theta(ansatz, slab, window(slab.from(), slab.to()));
        ResidualObjective relative = judge.relative(judge.compiled(ansatz));
        double figure = judge.figure(relative, theta);
        double zero = judge.zeroFigure();
        return new Candidate(
                List.of(new Stretch(slab.from(), slab.to(), ansatz, theta)),
                figure,
                zero > 0 ? OptionalDouble.of(figure / zero) : OptionalDouble.empty(),
                () -> rounding(slab, judge),
                relative.points(),
                slab.description());
    }

    private Window window(double from, double to) {
        double middle = slabs.start() + slabs.end();
        return new Window(slabs.input(), (from + to - middle) / slabs.length(), (to - from) / slabs.length());
    }

    /** By the linear part, which is what has the highest derivatives; equations are the conditions of the first region. */
    private double rounding(WaveSlab slab, Judge judge) {
        double sum = 0;
        for (int i = 0; i < evolution.fields().size(); i++) {
            sum += Math.pow(slab.rounding()[i] / judge.size(0, i), 2);
        }
        return Math.sqrt(sum);
    }
}
