package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What one equation can do wrong by itself, found when it is added to a problem. */
final class StatementCheck {
    private final Stated stated;
    private final Problem problem;
    private final Condition condition;
    private final Leaves leaves;

    private StatementCheck(Stated stated, Condition condition, Leaves leaves) {
        this.stated = stated;
        this.problem = stated.place();
        this.condition = condition;
        this.leaves = leaves;
    }

    /** @param leaves those of the condition. @throws IllegalArgumentException if it cannot be added to what is stated */
    static void check(Stated stated, Condition condition, Leaves leaves) {
        StatementCheck check = new StatementCheck(stated, condition, leaves);
        check.region(condition.region());
        IndexCheck.check(stated, condition, leaves);
        check.axes();
        check.fields();
        check.numbers();
        check.places();
        check.data();
        check.functions();
        check.derivatives();
        Redundancy.of(stated, condition).ifPresent(wrong -> {
            throw check.error("%s", wrong);
        });
    }

    static void spaceAxis(Problem problem, String method, Axis axis) {
        if (!problem.axes().contains(axis) || !axis.isSpace()) {
            throw new IllegalArgumentException("%s(%s): need a space axis of the problem, one of %s"
                    .formatted(method, describe(axis), Names.tuple(problem.spaceAxes())));
        }
    }

    /** Across the ends of an axis that the place does not have nothing continues. */
    static void ends(Problem problem, String method, Axis axis) {
        if (!problem.domain().hasEnds(axis)) {
            throw new IllegalArgumentException(
                    "%s(%s): the ends of %2$s are no parts of %s".formatted(method, axis, problem.domain()));
        }
    }

    private static String describe(Axis axis) {
        return axis.isBounded() ? "%s in [%s, %s]".formatted(axis, axis.min(), axis.max()) : axis + " without ends";
    }

    private IllegalArgumentException error(String format, Object... values) {
        return error(condition, format, values);
    }

    /** In one line, with the condition. */
    static IllegalArgumentException error(Condition condition, String format, Object... values) {
        return new IllegalArgumentException(condition + ": " + format.formatted(values));
    }

    private void known(Axis axis, String what) {
        if (!stated.hasAxis(axis)) {
            throw error(
                    "%s %s is not an axis of the problem, which has %s; use one of those or add it to Problem.over",
                    what,
                    describe(axis),
                    Names.tuple(problem.axes().stream()
                            .map(StatementCheck::describe)
                            .toList()));
        }
    }

    private void region(Region region) {
        region.whole().face().ifPresent(this::face);
        if (region.isBoundary() && problem.spaceAxes().isEmpty()) {
            throw error(
                    "the region is empty: no space axis among %s; use a face such as t.start()",
                    Names.tuple(problem.axes()));
        }
        region.data().ifPresent(this::points);
        if (region.data().isEmpty()) {
            geometry(region);
        }
    }

    private void geometry(Region region) {
        try {
            problem.domain().requireOwn(region);
            problem.domain().geometry(region);
        } catch (IllegalArgumentException e) {
            throw error("%s", e.getMessage());
        }
    }

    private void face(Region.Face face) {
        known(face.axis(), "the region is empty:");
        separate(face.axis(), "it stands on an end of the parameter axis %s".formatted(face.axis()));
        if (!face.axis().isBounded()) {
            List<String> parts = problem.domain().partNames();
            throw error(
                    "the region is empty: %s; %s",
                    describe(face.axis()),
                    parts.isEmpty() ? "drop the condition" : "state it on a part of the place, one of " + parts);
        }
        if (face.axis().isTime() && face.side() != Region.Side.MIN && !condition.terminal()) {
            throw error("it stands on the end of time; use %s.start(), or .asTerminal() if it is meant", face.axis());
        }
    }

    /** An axis of problems has neither ends that mean anything nor a direction. */
    private void separate(Axis axis, String what) {
        if (axis.isParameter()) {
            throw error(
                    "%s, and each value of %s is a problem of its own; %s",
                    what, axis, "make it a space axis, Axis.of(\"%s\", ...), if it is a direction".formatted(axis));
        }
    }

    private void points(DataPoints data) {
        List<Axis> axes = problem.axes();
        if (data.dimension() != axes.size()) {
            throw error(
                    "data: need [count × %d] for axes %s, got [%d × %d]",
                    axes.size(), Names.tuple(axes), data.count(), data.dimension());
        }
        for (int i = 0; i < data.count(); i++) {
            double[] point = new double[axes.size()];
            for (int a = 0; a < axes.size(); a++) {
                double value = data.coordinate(a, i);
                point[a] = value;
                if (value < axes.get(a).min() || value > axes.get(a).max()) {
                    throw error(
                            "data point %d: %s = %s is outside [%s, %s]; drop the point or widen the axis",
                            i,
                            axes.get(a),
                            value,
                            axes.get(a).min(),
                            axes.get(a).max());
                }
            }
            if (!problem.domain().contains(point, Domain.ROUNDING)) {
                throw error(
                        "data point %d: %s = %s is outside of %s; drop the point",
                        i, Names.tuple(axes), Arrays.toString(point), problem.domain());
            }
        }
    }

    private void axes() {
        leaves.axes().forEach(a -> known(a, "coordinate"));
        leaves.normals().forEach(n -> known(n.axis(), "normal along"));
        for (Trace trace : leaves.traces()) {
            Axis axis = ((Region.Face) trace.region()).axis();
            known(axis, "trace on");
            separate(axis, "%s is taken on an end of the parameter axis %s".formatted(trace, axis));
        }
    }

    private void fields() {
        if (leaves.states().isEmpty() && leaves.parameters().isEmpty()) {
            throw error("it has no unknown; an equation needs a field or a parameter");
        }
        for (Field field : leaves.fields()) {
            if (!field.axes().stream().allMatch(stated::hasAxis)) {
                field.axes().forEach(axis -> known(axis, "field " + field + Names.tuple(field.axes()) + ":"));
            }
        }
        for (Derivative state : leaves.states()) {
            for (int k : state.along()) {
                Axis along = state.field().axes().get(k);
                if (along.isParameter()) {
                    separate(along, "%s is a derivative along the parameter axis %s".formatted(state, along));
                }
            }
            int order = state.total();
            if (order > Derivative.MAX_ORDER) {
                throw error(
                        "%s has order %d, supported are orders up to %d; introduce a field for a lower derivative",
                        state, order, Derivative.MAX_ORDER);
            }
        }
        names();
        AxesCheck.of(problem, condition).ifPresent(wrong -> {
            throw error("%s", wrong);
        });
    }

    /** One name, one thing: solution files and messages tell them apart by name. */
    private void names() {
        Map<String, Expr> own = new HashMap<>();
        leaves.fields().forEach(f -> unique(own, f.name(), f));
        leaves.parameters().forEach(p -> unique(own, p.name(), p));
        own.forEach((name, e) -> {
            int end = name.lastIndexOf('_');
            String stem = name.substring(0, Math.max(end, 0));
            Expr shorter = own.containsKey(stem) ? own.get(stem) : stated.named(stem);
            if (shorter instanceof Field f) {
                reads(name, stem, f);
            }
            if (e instanceof Field f) {
                stated.longer(name).forEach(before -> reads(before, name, f));
            }
            if (Names.readsAsDerivative(name, "n", problem.axes())) {
                throw error("the name '%s' reads as a component of the normal; choose another", name);
            }
        });
    }

    private void reads(String name, String stem, Field field) {
        if (Names.readsAsDerivative(name, stem, field.axes())) {
            throw error("the name '%s' reads as a derivative of %s; rename one", name, stem);
        }
    }

    private void unique(Map<String, Expr> own, String name, Expr e) {
        Expr before = stated.named(name);
        Expr other = before == null ? own.putIfAbsent(name, e) : before;
        own.put(name, e);
        if (other != null && !other.equals(e)) {
            throw error("the name '%s' stands for two things, %s and %s; rename one", name, kind(other), kind(e));
        }
    }

    private static String kind(Expr e) {
        if (e instanceof Field f) {
            return "field " + f + Names.tuple(f.axes());
        }
        return e instanceof Axis a ? "axis " + describe(a) : "parameter " + e + " from " + ((Parameter) e).start();
    }

    private void numbers() {
        for (double number : leaves.numbers()) {
            if (!Double.isFinite(number)) {
                throw error("a constant is %s; check the coefficient it was computed from", number);
            }
        }
        for (SampledFunction f : leaves.sampledFunctions()) {
            arguments(f, f.arguments());
        }
        for (CoordinateFunction f : leaves.coordinateFunctions()) {
            arguments(f, f.arguments());
            if (f.orders().stream().mapToInt(Integer::intValue).sum() > Derivative.MAX_ORDER) {
                throw error(
                        "%s is differentiated %s times, supported are orders up to %d",
                        f, f.orders(), Derivative.MAX_ORDER);
            }
        }
    }

    private void arguments(Expr function, List<Expr> arguments) {
        if (!arguments.stream().allMatch(Node::known)) {
            throw error("%s takes coordinates only; state a dependence on fields as an expression", function);
        }
    }

    private void places() {
        if (!leaves.normals().isEmpty() && !condition.region().hasNormal()) {
            throw error("a normal derivative needs an end of a space axis or the boundary, got %s", condition.region());
        }
        if (leaves.measured() && condition.region().data().isEmpty()) {
            throw error("a measured value stands for data; state it with .onData(points, values)");
        }
        condition.region().data().ifPresent(this::readings);
        for (Trace trace : leaves.traces()) {
            if (Node.has(trace.inner(), Node.TRACE)) {
                throw error("%s is a trace of a trace; state each with its own condition", trace);
            }
        }
    }

    /** Values of zero say nothing: the equation holds at the points as it is written. */
    private void readings(DataPoints data) {
        boolean given = data.hasDeviations() || IntStream.range(0, data.count()).anyMatch(i -> data.value(i) != 0);
        if (given && !leaves.measured()) {
            throw error(
                    "the equation has no measurement(), so the values given with the points would be ignored;"
                            + " write %s.equalTo(measurement()), or give zeros where the equation itself holds",
                    condition.equation().left());
        }
    }

    /** Given values are looked at inside the region; at its edges a datum may be singular on purpose. */
    private void data() {
        List<Expr> given = new ArrayList<>(leaves.functions());
        Linear.of(condition.equation().residual()).ifPresent(l -> {
            given.add(l.rest());
            given.addAll(l.coefficients().values());
        });
        given.removeIf(e -> !Node.known(e)
                || e.number().isPresent() && Double.isFinite(e.number().getAsDouble()));
        List<double[]> points = inside().points();
        given.removeIf(e -> finite(e, points));
        points.forEach(point -> given.forEach(e -> finite(e, point)));
    }

    private Agreement inside() {
        return stated.inside(condition.region());
    }

    /** Whether it is a number at all points; if not, which one and why is found point by point. */
    private boolean finite(Expr e, List<double[]> points) {
        try {
            return Arrays.stream(ColumnValues.at(e, problem.axes(), points)).allMatch(Double::isFinite);
        } catch (RuntimeException failure) {
            return false;
        }
    }

    private void finite(Expr e, double[] point) {
        double value;
        try {
            value = Evaluation.strictly(e, problem.axes(), point);
        } catch (Throwable failure) { // of whatever kind: the statement is at fault, not the program
            throw new IllegalArgumentException(
                    "%s: %s fails at %s = %s with %s; check which coordinates it is given"
                            .formatted(
                                    condition,
                                    e,
                                    Names.tuple(problem.axes()),
                                    Arrays.toString(point),
                                    firstLine(failure)),
                    failure);
        }
        if (!Double.isFinite(value)) {
            throw error(
                    "%s is %s at %s = %s; check its formula on the whole region",
                    e, value, Names.tuple(problem.axes()), Arrays.toString(point));
        }
    }

    /** A derivative of code has to be that of its values, order by order. */
    private void derivatives() {
        for (CoordinateFunction f : leaves.coordinateFunctions()) {
            for (int k = 0; k < f.orders().size(); k++) {
                for (int order = 0; order < f.orders().get(k); order++) {
                    derivative(
                            f.at(f.arguments(), raised(f.orders(), k, order)),
                            f.arguments().get(k));
                }
            }
        }
    }

    private static List<Integer> raised(List<Integer> orders, int k, int order) {
        List<Integer> result = new ArrayList<>(orders);
        result.set(k, order);
        return result;
    }

    private void derivative(Expr f, Expr argument) {
        for (Axis axis : Leaves.of(argument).axes()) {
            Jumps.of(f, f.d(axis), axis).ifPresent(wrong -> {
                throw error("%s; %s", wrong, Jumps.REMEDY);
            });
        }
    }

    /** Functions are equal by name, so two codes under one name would be taken for each other. */
    private void functions() {
        leaves.functions().forEach(f -> stated.function(f).ifPresent(before -> sameCode(before, f)));
    }

    private void sameCode(Expr before, Expr now) {
        if (code(before) == code(now)) {
            return;
        }
        inside().difference(before, now, Agreement.SAME).ifPresent(d -> {
            throw error(
                    "%s stands for two functions, of values %s and %s at %s = %s; rename one",
                    now, d.left(), d.right(), Names.tuple(problem.axes()), Arrays.toString(d.point()));
        });
    }

    private static Object code(Expr function) {
        return function instanceof CoordinateFunction f ? f.code() : ((SampledFunction) function).code();
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }
}
