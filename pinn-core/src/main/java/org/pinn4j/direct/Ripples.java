package org.pinn4j.direct;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Features;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.RegionProgram;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.loss.TiledPoints;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

/**
 * How fast what a statement gives goes up and down: the wave number, root mean square, of the residuals of zero fields, which are
 * its sources and data, along each input. A solution has the waves of its source, and features of a smaller bandwidth do not carry
 * it: where these waves are more than the first, small number of features carries, the search begins with the bandwidths and the
 * number that they need. A search that began below would see the same figure, that of zero fields, whatever it tries.
 */
final class Ripples {
    private static final int POINTS = 512; // for each axis
    private static final double NEAR = 1e-3; // of an axis' length, for a difference
    private static final double SPARE = 1.2; // above the root mean square wave number
    private static final double LEAST = 6; // functions along an input
    private static final double NARROWEST_MARGIN = 1.75;

    private final Judge judge;
    private final AnsatzDesign design;
    private final Problem problem;
    private final RandomStream random;

    Ripples(Problem problem, AnsatzDesign design, Judge judge, RandomStream random) {
        this.problem = problem;
        this.design = design;
        this.judge = judge;
        this.random = random;
    }

    /** Bandwidths that carry the sources, as many features as they take; those given where these do, or nothing affordable does. */
    Bandwidths carriedBy(Bandwidths first, int most) {
        List<Axis> axes = problem.axes();
        boolean plain = design.features()
                .equals(axes.stream()
                        .map(a -> Features.scaled(a, a.min(), a.max()))
                        .toList());
        if (!plain || !first.layers().isEmpty() || !problem.parameters().isEmpty()) {
            return first;
        }
        double[] functions =
                Arrays.stream(waves()).map(k -> SPARE * k * first.margin()).toArray();
        double even = Math.pow(first.features(), 1.0 / axes.size());
        boolean told = Arrays.stream(functions).allMatch(Double::isFinite); // not of sources whose squares overflow
        if (!told || Arrays.stream(functions).allMatch(n -> n <= even)) {
            return first;
        }
        double[] each = Arrays.stream(functions).map(n -> Math.max(LEAST, n)).toArray();
        double all = Arrays.stream(each).reduce(1, (a, b) -> a * b);
        double margin = first.margin() * Math.min(1, Math.pow(most / all, 1.0 / each.length));
        double mean = Math.pow(all, 1.0 / each.length);
        double[] shape = Arrays.stream(each).map(n -> n / mean).toArray();
        int features = (int) Math.ceil(Math.min(most, Math.max(first.features(), all)));
        return margin < NARROWEST_MARGIN ? first : new Bandwidths(features, shape, margin, first.layers());
    }

    /** By axis, of half its length: [axes]. */
    private double[] waves() {
        CompiledProblem probe = judge.compiled(Basis.features(design, 1));
        double[] largest = new double[problem.axes().size()];
        for (int k = 0; k < probe.regions().size(); k++) {
            RegionProgram region = probe.regions().get(k);
            if (region.region().isInterior()) {
                PointSet points = probe.draw(k, new Sobol(), POINTS * largest.length, random.substream("region " + k))
                        .points();
                for (int a = 0; a < largest.length; a++) {
                    largest[a] = Math.max(largest[a], wave(probe, k, points, a));
                }
            }
        }
        return largest;
    }

    private double wave(CompiledProblem probe, int region, PointSet points, int axis) {
        if (points.hasData()) {
            return 0;
        }
        Axis along = problem.axes().get(axis);
        double step = NEAR * along.length();
        double[] x = points.coordinates();
        for (int i = axis * points.count(); i < (axis + 1) * points.count(); i++) {
            x[i] += x[i] + step > along.max() ? -step : step;
        }
        double[] here = sources(probe, region, points);
        double[] there = sources(probe, region, PointSet.of(points.dimension(), x));
        double changes = 0;
        double squares = 0;
        for (int i = 0; i < here.length; i++) {
            boolean known = Double.isFinite(here[i]) && Double.isFinite(there[i]);
            changes += known ? (there[i] - here[i]) * (there[i] - here[i]) : 0;
            squares += known ? here[i] * here[i] : 0;
        }
        return squares == 0 ? 0 : Math.sqrt(changes / squares) / step * along.length() / 2;
    }

    /** The residuals of zero fields in one region. */
    private double[] sources(CompiledProblem probe, int region, PointSet points) {
        ResidualObjective objective = probe.objective();
        objective.setPoints(IntStream.range(0, probe.regions().size())
                .mapToObj(k -> k == region ? probe.at(k, points) : probe.draw(k, new Sobol(), 1, random))
                .toList());
        double[] rows = new double[objective.rows()];
        objective.residuals(new double[objective.parameters()], rows);
        TiledPoints tiled = objective.tiled();
        double[] own = new double[rows.length];
        int at = 0;
        int found = 0;
        for (int t = 0; t < tiled.tiles(); t++) {
            boolean here = tiled.tile(t).region() == region;
            for (int i = 0; i < tiled.height(t); i++, at++) {
                if (here) {
                    own[found++] = rows[at];
                }
            }
        }
        return Arrays.copyOf(own, found);
    }
}
