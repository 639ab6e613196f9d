package org.pinn4j.validation.fourier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pinn4j.args.Args;
import org.pinn4j.compile.Program;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;

/**
 * A statement read as {@code u_t = L u + N(u, x, t)} for each field on a plane that closes on itself: L its own derivatives of even
 * order with constant coefficients, a real number for each wave, N all the rest with derivatives up to the first. Immutable.
 */
public final class PeriodicForm {
    private static final int AXES = 2;
    /** Of derivatives that N may have: higher ones in it would be stiff. */
    private static final int HIGHEST = 1;

    private final List<Field> fields;
    private final List<Axis> axes;
    private final List<Axis> space;
    private final Axis time;
    private final List<Map<List<Integer>, Double>> linear = new ArrayList<>();
    private final List<Expr> rest = new ArrayList<>();
    private final List<Expr> initial = new ArrayList<>();

    /** Empty if a statement is not of this form. */
    public static Optional<PeriodicForm> of(Problem problem) {
        Args.given(problem, "problem");
        Reading reading = Reading.of(problem);
        boolean plane = problem.domain().box().isPresent()
                && problem.time().isPresent()
                && problem.spaceAxes().size() == AXES
                && problem.axes().size() == AXES + 1
                && reading.periodic().containsAll(problem.spaceAxes());
        boolean bare = reading.clauses().stream().allMatch(PeriodicForm::isUsual)
                && reading.data().isEmpty()
                && problem.parameters().isEmpty()
                && problem.fields().stream().allMatch(f -> f.axes().size() == AXES + 1);
        return plane && bare ? read(problem, reading) : Optional.empty();
    }

    /** An equation, an initial value or a wrap. */
    private static boolean isUsual(Clause c) {
        return c.part().face().isEmpty() || c.isWrap() || c.part().isEndOfTime();
    }

    private static Optional<PeriodicForm> read(Problem problem, Reading reading) {
        List<Condition> equations = List.copyOf(reading.equations());
        if (equations.size() != problem.fields().size()) {
            return Optional.empty();
        }
        PeriodicForm form = new PeriodicForm(problem);
        for (Field field : form.fields) {
            Optional<Expr> start = reading.initialValue(field);
            Optional<ConstantTerms> terms = equations.stream()
                    .map(c -> ConstantTerms.of(c.equation().residual(), problem))
                    .filter(t -> t.isOf(field))
                    .findFirst();
            if (start.isEmpty() || terms.isEmpty()) {
                return Optional.empty();
            }
            form.initial.add(start.get());
            form.linear.add(terms.get().symbol());
            form.rest.add(terms.get().rest());
        }
        return form.isMild() ? Optional.of(form) : Optional.empty();
    }

    private PeriodicForm(Problem problem) {
        this.fields = problem.fields();
        this.axes = problem.axes();
        this.space = problem.spaceAxes();
        this.time = problem.time().orElseThrow();
    }

    private boolean isMild() {
        return Program.compile(rest).states().stream()
                .map(s -> new Derivative(s.field(), s.orders()))
                .allMatch(d -> d.orders().stream().mapToInt(k -> k).sum() <= HIGHEST
                        && d.orders().get(d.field().axes().indexOf(time)) == 0);
    }

    /** In the order of the problem. */
    List<Field> fields() {
        return fields;
    }

    /** Of the problem. */
    List<Axis> axes() {
        return axes;
    }

    List<Axis> space() {
        return space;
    }

    Axis time() {
        return time;
    }

    /** N of each field. */
    List<Expr> rest() {
        return rest;
    }

    /** Initial values of each field. */
    List<Expr> initial() {
        return initial;
    }

    /** L of a field for a wave, [space] numbers of waves around the axes. */
    double symbol(int field, int[] waves) {
        double sum = 0;
        for (Map.Entry<List<Integer>, Double> term : byName(field).values()) {
            double product = term.getValue();
            int order = 0;
            for (int a = 0; a < waves.length; a++) {
                int power = term.getKey().get(fields.get(field).axes().indexOf(space.get(a)));
                product *= Math.pow(2 * Math.PI * waves[a] / space.get(a).length(), power);
                order += power;
            }
            sum += order % 4 == 0 ? product : -product;
        }
        return sum;
    }

    /** In an order that is always the same. */
    private Map<String, Map.Entry<List<Integer>, Double>> byName(int field) {
        Map<String, Map.Entry<List<Integer>, Double>> named = new TreeMap<>();
        linear.get(field).entrySet().forEach(e -> named.put(e.getKey().toString(), e));
        return named;
    }
}
