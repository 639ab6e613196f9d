package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.pde.symbol.HalfPlanes;
import org.pinn4j.random.RandomStream;

/**
 * What the blocks of a system ask for on the ends of one axis, place by place: at seeded points of both ends and about seeded
 * states, other ones at each end, which satisfy the conditions there. Where the numbers differ from state to state, only what
 * all of them say is certain.
 */
final class Asking {
    private static final int STATES = 4;
    /** Where all states are alike: other frequencies. */
    private static final int ALIKE = 2;

    private static final int IN = 0;
    private static final int LOW = 1;
    private static final int HIGH = 2;

    private final EquationSystem system;
    private final Reading reading;
    private final List<Axis> axes;
    private final List<Axis> extents;
    private final Axis axis;
    private final Running running;
    private final List<EndStates> ends;

    /** @param reading for the direction of time: from the conditions on its ends */
    Asking(EquationSystem system, Reading reading, Axis axis) {
        this.system = system;
        this.reading = reading;
        this.axes = reading.problem().axes();
        this.extents = axes.stream().map(reading.problem().domain()::extent).toList();
        this.axis = axis;
        this.running = system.running;
        this.ends = axis.ends() instanceof Region.Face f
                ? f.single().stream().map(e -> new EndStates(axes, on(e))).toList()
                : List.of();
    }

    private List<Clause> on(Region.Face end) {
        return axis.isTime()
                ? List.of()
                : reading.clauses().stream()
                        .filter(c -> Given.stands(reading, c, end))
                        .toList();
    }

    /** What each block asks for at a place. @param place [axes] @param random for the states */
    List<Ask> at(double[] place, RandomStream random) {
        HalfPlanes[][] least = null;
        HalfPlanes[][] most = null;
        for (int k = 0; k < (system.linear.nonlinear() ? STATES : ALIKE); k++) {
            HalfPlanes[][] sample = sample(place, random, k);
            least = least == null ? sample : joined(least, sample, false);
            most = most == null ? sample : joined(most, sample, true);
        }
        List<Ask> asks = new ArrayList<>();
        for (int b = 0; b < least.length; b++) {
            asks.add(ask(system.dependence.blocks().get(b), least[b], most[b]));
        }
        return asks;
    }

    private static HalfPlanes[][] joined(HalfPlanes[][] a, HalfPlanes[][] b, boolean larger) {
        return IntStream.range(0, a.length)
                .mapToObj(i -> IntStream.range(0, a[i].length)
                        .mapToObj(j -> larger ? a[i][j].most(b[i][j]) : a[i][j].least(b[i][j]))
                        .toArray(HalfPlanes[]::new))
                .toArray(HalfPlanes[][]::new);
    }

    /** By block, the modes inside, on the lower end and on the upper one. */
    private HalfPlanes[][] sample(double[] place, RandomStream random, int k) {
        int a = axes.indexOf(axis);
        RandomStream own = random.substream("sample " + k);
        RandomStream pair = random.substream("states " + k / 2);
        int sign = k % 2 == 0 ? 1 : -1;
        double[] direction = new double[axes.size()];
        direction[a] = 1;
        Symbol still = symbol(direction, running.time(axis), own);
        Symbol moving = symbol(direction, running.in(axis), own);
        double[] inside = coefficients(place, List.of(), pair.substream("inside"), sign);
        double[][] all = {inside, end(place, 0, direction, pair, sign), end(place, 1, direction, pair, sign)};
        return system.dependence.blocks().stream()
                .map(block -> IntStream.range(0, all.length)
                        .mapToObj(e -> modes(still, moving, block, all[e], inside))
                        .map(m -> Symbol.ordinary(system, block, a) ? m.slowed() : m)
                        .toArray(HalfPlanes[]::new))
                .toArray(HalfPlanes[][]::new);
    }

    private Symbol symbol(double[] direction, int[] runs, RandomStream random) {
        return Symbol.of(system, extents, direction, runs, random.substream("frequencies"));
    }

    /** Steady waves have no direction of their own; the conditions may give them one. */
    private HalfPlanes modes(Symbol still, Symbol moving, int[] block, double[] at, double[] inside) {
        if (axis.isTime() || running.open()) {
            return still.degree(block, at, inside);
        }
        HalfPlanes modes = still.modes(block, at, inside);
        return modes.undecided() == 0 ? modes : moving.modes(block, at, inside);
    }

    private double[] end(double[] place, int end, double[] normal, RandomStream random, int sign) {
        Region.Face face = ((Region.Face) axis.ends()).single().get(end);
        double[] point = Given.moved(reading, place, face);
        List<Linear> known = new ArrayList<>(ends.get(end).at(point, normal));
        known.addAll(running.initial(point));
        return coefficients(point, known, random.substream("end " + end), sign);
    }

    private double[] coefficients(double[] point, List<Linear> known, RandomStream random, int sign) {
        return system.linear.at(point, EndStates.draw(system.linear.states(), axes, point, known, random, sign));
    }

    private Ask ask(int[] block, HalfPlanes[] least, HalfPlanes[] most) {
        int inside = most[IN].total();
        int both = Math.max(0, least[LOW].total() + least[HIGH].total() - inside);
        if (axis.isTime()) {
            int either = Math.min(least[IN].total(), least[running.forward() ? LOW : HIGH].total());
            return new Ask(block, 0, 0, either, 0, inside);
        }
        if (running.open()) {
            return new Ask(block, 0, 0, both, 0, inside);
        }
        // less by what an end that takes no condition takes none of, as r = 0 in r² u_rr + r u_r
        int slow = Math.max(0, least[LOW].slow() + least[HIGH].slow() - most[IN].slow());
        int waves = Math.min(least[IN].undecided(), Math.min(least[LOW].undecided(), least[HIGH].undecided()));
        boolean certain = Symbol.constant(system, block);
        int ends = most[LOW].left() + most[HIGH].right() + slow;
        return new Ask(
                block,
                least[LOW].left(),
                least[HIGH].right(),
                slow + (certain ? waves : 0),
                certain ? 0 : waves,
                Math.max(inside, ends));
    }
}
