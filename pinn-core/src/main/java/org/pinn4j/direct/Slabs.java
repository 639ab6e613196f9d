package org.pinn4j.direct;

import java.util.List;
import java.util.Optional;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Features;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;

/**
 * The slabs that the time of a statement may be cut into: each begins with the state at the end of the one before. Immutable.
 */
final class Slabs {
    private final Axis time;
    private final Reading reading;
    private final Ground whole;
    private final Means means;
    private final int input;
    private final Steepness steepness;

    private Slabs(Axis time, Reading reading, Ground whole, Means means) {
        this.time = time;
        this.reading = reading;
        this.whole = new Ground(
                whole.design(),
                whole.judge(),
                Window.whole(),
                Optional.empty(),
                Optional.of(given(reading, time)),
                time.min(),
                time.max());
        this.means = means;
        this.input = input(whole.design(), time);
        this.steepness = new Steepness(
                whole.design(),
                reading.problem().declaredPeriodic(),
                time,
                means.random().substream("steepness"));
    }

    private static int input(AnsatzDesign design, Axis time) {
        return design.features().indexOf(Features.scaled(time, time.min(), time.max()));
    }

    /**
     * Empty unless the statement is an initial value problem: every field has time among its axes, the state at the start is
     * given and nothing is said of the end, and no reading belongs to any time in particular.
     */
    static Optional<Slabs> of(Problem problem, Ground whole, Means means) {
        Reading reading = Reading.of(problem);
        return problem.time()
                .filter(Axis::isBounded)
                .filter(t -> reading.data().isEmpty())
                .filter(t -> reading.fields().stream().allMatch(f -> f.axes().contains(t)))
                .filter(t -> startsAlone(reading, t))
                .filter(t -> input(whole.design(), t) >= 0)
                .map(t -> new Slabs(t, reading, whole, means));
    }

    private static boolean startsAlone(Reading reading, Axis time) {
        int given = reading.clausesOn(time, Region.Side.MIN).size();
        int needed = Edge.states(reading, time).size();
        boolean terminal = reading.problem().conditions().stream()
                .anyMatch(c -> c.region().isEndOf(time) && !c.region().equals(new Region.Face(time, Region.Side.MIN)));
        return needed > 0 && given >= needed && !terminal;
    }

    private List<Axis> axes() {
        return reading.problem().axes();
    }

    double start() {
        return time.min();
    }

    double end() {
        return time.max();
    }

    double length() {
        return time.length();
    }

    /** Inputs of the networks. */
    int inputs() {
        return whole.design().features().size();
    }

    /** The one that is time. */
    int input() {
        return input;
    }

    Ground whole() {
        return whole;
    }

    /** Of this time as it is. */
    Ground first(double to, Layers steep) {
        return to >= end() && steep.inside().isEmpty() ? whole : ground(start(), to, steep, Optional.empty());
    }

    Axis time() {
        return time;
    }

    /** Where the state that the statement begins with is steep: its initial values. */
    List<Place> steepAtStart() {
        return steepness.of(time.min(), given(reading, time).values());
    }

    /** Where a solution is steep at the end of its slab. */
    List<Place> steepAtEnd(Stretch s) {
        return steepness.of(
                s.to(),
                points ->
                        new StateValues(s.ansatz(), Edge.states(reading, time), points, means.algebra()).at(s.theta()));
    }

    /** The slab that follows another one. */
    Ground after(Stretch before, double to, Layers steep) {
        Judge judge = whole.judge();
        double[] least = new double[1 + reading.order(time)];
        for (int k = 0; k < least.length; k++) {
            least[k] = judge.amplitude() * Math.pow(2 / time.length(), k);
        }
        Edge edge = new Edge(
                reading,
                whole.design(),
                time,
                before,
                to,
                judge.startPoints(),
                least,
                steep.spread(axes()),
                means.algebra(),
                means.random().substream("edge"));
        return ground(before.to(), to, steep, Optional.of(edge));
    }

    private Ground ground(double from, double to, Layers steep, Optional<Edge> edge) {
        AnsatzDesign design =
                whole.design().onSlab(time, from, to, edge.map(Edge::conditions).orElse(List.of()));
        Judge judge = whole.judge().within(design, steep, edge, means.random().substream("slab"));
        double centre = (from + to - time.min() - time.max()) / time.length();
        return new Ground(
                design,
                judge,
                new Window(input, centre, (to - from) / time.length()),
                edge,
                Optional.of(edge.map(Edge::held).orElseGet(() -> given(reading, time))),
                from,
                to);
    }

    /** The initial values that the statement gives; zero where it gives none. */
    private static Held given(Reading reading, Axis time) {
        List<Axis> axes = reading.problem().axes();
        return new Held(reading.fields(), inside -> {
            double[] x = Edge.moved(inside, axes.indexOf(time), time.min()).coordinates();
            return reading.fields().stream()
                    .map(f -> reading.initialValue(f).orElse(Expr.constant(0)))
                    .map(e -> CoordinateProgram.values(e, axes, x, inside.count()))
                    .toArray(double[][]::new);
        });
    }
}
