package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;

/**
 * A problem of one field read as
 * {@code R(u) = ∂ₜᵏu − Σ aᵢ uᵢᵢ + Σ pᵢ uᵢ + Σ sᵢ u uᵢ + q u + Σ gₖ uᵏ + Σ c_α ∂^α u − f = 0}, values given on its boundary. Immutable
 * once made.
 */
final class ScalarForm {
    /** The difference of the field and its datum on a face of the box. */
    record Mismatch(Expr difference, Region.Face face) {}

    final Problem problem;
    private final Reading reading;
    final Field field;
    final List<Axis> space;
    final Optional<Axis> time;
    /** 0 to 2. */
    final int timeOrder;
    /** R, scaled as above. */
    final Expr residual;
    /** aᵢ by space axis. */
    final List<Expr> diffusion = new ArrayList<>();
    /** pᵢ by space axis. */
    final List<Expr> advection = new ArrayList<>();
    /** sᵢ by space axis. */
    final double[] steepening;
    /** q = g₁, g₂, ... by power; the coefficient of power 0 is not used. */
    final Map<Integer, Expr> reaction = new LinkedHashMap<>();
    /** c_α of orders above two and of mixed ones, by orders in space. */
    final Map<List<Integer>, Double> higher = new LinkedHashMap<>();

    final List<Mismatch> boundary = new ArrayList<>();
    Expr initialValue;
    Expr initialRate;

    /** @throws NoBoundException if it is not of this form */
    ScalarForm(Problem problem) {
        this.problem = problem;
        if (problem.domain().box().isEmpty()
                || problem.axes().stream().anyMatch(Axis::isParameter)
                || problem.conditions().stream()
                        .anyMatch(c -> !c.region().cuts().isEmpty())) {
            throw new NoBoundException("bounds are known on boxes of space and time, with conditions on whole sides");
        }
        this.reading = Reading.of(problem);
        if (problem.fields().size() != 1 || reading.equations().size() != 1) {
            throw new NoBoundException(
                    "bounds are known for one equation of one field, not for %d of %d",
                    reading.equations().size(), problem.fields().size());
        }
        if (!reading.data().isEmpty() || !problem.parameters().isEmpty()) {
            throw new NoBoundException("there are measured data or unknown coefficients");
        }
        this.field = problem.fields().get(0);
        if (field.axes().size() < problem.axes().size()) {
            throw new NoBoundException("%s has the axes %s of %s", field, field.axes(), problem.axes());
        }
        this.space = problem.spaceAxes();
        this.time = problem.time();
        this.steepening = new double[space.size()];
        Expr raw = reading.equations().get(0).equation().residual();
        LeafPolynomial polynomial = LeafPolynomial.of(raw)
                .orElseThrow(
                        () -> new NoBoundException("the equation is no polynomial in the field and its derivatives"));
        this.timeOrder = timeOrder(polynomial);
        double scale = scale(polynomial);
        this.residual = raw.times(1 / scale);
        diffusion.addAll(Collections.nCopies(space.size(), Expr.constant(0)));
        advection.addAll(Collections.nCopies(space.size(), Expr.constant(0)));
        polynomial.terms().forEach((powers, c) -> term(powers, c.times(1 / scale)));
        reading.clauses().stream().filter(c -> c.part().face().isPresent()).forEach(this::condition);
        checkEnds();
    }

    private int timeOrder(LeafPolynomial polynomial) {
        return time.map(t -> polynomial.terms().keySet().stream()
                        .flatMap(powers -> powers.keySet().stream())
                        .mapToInt(orders -> orders.get(field.axes().indexOf(t)))
                        .max()
                        .orElse(0))
                .orElse(0);
    }

    private List<Integer> orders(Axis axis, int order) {
        return field.axes().stream().map(a -> a.equals(axis) ? order : 0).toList();
    }

    /** The number that multiplies the derivative in time, or for a steady equation the sign that makes diffusion positive. */
    private double scale(LeafPolynomial polynomial) {
        if (time.isPresent() && timeOrder > 0) {
            return number(polynomial.coefficient(Map.of(orders(time.get(), timeOrder), 1)))
                    .filter(c -> c != 0)
                    .orElseThrow(() -> new NoBoundException("the derivative in time has no constant coefficient"));
        }
        for (Axis axis : space) {
            double middle = middle(polynomial.coefficient(Map.of(orders(axis, 2), 1)));
            if (middle != 0) {
                return -Math.signum(middle);
            }
        }
        return 1;
    }

    private double middle(Expr e) {
        double[] point = problem.axes().stream()
                .mapToDouble(a -> a.min() + a.length() / 2)
                .toArray();
        return Evaluation.at(problem.axes(), point).evaluate(e);
    }

    /** The value of an expression without coordinates. */
    Optional<Double> number(Expr e) {
        Leaves leaves = Leaves.of(e);
        boolean constant =
                leaves.known() && leaves.axes().isEmpty() && leaves.functions().isEmpty();
        return constant ? Optional.of(middle(e)) : Optional.empty();
    }

    private void term(Map<List<Integer>, Integer> powers, Expr c) {
        List<Integer> value = Collections.nCopies(field.axes().size(), 0);
        int degree = powers.values().stream().mapToInt(Integer::intValue).sum();
        if (degree == 0
                || time.isPresent() && timeOrder > 0 && powers.equals(Map.of(orders(time.get(), timeOrder), 1))) {
            return;
        }
        if (powers.keySet().equals(java.util.Set.of(value))) {
            reaction.put(degree, c);
            return;
        }
        List<Integer> slope = powers.keySet().stream()
                .filter(o -> !o.equals(value))
                .findFirst()
                .orElseThrow();
        int order = slope.stream().mapToInt(Integer::intValue).sum();
        boolean inTime = time.isPresent() && slope.get(field.axes().indexOf(time.get())) > 0;
        int axis = space.indexOf(field.axes().get(Math.max(0, slope.indexOf(order))));
        boolean steepens = powers.equals(Map.of(value, 1, slope, 1)) && order == 1 && !inTime;
        if (steepens) {
            steepening[axis] =
                    number(c).orElseThrow(() -> new NoBoundException("u times its slope has no constant factor"));
        } else if (degree != 1 || inTime) {
            throw new NoBoundException("the equation has a product of derivatives or another derivative in time");
        } else if (order == 1) {
            advection.set(axis, c);
        } else if (order == 2 && slope.contains(2)) {
            diffusion.set(axis, c.negate());
        } else {
            higher.put(
                    space.stream().map(a -> slope.get(field.axes().indexOf(a))).toList(),
                    number(c)
                            .orElseThrow(() ->
                                    new NoBoundException("a derivative above the second has no constant factor")));
        }
    }

    private void condition(Clause c) {
        if (c.isWrap() && reading.periodic().contains(c.axis())) {
            return; // one of those that close a ring
        }
        boolean start = c.axis().isTime() && c.side() == Region.Side.MIN;
        if (!c.axis().isTime() && c.isValue()) {
            boundary.add(new Mismatch(field.minus(c.datum()), c.face()));
        } else if (start && c.isValue()) {
            initialValue = field.minus(c.datum());
        } else if (start && c.isSlopeInTimeOf(field)) {
            initialRate = field.d(c.axis()).minus(c.datum());
        } else {
            throw new NoBoundException(
                    c.axis().isTime()
                            ? "condition '%s' is neither the value nor the rate at the start"
                            : "condition '%s' gives no value, and only values on the boundary are known",
                    c.condition().name());
        }
    }

    private void checkEnds() {
        for (int a = 0; a < space.size(); a++) {
            boolean second = !diffusion.get(a).equals(Expr.constant(0));
            if (!periodic(a) && (second && ends(a) < 2 || !higher.isEmpty())) {
                throw new NoBoundException("%s is neither periodic nor given by values at both ends", space.get(a));
            }
            if (steepening[a] != 0 && !second && higher.isEmpty()) {
                throw new NoBoundException("u u_%s without diffusion: the solution may jump", space.get(a));
            }
        }
        if (timeOrder > 0 && initialValue == null || timeOrder == 2 && initialRate == null) {
            throw new NoBoundException("an initial condition is missing");
        }
    }

    boolean periodic(int axis) {
        return reading.periodic().contains(space.get(axis));
    }

    /** How many ends of an axis have their value given. */
    int ends(int axis) {
        return (int) boundary.stream()
                .filter(m -> m.face.axis().equals(space.get(axis)))
                .map(m -> m.face.side())
                .distinct()
                .count();
    }

    /** The least eigenvalue of −∂ᵢᵢ with zeros at both ends; zero on a periodic axis. */
    double leastEigenvalue(int axis) {
        return periodic(axis) || ends(axis) < 2
                ? 0
                : Math.pow(Math.PI / space.get(axis).length(), 2);
    }

    boolean isLinear() {
        return reaction.keySet().stream().allMatch(k -> k < 2)
                && java.util.Arrays.stream(steepening).allMatch(s -> s == 0);
    }

    double volume() {
        return space.stream().mapToDouble(Axis::length).reduce(1, (a, b) -> a * b);
    }
}
