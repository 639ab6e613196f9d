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
    private final Problem problem;
    private final Means means;
    private final double tolerance;
    private final Effort effort;
    private final Candidate unsolved;
    private final List<Candidate> done = new ArrayList<>();

    private PeriodicMarch(
            Slabs slabs, Evolution evolution, Means means, double tolerance, Effort effort, Candidate unsolved) {
        this.slabs = slabs;
        this.evolution = evolution;
        this.problem = evolution.problem();
        this.means = means;
        this.tolerance = tolerance;
        this.effort = effort;
        this.unsolved = unsolved;
    }

    /** Empty where the statement is no such evolution, or networks see more than phases and time. */
    static Optional<PeriodicMarch> of(
            Problem problem, Slabs slabs, Means means, double tolerance, Effort effort, Candidate unsolved) {
        return Evolution.of(problem)
                .filter(e -> networks(slabs, e).fit())
                .filter(e -> March.of(e, means.algebra(), tolerance, watch(effort, () -> unsolved))
                        .isPresent())
                .map(e -> new PeriodicMarch(slabs, e, means, tolerance, effort, unsolved));
    }

    private static WaveNetworks networks(Slabs slabs, Evolution e) {
        return WaveNetworks.of(slabs.whole().design(), e.fields(), e.space(), slabs.input());
    }

    private static org.pinn4j.periodic.Watch watch(Effort effort, java.util.function.Supplier<Candidate> best) {
        return new org.pinn4j.periodic.Watch() {
            @Override
            public boolean over() {
                return effort.over();
            }

            @Override
            public void iterated(double change, double operations) {
                effort.iterate(operations);
                effort.tell(change * change / 2, best.get());
            }
        };
    }

    /** All slabs, or those up to the end of the budget and zero fields after them. */
    Candidate solve() {
        done.clear();
        March march = March.of(evolution, means.algebra(), tolerance, watch(effort, this::best))
                .orElseThrow();
        for (Optional<WaveSlab> slab = march.next(); slab.isPresent(); slab = march.next()) {
            done.add(judged(slab.get()));
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
        Ground ground = done.isEmpty() ? slabs.first(slab.to()) : slabs.after(last(), slab.to());
        Judge judge = ground.judge().thinned((slab.to() - slab.from()) / slabs.length());
        Ansatz ansatz = Basis.features(ground.design(), slab.features());
        double[] theta = networks(slabs, evolution).theta(ansatz, slab, window(slab));
        ResidualObjective relative = judge.relative(judge.compiled(ansatz));
        double figure = judge.figure(relative, theta);
        double zero = judge.zeroFigure();
        return new Candidate(
                List.of(new Stretch(slab.from(), slab.to(), ansatz, theta)),
                figure,
                zero > 0 ? OptionalDouble.of(figure / zero) : OptionalDouble.empty(),
                rounding(slab, judge),
                relative.points(),
                slab.description());
    }

    private Window window(WaveSlab slab) {
        double middle = slabs.start() + slabs.end();
        return new Window(
                slabs.input(),
                (slab.from() + slab.to() - middle) / slabs.length(),
                (slab.to() - slab.from()) / slabs.length());
    }

    /** By the linear part, which is what has the highest derivatives; equations are the conditions of the first region. */
    private double rounding(WaveSlab slab, Judge judge) {
        double sum = 0;
        for (int i = 0; i < problem.fields().size(); i++) {
            sum += Math.pow(slab.rounding()[i] / judge.size(0, i), 2);
        }
        return Math.sqrt(sum);
    }
}
