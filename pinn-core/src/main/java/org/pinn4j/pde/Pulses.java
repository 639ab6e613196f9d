package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;

/**
 * The pulses in what a statement knows by the coordinates: sources, coefficients and data. Looked at along each axis on a few
 * seeded lines, and on lines through where arguments of the function vanish or turn, so that a peak in two axes is met too.
 * <p>Cost: {@value #SAMPLES} values of a function and axis, and some ten thousand about its peaks, of functions that may be narrow;
 * milliseconds each. One known by code alone is seen down to that spacing; of a formula every scale is.
 */
public final class Pulses {
    private static final int SAMPLES = 20_000;
    /** On every line but the first along an axis. */
    private static final int FEWER_SAMPLES = 2048;

    private static final int LINES = 3;
    /** Through the peaks of another axis. */
    private static final int PEAKS = 4;

    private final Domain domain;
    private final List<Axis> axes;
    private final List<Pulse> found = new ArrayList<>();

    private Pulses(Domain domain) {
        this.domain = domain;
        this.axes = domain.axes();
    }

    /** Those of all equations and conditions. */
    public static List<Pulse> of(Problem problem) {
        Args.given(problem, "problem");
        Set<List<Object>> seen = new HashSet<>();
        List<Pulse> all = new ArrayList<>();
        for (Clause clause : Many.clauses(Reading.of(problem))) {
            if (clause.part().data().isEmpty()) {
                all.addAll(of(problem, clause, seen));
            }
        }
        return List.copyOf(all);
    }

    /** @param seen what was looked at, on which part; overwritten */
    static List<Pulse> of(Problem problem, Clause clause, Set<List<Object>> seen) {
        Pulses pulses = new Pulses(problem.domain());
        for (Expr e : KnownParts.of(clause.residual())) {
            if (seen.add(List.of(e, clause.part().face()))) {
                pulses.function(e, clause);
            }
        }
        return pulses.found;
    }

    private void function(Expr e, Clause clause) {
        Lines lines = new Lines(domain, clause);
        List<Axis> moving = lines.moving(e);
        RandomStream random = RandomStream.of(1, "pulses");
        for (int line = 0; line < (moving.size() > 1 ? LINES : 1); line++) {
            double[] base = lines.base(random);
            for (Axis along : moving) {
                line(e, along, base, line == 0 ? SAMPLES : FEWER_SAMPLES);
                if (line == 0 && moving.size() > 1) {
                    through(e, along, base, moving);
                }
            }
        }
    }

    private void through(Expr e, Axis along, double[] base, List<Axis> moving) {
        PulseSearch search = new PulseSearch(e, axes, along, base, 1);
        List<Double> places = search.narrow() ? search.candidates() : List.of();
        places.stream()
                .filter(c -> along.min() < c && c < along.max())
                .limit(PEAKS)
                .forEach(c -> {
                    double[] there = base.clone();
                    there[axes.indexOf(along)] = c;
                    moving.stream().filter(a -> !a.equals(along)).forEach(a -> line(e, a, there, FEWER_SAMPLES));
                });
    }

    private void line(Expr e, Axis along, double[] base, int samples) {
        List<Pulse> here = new PulseSearch(e, axes, along, base, samples).found();
        List<Pulse> before = found.stream()
                .filter(p -> p.function().equals(e) && p.axis().equals(along))
                .toList();
        boolean moved = !before.isEmpty()
                && here.stream()
                        .anyMatch(p ->
                                before.stream().noneMatch(b -> Math.abs(b.at() - p.at()) <= b.width() + p.width()));
        here.forEach(p -> PulseSearch.merge(found, p));
        if (moved) {
            found.replaceAll(p -> p.function().equals(e) && p.axis().equals(along) ? p.moving() : p);
        }
    }
}
