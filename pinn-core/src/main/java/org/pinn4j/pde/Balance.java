package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An equation ∂₁F₁ + ... + ∂ₖFₖ + f = 0 whose flux F is given on all of the boundary: by Gauss' theorem a solution exists only if
 * ∫f + ∮F·n = 0. Found are −∇·(k∇u) = f between given slopes, ∇·q = f between given q, and ∇·u = 0 between given velocities.
 */
final class Balance {
    /** The parts of the flux along an axis: coefficient times a field or a first derivative. */
    private record Flux(Axis axis, Expr coefficient, Derivative state) {}

    private final Reading reading;
    private final Condition equation;
    private final List<Flux> fluxes = new ArrayList<>();
    private final Expr source;

    private Balance(Reading reading, Condition equation, Linear linear) {
        this.reading = reading;
        this.equation = equation;
        this.source = linear.rest();
    }

    /** The equations that cannot hold, each with both of its integrals. */
    static List<Finding> of(Reading reading) {
        List<Finding> found = new ArrayList<>();
        if (Many.has(reading.problem().axes())) { // nobody integrates over so many
            return found;
        }
        for (Condition c : reading.equations()) {
            Linear.of(c.equation().residual())
                    .filter(l -> Leaves.of(l.rest()).known() && known(l))
                    .flatMap(l -> new Balance(reading, c, l).finding(l))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static boolean known(Linear linear) {
        return linear.coefficients().entrySet().stream()
                .allMatch(e -> !(e.getKey() instanceof Trace)
                        && Leaves.of(e.getValue()).known());
    }

    private Optional<Finding> finding(Linear linear) {
        try {
            return isDivergence(linear.coefficients()) ? judged() : Optional.empty();
        } catch (IllegalArgumentException e) { // a coefficient without derivatives
            return Optional.empty();
        }
    }

    /** Takes the highest derivatives for those of fluxes, and asks whether the lower ones are what the product rule leaves. */
    private boolean isDivergence(Map<Expr, Expr> coefficients) {
        Map<Derivative, Expr> left = new java.util.LinkedHashMap<>();
        coefficients.forEach((state, c) -> left.put(Derivative.of(state), c));
        for (int order = 2; order >= 1; order--) {
            for (Derivative d : List.copyOf(left.keySet())) {
                if (d.total() > 2 || d.total() == order && left.get(d) != null && !take(d, left)) {
                    return false;
                }
            }
        }
        return !fluxes.isEmpty() && left.values().stream().allMatch(this::vanishes);
    }

    private boolean take(Derivative d, Map<Derivative, Expr> left) {
        Expr c = left.get(d);
        if (vanishes(c)) {
            return true;
        }
        List<Integer> orders = d.orders();
        int k = orders.indexOf(d.total());
        if (k < 0 || !d.field().axes().get(k).isSpace()) {
            return false;
        }
        Axis axis = d.field().axes().get(k);
        Derivative state = Derivative.along(d.field(), axis, d.total() - 1);
        fluxes.add(new Flux(axis, c, state));
        left.put(d, Constant.ZERO);
        left.merge(state, c.d(axis).negate(), Expr::plus);
        return true;
    }

    /** What the product rule left of a coefficient cancels up to rounding, or is none of its own. */
    private boolean vanishes(Expr e) {
        if (e instanceof Constant c) {
            return c.value() == 0;
        }
        Agreement everywhere = Agreement.on(reading.problem().domain(), "balance");
        List<Expr> terms = e instanceof Sum s ? s.terms() : List.of(e);
        double scale = terms.stream().mapToDouble(everywhere::scale).sum();
        return Agreement.small(everywhere.largest(e), scale, Agreement.IDENTICAL);
    }

    private Optional<Finding> judged() {
        return (reading.problem().domain().box().isPresent() ? ofBox() : ofShape()).map(this::finding);
    }

    private Finding finding(double[] gap) {
        return new Finding(
                "unbalanced:" + equation.name(),
                ("'%s' has no solution: its source asks for a flux of %s through the boundary, and the conditions"
                                + " there give %s; correct one of them, or give a value in the place of a flux")
                        .formatted(equation.name(), Printer.number(gap[0]), Printer.number(gap[1])),
                Finding.Severity.BLOCKING);
    }

    /** The flux through each part of the boundary that is not joined to another one, if conditions give it there. */
    private Optional<double[]> ofShape() {
        Domain domain = reading.problem().domain();
        Map<Derivative, Expr> normal = new java.util.LinkedHashMap<>();
        fluxes.forEach(f -> normal.merge(f.state, f.coefficient.times(new Normal(f.axis)), Expr::plus));
        GivenFlux given = new GivenFlux(reading, normal);
        List<Region> parts = new ArrayList<>();
        domain.partNames().forEach(name -> parts.add(domain.part(name)));
        for (Region.Face end : Reading.ends(reading.problem(), Region.boundary())) {
            boolean joined = reading.periodic().contains(end.axis());
            if (joined
                    && fluxes.stream()
                            .anyMatch(f -> f.axis.equals(end.axis()) && !(f.coefficient instanceof Constant))) {
                return Optional.empty();
            }
            if (!joined) {
                parts.add(end);
            }
        }
        return ShapeQuadrature.of(domain).flatMap(q -> q.mismatch(source, given, parts));
    }

    private Optional<double[]> ofBox() {
        Quadrature over = new Quadrature(reading.problem().axes());
        List<Quadrature.Part> parts = new ArrayList<>();
        for (Flux flux : fluxes) {
            for (Region.Face face : new Region.Face(flux.axis, Region.Side.BOTH).single()) {
                Optional<Expr> value = given(flux, face);
                if (reading.periodic().contains(flux.axis) && flux.coefficient instanceof Constant) {
                    continue;
                }
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                double out = face.side() == Region.Side.MIN ? -1 : 1;
                parts.add(new Quadrature.Part(
                        flux.coefficient.times(value.get()).times(out), face.axis(), face.coordinate()));
            }
        }
        return over.mismatch(source, parts);
    }

    /** What a condition on the face says of the flux's state, if one does. */
    private Optional<Expr> given(Flux flux, Region.Face face) {
        for (Clause c : reading.clausesOn(face.axis(), face.side())) {
            Optional<Linear> linear = Linear.of(ConditionForm.onFace(c.residual(), face));
            if (linear.isPresent() && linear.get().coefficients().size() == 1) {
                Map.Entry<Expr, Expr> only =
                        linear.get().coefficients().entrySet().iterator().next();
                boolean same = !(only.getKey() instanceof Trace)
                        && Derivative.of(only.getKey()).equals(flux.state);
                Expr rest = linear.get().rest();
                if (same && Leaves.of(only.getValue(), rest).known()) {
                    return Optional.of(rest.over(only.getValue()).negate());
                }
            }
        }
        return Optional.empty();
    }
}
