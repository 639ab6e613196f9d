package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

/**
 * The state that a slab of time begins with: the values of all fields, and of their derivatives in time below the order, at the
 * end of the slab before. It enters as numbers at points, of which each use draws its own.
 */
final class Edge {
    private final List<Derivative> states;
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Double> sizes = new HashMap<>();
    private final Map<String, double[]> measures = new HashMap<>();
    private final List<Field> fields;
    private final int time; // its place among the axes
    private final Stretch before;
    private final Domain place;
    private final Region start;
    private final Spread spread;
    private final Algebra algebra;

    /**
     * @param before the slab that ends here
     * @param to where the next one ends
     * @param points at which the state is judged, drawn from {@code stream}
     * @param least size of a state by its order in time
     * @param spread of the points
     */
    Edge(
            Reading reading,
            AnsatzDesign design,
            Axis time,
            Stretch before,
            double to,
            int points,
            double[] least,
            Spread spread,
            Algebra algebra,
            RandomStream stream) {
        this.states = states(reading, time);
        this.fields = reading.fields();
        this.time = design.place().axes().indexOf(time);
        this.before = before;
        this.place = design.place().restricted(time, before.to(), to);
        this.start = new Region.Face(time.within(before.to(), to), Region.Side.MIN);
        this.spread = spread;
        this.algebra = algebra;
        for (Derivative state : states) {
            PointSet own = rows(state, points, stream.substream(state.toString()));
            int order = state.ordersBy(List.of(time)).get(0);
            sizes.put(name(state), Math.max(rootMeanSquare(own.data()), least[order]));
            measures.put(name(state), spread.measures(own));
            double[][] at = IntStream.range(0, own.count()).mapToObj(own::point).toArray(double[][]::new);
            conditions.add(
                    state.equalTo(Expr.measurement()).onData(at, own.data()).named(name(state)));
        }
    }

    /** What a state in time consists of: of each field the value and the derivatives in time below its order. */
    static List<Derivative> states(Reading reading, Axis time) {
        List<Derivative> all = new ArrayList<>();
        for (Field f : reading.fields()) {
            for (int k = 0; k < reading.order(f, time); k++) {
                all.add(Derivative.along(f, time, k));
            }
        }
        return all;
    }

    private static String name(Derivative state) {
        return "start of " + state;
    }

    private static double rootMeanSquare(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v * v;
        }
        return Math.sqrt(sum / values.length);
    }

    /** The fields as they were, to begin with. */
    Held held() {
        return new Held(fields, inside -> {
            PointSet there = moved(inside, time, before.to());
            return new StateValues(before.ansatz(), fields, there, algebra).at(before.theta());
        });
    }

    /** The same points at one value of an axis. */
    static PointSet moved(PointSet points, int axis, double to) {
        double[] x = points.coordinates();
        Arrays.fill(x, axis * points.count(), (axis + 1) * points.count(), to);
        return PointSet.of(points.dimension(), x);
    }

    /** That each state is what it was, at the points of judgement. */
    List<Condition> conditions() {
        return conditions;
    }

    /** By name of the condition. */
    Map<String, Double> sizes() {
        return sizes;
    }

    /** By name of the condition: what each of its points stands for, one on average. */
    Map<String, double[]> measures() {
        return measures;
    }

    /** Points of the start with the values of the state that a condition is about. */
    PointSet rows(Condition condition, int count, RandomStream stream) {
        return rows(states.get(conditions.indexOf(condition)), count, stream);
    }

    private PointSet rows(Derivative state, int count, RandomStream stream) {
        PointSet points = spread.moved(new Sobol().sample(place, start, count, stream));
        return points.withData(new StateValues(before.ansatz(), List.of(state), points, algebra).at(before.theta())[0]);
    }
}
