package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

/**
 * The steep places of a state at one time, along every axis of space that features see as it is. With more axes of space than one
 * the state is looked at on a few lines; a front that lies across the axes shows another place on each, and many are none.
 * Immutable.
 */
final class Steepness {
    private static final int LINES = 4;
    private static final int MOST = 4;

    private final AnsatzDesign design;
    private final List<Axis> circles; // on which a stretched input would not close
    private final Axis time;
    private final List<Axis> axes;
    private final PointSet bases; // a point of each line

    Steepness(AnsatzDesign design, List<Axis> circles, Axis time, RandomStream stream) {
        this.design = design;
        this.circles = circles;
        this.time = time;
        this.axes = design.place().axes();
        int lines = axes.stream().filter(a -> !a.isTime()).count() > 1 ? LINES : 1;
        this.bases = new Sobol().sample(design.place(), Region.interior(), lines, stream);
    }

    /** @param state values of what it consists of, [states][points] */
    List<Place> of(double at, Function<PointSet, double[][]> state) {
        List<Place> all = new ArrayList<>();
        for (Axis a : axes) {
            if (a.isSpace() && design.place().hasEnds(a) && Layers.isFree(design, a) && !circles.contains(a)) {
                List<Place> along = along(a, at, state);
                all.addAll(along.size() > MOST ? List.of() : along);
            }
        }
        return all;
    }

    private List<Place> along(Axis axis, double at, Function<PointSet, double[][]> state) {
        List<Place> all = new ArrayList<>();
        for (int line = 0; line < bases.count(); line++) {
            double[] base = bases.point(line);
            base[axes.indexOf(time)] = at;
            int states = state.apply(PointSet.of(base.length, base)).length;
            for (int k = 0; k < states; k++) {
                int which = k;
                Profile.of(axis, x -> state.apply(on(base, axis, x))[which])
                        .places()
                        .forEach(p -> merge(all, p));
            }
        }
        return all;
    }

    private PointSet on(double[] base, Axis axis, double[] x) {
        int n = x.length;
        double[] all = new double[base.length * n];
        for (int a = 0; a < base.length; a++) {
            for (int i = 0; i < n; i++) {
                all[a * n + i] = axes.get(a).equals(axis) ? x[i] : base[a];
            }
        }
        return PointSet.of(base.length, all);
    }

    /** Of two places within the wider one's width the narrower stays. */
    private static void merge(List<Place> all, Place p) {
        for (int k = 0; k < all.size(); k++) {
            Place q = all.get(k);
            if (Math.abs(p.at() - q.at()) < Math.max(p.width(), q.width())) {
                all.set(k, p.width() < q.width() ? p : q);
                return;
            }
        }
        all.add(p);
        all.sort(Comparator.comparingDouble(Place::at));
    }
}
