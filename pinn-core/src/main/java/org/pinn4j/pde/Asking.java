package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.pde.symbol.HalfPlanes;
import org.pinn4j.random.RandomStream;

/**
 * What the blocks of a system ask for on the ends of one axis, at seeded points of its ends and about seeded states: where a
 * coefficient varies or the equations are nonlinear, the numbers may differ from sample to sample, and only what every sample
 * says is certain.
 */
final class Asking {
    private static final int SAMPLES = 4;
    private static final HalfPlanes NONE = new HalfPlanes(0, 0, 0);

    private final EquationSystem system;
    private final List<Axis> axes;
    private final Domain domain;
    private final int axis;
    private final boolean forward;
    private final boolean open;

    /** @param reading for the direction of time: from the conditions on its ends */
    Asking(EquationSystem system, Reading reading, Axis axis) {
        this.system = system;
        this.domain = reading.problem().domain();
        this.axes = domain.axes();
        this.axis = axes.indexOf(axis);
        boolean start = reading.initial().stream().anyMatch(c -> onTime(c, Region.Side.MIN));
        boolean end = reading.initial().stream().anyMatch(c -> onTime(c, Region.Side.MAX));
        this.forward = start || !end;
        this.open = start && end;
    }

    private static boolean onTime(Condition c, Region.Side side) {
        return c.region().whole().face().orElseThrow().single().stream().anyMatch(f -> f.side() == side);
    }

    /** By sample, the ask of each block. */
    List<List<Ask>> samples() {
        RandomStream random = RandomStream.of(1, "conditions counted")
                .substream(axes.get(axis).name());
        List<List<Ask>> samples = new ArrayList<>();
        for (int k = 0; k < SAMPLES; k++) {
            samples.add(sample(random.substream("sample " + k)));
        }
        return samples;
    }

    private List<Ask> sample(RandomStream random) {
        double[] inside = axes.stream()
                .map(domain::extent)
                .mapToDouble(a -> a.min() + a.length() * random.nextOpenDouble())
                .toArray();
        Symbol symbol = new Symbol(system, axes, axis, forward, random);
        double[] middle = coefficients(inside, random);
        double[] low = coefficients(moved(inside, axes.get(axis).min()), random);
        double[] high = coefficients(moved(inside, axes.get(axis).max()), random);
        List<Ask> asks = new ArrayList<>();
        for (int[] block : system.dependence.blocks()) {
            HalfPlanes in = or(symbol.modes(block, middle, middle));
            asks.add(ask(
                    block,
                    symbol.ordinary(block),
                    in,
                    or(symbol.modes(block, low, middle)),
                    or(symbol.modes(block, high, middle))));
        }
        return asks;
    }

    private static HalfPlanes or(HalfPlanes modes) {
        return modes == null ? NONE : modes;
    }

    private double[] moved(double[] point, double to) {
        double[] moved = point.clone();
        moved[axis] = to;
        return moved;
    }

    /** About the same state wherever the point; code that fails on an end says nothing there. */
    private double[] coefficients(double[] point, RandomStream random) {
        try {
            return system.linear.at(point, random.substream("state"));
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            double[] unknown = new double[system.linear.terms().size()];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
    }

    private Ask ask(int[] block, boolean ordinary, HalfPlanes in, HalfPlanes low, HalfPlanes high) {
        if (axes.get(axis).isTime()) {
            return new Ask(block, 0, 0, Math.min(in.total(), forward ? low.total() : high.total()), in.total());
        }
        if (ordinary
                || open) { // less by what an end that takes no condition takes none of, as r = 0 in r² u_rr + r u_r
            return new Ask(block, 0, 0, Math.max(0, low.total() + high.total() - in.total()), in.total());
        }
        boolean alike = low.equals(high);
        return new Ask(
                block,
                low.left(),
                high.right(),
                alike ? low.undecided() : 0,
                Math.max(in.total(), low.left() + high.right()));
    }
}
