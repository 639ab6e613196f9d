package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pinn4j.args.Args;

/**
 * What a statement says, read once: its conditions by region and as {@linkplain Clause clauses}, the orders of its equations,
 * its periodic axes and its initial data. Everything that acts on a problem (findings, the form of the solution, references,
 * estimates, bounds) reads it here, so that all of them mean the same. Immutable.
 */
public final class Reading {
    private final Problem problem;
    private final List<Field> fields;
    private final List<Clause> clauses;
    private final Map<Axis, List<Integer>> onEnds = new HashMap<>(); // their places among the clauses
    private final List<Integer> elsewhere = new ArrayList<>();
    private final int[][] orders;
    private final List<Axis> periodic;

    private Reading(Problem problem) {
        this.problem = problem;
        this.fields = problem.fields();
        this.clauses = problem.conditions().stream()
                .flatMap(c -> clauses(problem, c).stream())
                .toList();
        for (int k = 0; k < clauses.size(); k++) {
            Clause c = clauses.get(k);
            int place = k;
            Optional<Region.Face> face =
                    c.isTraced() ? Optional.empty() : c.part().whole().face();
            face.ifPresentOrElse(
                    f -> onEnds.computeIfAbsent(f.axis(), a -> new ArrayList<>())
                            .add(place),
                    () -> elsewhere.add(place));
        }
        this.orders = orders(problem, fields);
        this.periodic = periodicAxes();
    }

    public static Reading of(Problem problem) {
        Args.given(problem, "problem");
        return new Reading(problem);
    }

    private static List<Clause> clauses(Problem problem, Condition c) {
        ConditionForm form = ConditionForm.of(c);
        boolean shape = c.region().isBoundary() && problem.domain().box().isEmpty(); // more than its ends
        List<Region.Face> ends = shape ? List.of() : ends(problem, c.region());
        return ends.isEmpty()
                ? List.of(new Clause(c, c.region(), form))
                : ends.stream().map(end -> new Clause(c, end, form)).toList();
    }

    /**
     * The single ends of axes that a region consists of, of the boundary of a shape those that belong to it; none for the
     * interior, points, and parts of another kind.
     */
    public static List<Region.Face> ends(Problem problem, Region region) {
        Args.given(problem, "problem", region, "region");
        if (region.isBoundary()) {
            return problem.spaceAxes().stream()
                    .filter(problem.domain()::hasEnds)
                    .flatMap(a -> ends(problem, a.ends()).stream())
                    .toList();
        }
        return region.face().map(Region.Face::single).orElse(List.of());
    }

    private static int[][] orders(Problem problem, List<Field> fields) {
        int[][] orders = new int[fields.size()][problem.axes().size()];
        for (Condition c : interior(problem)) {
            for (Derivative d : c.leaves().states()) {
                int[] own = orders[fields.indexOf(d.field())];
                for (int k : d.along()) {
                    int a = problem.axes().indexOf(d.field().axes().get(k));
                    own[a] = Math.max(own[a], d.orders().get(k));
                }
            }
        }
        return orders;
    }

    public Problem problem() {
        return problem;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Every condition by single parts: in the order of statement, on both ends of an axis as two, the lower one first. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** The clauses on one end of an axis. */
    public List<Clause> clausesOn(Axis axis, Region.Side side) {
        Args.given(axis, "axis", side, "side");
        Region.Face end = new Region.Face(axis, side);
        return about(axis).stream().filter(c -> c.part().equals(end)).toList();
    }

    /** The clauses on the ends of an axis, and those of which another place than an end of an axis tells where they hold. */
    List<Clause> about(Axis axis) {
        return Stream.concat(onEnds.getOrDefault(axis, List.of()).stream(), elsewhere.stream())
                .sorted()
                .map(clauses::get)
                .toList();
    }

    /** The conditions that hold in the interior. */
    public List<Condition> equations() {
        return interior(problem);
    }

    private static List<Condition> interior(Problem problem) {
        return problem.conditions().stream()
                .filter(c -> c.region().isInterior())
                .toList();
    }

    /** The conditions on one end or both ends of time. */
    public List<Condition> initial() {
        return problem.conditions().stream()
                .filter(c -> c.region().isEndOfTime())
                .toList();
    }

    /** The conditions on ends of space axes or on all of the boundary. */
    public List<Condition> boundary() {
        return problem.conditions().stream().filter(c -> c.region().hasNormal()).toList();
    }

    /** The conditions at given points. */
    public List<Condition> data() {
        return problem.conditions().stream()
                .filter(c -> c.region().data().isPresent())
                .toList();
    }

    /** The highest order in {@code axis} with which {@code field} stands in the equations of the interior. */
    public int order(Field field, Axis axis) {
        Args.given(field, "field", axis, "axis");
        int f = fields.indexOf(field);
        int a = problem.axes().indexOf(axis);
        return f < 0 || a < 0 ? 0 : orders[f][a];
    }

    /** The highest order in {@code axis} among all fields in the equations of the interior. */
    public int order(Axis axis) {
        Args.given(axis, "axis");
        return fields.stream().mapToInt(f -> order(f, axis)).max().orElse(0);
    }

    /**
     * The axes across whose ends the solution continues with all its derivatives: those of {@link Problem#periodicIn}, then
     * those on which every field that has the axis has the wraps of its value and of each derivative below its order.
     */
    public List<Axis> periodic() {
        return periodic;
    }

    private List<Axis> periodicAxes() {
        List<Axis> result = new ArrayList<>(problem.declaredPeriodic());
        boolean traced = clauses.stream().anyMatch(Clause::isWrap);
        problem.spaceAxes().stream()
                .filter(a -> traced && !result.contains(a) && order(a) > 0)
                .filter(a -> fields.stream().allMatch(f -> !f.axes().contains(a) || enoughWraps(f, a)))
                .forEach(result::add);
        return List.copyOf(result);
    }

    private boolean enoughWraps(Field field, Axis axis) {
        Set<Derivative> wrapped = wrapped(axis);
        int order = order(field, axis);
        return order > 0 && IntStream.range(0, order).allMatch(k -> wrapped.contains(Derivative.along(field, axis, k)));
    }

    /** What is stated to continue across the ends of an axis; a wrap written from both ends is one wrap. */
    private Set<Derivative> wrapped(Axis axis) {
        Set<Derivative> result = new HashSet<>();
        clauses.stream()
                .filter(c -> c.isWrap() && c.part().isEndOf(axis))
                .forEach(c -> result.addAll(Leaves.of(c.residual()).states()));
        return result;
    }

    /** The given value of a field at the start of time, the first that is stated. */
    public Optional<Expr> initialValue(Field field) {
        Args.given(field, "field");
        return clauses.stream()
                .filter(c -> c.part().isEndOfTime() && c.side() == Region.Side.MIN && c.isValueOf(field))
                .map(Clause::datum)
                .findFirst();
    }

    /** Whether a condition reads a field on an end of this axis. */
    boolean isTraced(Axis axis) {
        return elsewhere.stream()
                .map(clauses::get)
                .filter(Clause::isTraced)
                .flatMap(c -> c.condition().leaves().traces().stream())
                .anyMatch(t -> t.region().isEndOf(axis));
    }

    /** The axes that are looked at one by one: all of a few, some of many. */
    public List<Axis> probed() {
        return Many.some(problem.axes());
    }

    /** The fields that are known up to a constant. */
    public List<Gauge> gauges() {
        return Gauge.of(this);
    }
}
