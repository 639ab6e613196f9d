package org.pinn4j.pde;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The axes along which the solution runs from one end to the other: time, from its start unless its conditions stand on its end
 * alone, and beside steady waves an axis of space whose conditions all stand on one end.
 */
final class Running {
    private final List<Axis> axes;
    private final boolean start;
    private final boolean end;
    private final int[] oneSided;
    private final EndStates first;

    Running(EquationSystem system, Reading reading) {
        this.axes = reading.problem().axes();
        this.start = reading.initial().stream().anyMatch(c -> onTime(c, Region.Side.MIN));
        this.end = reading.initial().stream().anyMatch(c -> onTime(c, Region.Side.MAX));
        boolean steady = axes.stream().noneMatch(Axis::isTime);
        this.oneSided = axes.stream()
                .mapToInt(a -> steady && a.isSpace() && !reading.periodic().contains(a) ? side(system, reading, a) : 0)
                .toArray();
        this.first = new EndStates(
                axes,
                reading.clauses().stream()
                        .filter(c -> c.part().whole().isEndOfTime())
                        .filter(c -> Reading.ends(reading.problem(), c.part().whole())
                                .contains(origin()))
                        .toList());
    }

    private static boolean onTime(Condition c, Region.Side side) {
        return c.region().whole().face().orElseThrow().single().stream().anyMatch(f -> f.side() == side);
    }

    private static int side(EquationSystem system, Reading reading, Axis axis) {
        List<Given> given = Given.on(reading, axis).stream()
                .filter(g -> g.at(Region.Side.BOTH).stream().anyMatch(system.fields::contains))
                .toList();
        boolean low = given.stream().anyMatch(g -> !g.atMin().isEmpty());
        boolean high = given.stream().anyMatch(g -> !g.atMax().isEmpty());
        return low == high ? 0 : low ? 1 : -1;
    }

    private int clock() {
        return IntStream.range(0, axes.size())
                .filter(a -> axes.get(a).isTime())
                .findFirst()
                .orElse(-1);
    }

    boolean forward() {
        return start || !end;
    }

    /** Whether conditions stand on both ends of time, so that it runs neither way. */
    boolean open() {
        return start && end;
    }

    /** By axis, which way it runs: time alone. */
    int[] time() {
        return axes.stream().mapToInt(a -> a.isTime() ? forward() ? 1 : -1 : 0).toArray();
    }

    /** The same beside another axis. */
    int[] time(Axis beside) {
        int[] runs = time();
        runs[axes.indexOf(beside)] = 0;
        return runs;
    }

    /** The same with axes of space that do. */
    int[] in(Axis beside) {
        int[] runs = time(beside);
        for (int a = 0; a < runs.length; a++) {
            runs[a] += axes.get(a).equals(beside) ? 0 : oneSided[a];
        }
        return runs;
    }

    /** The end of time at which the solution starts. */
    Region.Face origin() {
        return new Region.Face(axes.get(clock()), forward() ? Region.Side.MIN : Region.Side.MAX);
    }

    /** What the conditions there say at a point; nothing elsewhere. */
    List<Linear> initial(double[] point) {
        int time = clock();
        if (time < 0 || open() || point[time] != origin().coordinate()) {
            return List.of();
        }
        double[] normal = new double[point.length];
        normal[time] = 1;
        return first.at(point, normal);
    }
}
