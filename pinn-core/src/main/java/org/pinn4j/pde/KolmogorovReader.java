package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes the equation of a statement apart into drift, diffusion and what else there is. A sum over an index is read term by term. */
final class KolmogorovReader {
    private final Problem problem;
    private final Reading reading;
    private final List<Axis> space;
    private Field field;
    private Axis time;
    private final List<List<Expr>> drift = new ArrayList<>();
    private final Map<Long, List<Expr>> second = new TreeMap<>(); // by i·d + j, i ≤ j
    private final List<Expr> rate = new ArrayList<>();
    private final List<Expr> potential = new ArrayList<>();
    private final List<Expr> source = new ArrayList<>();
    private final List<Expr> nonlinear = new ArrayList<>();

    KolmogorovReader(Problem problem) {
        this.problem = problem;
        this.reading = Reading.of(problem);
        this.space = problem.spaceAxes();
        space.forEach(a -> drift.add(new ArrayList<>()));
    }

    static IllegalArgumentException refusal(Problem problem, String reason, Object... of) {
        return new IllegalArgumentException("paths of '%s': ".formatted(problem.name()) + reason.formatted(of));
    }

    private IllegalArgumentException refused(String reason, Object... of) {
        return refusal(problem, reason, of);
    }

    Kolmogorov read() {
        requireForm();
        Clause end = datum();
        boolean terminal = end.side() == Region.Side.MAX;
        walk(reading.equations().get(0).equation().residual(), Constant.ONE);
        Expr mass = Expr.sum(rate);
        if (mass.equals(Constant.ZERO)) {
            throw refused("no equation has %s", Derivative.along(field, time, 1));
        }
        Expr scale = mass.pow(-1).times(terminal ? 1 : -1);
        if (second.isEmpty()) {
            throw refused("%s has no second derivative along space, so that nothing diffuses", field);
        }
        int d = space.size();
        List<Kolmogorov.Entry> diffusion = new ArrayList<>();
        second.forEach((place, terms) -> {
            int i = (int) (place / d);
            int j = (int) (place % d);
            diffusion.add(new Kolmogorov.Entry(i, j, scaled(terms, scale).times(i == j ? 2 : 1)));
        });
        return new Kolmogorov(
                problem,
                field,
                time,
                terminal,
                space,
                drift.stream().map(terms -> scaled(terms, scale)).toList(),
                diffusion,
                scaled(potential, scale),
                scaled(source, scale),
                scaled(nonlinear, scale),
                end.datum());
    }

    private static Expr scaled(List<Expr> terms, Expr scale) {
        return terms.isEmpty() ? Constant.ZERO : Expr.sum(terms).times(scale);
    }

    private void requireForm() {
        if (problem.fields().size() != 1 || reading.equations().size() != 1) {
            throw refused(
                    "need one field and one equation, got %d and %d",
                    problem.fields().size(), reading.equations().size());
        }
        if (!problem.parameters().isEmpty()) {
            throw refused(
                    "the coefficient %s is sought, and paths need its value",
                    problem.parameters().get(0));
        }
        field = problem.fields().get(0);
        time = problem.time().orElseThrow(() -> refused("there is no axis of time along which they run"));
        if (problem.axes().size() != space.size() + 1 || !field.axes().containsAll(problem.axes())) {
            throw refused(
                    "need axes of space and one of time, and %s on all of them, got %s",
                    field, Axes.tuple(problem.axes()));
        }
        if (!reading.equations().get(0).region().cuts().isEmpty()) {
            throw refused("the equation holds on a part of the domain alone, and paths leave it");
        }
        if (!problem.declaredPeriodic().isEmpty()) {
            throw refused(
                    "%s is periodic, and coefficients and datum are read beyond its ends; leave the wrap out where they are"
                            + " periodic themselves",
                    problem.declaredPeriodic().get(0));
        }
    }

    /** The one condition beside the equation. */
    private Clause datum() {
        Clause found = null;
        for (Clause c : reading.clauses()) {
            if (c.condition().region().isInterior()) {
                continue;
            }
            if (!c.part().isEndOfTime()) {
                throw refused(
                        "they would meet the condition '%s' (%s), and stopping there is not read; state it without boundary, on"
                                + " Space.of(...) or on a box beyond which coefficients and datum go on",
                        c.condition().name(), c.condition().region());
            }
            if (!c.isValueOf(field) || !Node.known(c.datum())) {
                throw refused(
                        "'%s' gives no value of %s at an end of time",
                        c.condition().name(), field);
            }
            if (found != null) {
                throw refused("'%s' and '%s' both give values; one end has a datum", found.condition(), c.condition());
            }
            found = c;
        }
        return Optional.ofNullable(found)
                .orElseThrow(() -> refused(
                        "%s is given at neither end of time; state %s.equalTo(...).on(%s.start())",
                        field, field, time));
    }

    private void walk(Expr e, Expr factor) {
        if (!Node.hasStates(e)) {
            source.add(factor.times(known(e)));
        } else if (e instanceof Sum s) {
            s.terms().forEach(t -> walk(t, factor));
        } else if (e instanceof Product p) {
            List<Expr> unknown = p.factors().stream().filter(Node::hasStates).toList();
            List<Expr> others =
                    p.factors().stream().filter(f -> !Node.hasStates(f)).toList();
            Expr common = factor.times(known(Expr.product(others)));
            if (unknown.size() == 1) {
                walk(unknown.get(0), common);
            } else {
                other(Expr.product(unknown), common);
            }
        } else if (e instanceof IndexSum s && isLinear(s.body())) {
            s.terms().forEach(t -> walk(t, factor));
        } else if (e instanceof Field || e instanceof Derivative) {
            take(Derivative.of(e), factor);
        } else {
            other(e, factor);
        }
    }

    private static boolean isLinear(Expr body) {
        return body instanceof IndexedDerivative
                || body instanceof Product p
                        && p.factors().stream().filter(Node::hasStates).count() == 1
                        && p.factors().stream().noneMatch(f -> Node.hasStates(f) && !isLinear(f) && !isState(f));
    }

    private static boolean isState(Expr e) {
        return e instanceof Field || e instanceof Derivative;
    }

    private Expr known(Expr e) {
        if (!Node.known(e)) {
            throw refused("%s does not follow from the coordinates alone", e);
        }
        return e;
    }

    /** Not linear: values and slopes along space may be anywhere, what is of second order or a rate may not. */
    private void other(Expr e, Expr factor) {
        for (Derivative s : Leaves.of(e).states()) {
            if (s.total() > 1 || s.ordersBy(List.of(time)).get(0) > 0) {
                throw refused(
                        "%s stands in %s, where a coefficient hangs on the answer or a derivative is not linear", s, e);
            }
        }
        if (!Leaves.of(e).traces().isEmpty()
                || !Leaves.of(e).normals().isEmpty()
                || Leaves.of(e).measured()) {
            throw refused("%s does not follow from the values and slopes at a point", e);
        }
        nonlinear.add(e.times(factor));
    }

    private void take(Derivative state, Expr factor) {
        int inTime = state.ordersBy(List.of(time)).get(0);
        if (inTime > 0 && state.total() > 1 || state.total() > 2) {
            throw refused("%s: need first order in time and second order in space, a parabolic equation", state);
        }
        if (inTime == 1) {
            rate.add(factor);
        } else if (state.total() == 0) {
            potential.add(factor);
        } else {
            List<Axis> along = new ArrayList<>();
            for (int k : state.along()) {
                along.add(field.axes().get(k));
            }
            int i = space.indexOf(along.get(0));
            int j = space.indexOf(along.get(along.size() - 1));
            if (state.total() == 1) {
                drift.get(i).add(factor);
            } else {
                long place = (long) Math.min(i, j) * space.size() + Math.max(i, j);
                second.computeIfAbsent(place, k -> new ArrayList<>()).add(factor);
            }
        }
    }
}
