package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;

/** Takes the equations of a statement apart. */
final class EvolutionReader {
    private static final double SINGULAR = 1e-12;

    private final Reading reading;
    private final Problem problem;
    private final Axis time;
    private final List<Axis> space;
    private final double[][] mass;
    private final List<Evolution.Term> linear = new ArrayList<>();
    private final List<Expr> remainder = new ArrayList<>();

    EvolutionReader(Reading reading, Axis time) {
        this.reading = reading;
        this.problem = reading.problem();
        this.time = time;
        this.space = problem.spaceAxes();
        this.mass = new double[problem.fields().size()][problem.fields().size()];
    }

    Optional<Evolution> read() {
        List<Condition> equations = reading.equations();
        if (!onPeriodicAxes() || equations.size() != problem.fields().size() || !beginsWithValues()) {
            return Optional.empty();
        }
        for (int k = 0; k < equations.size(); k++) {
            if (!read(k, equations.get(k).equation().residual())) {
                return Optional.empty();
            }
        }
        if (!Double.isFinite(largest())) { // a factorisation would call it regular
            return Optional.empty();
        }
        if (!new LUDecomposition(new Array2DRowRealMatrix(mass), SINGULAR * largest())
                .getSolver()
                .isNonSingular()) {
            return Optional.empty();
        }
        List<Expr> initial = problem.fields().stream()
                .map(f -> reading.initialValue(f).orElseThrow())
                .toList();
        return Optional.of(new Evolution(problem, time, space, mass, linear, remainder, initial));
    }

    private double largest() {
        return Arrays.stream(mass)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private boolean onPeriodicAxes() {
        return !space.isEmpty()
                && problem.axes().size() == space.size() + 1
                && reading.periodic().containsAll(space)
                && space.stream().allMatch(a -> reading.order(a) > 0)
                && problem.parameters().isEmpty()
                && problem.fields().stream().allMatch(f -> f.axes().containsAll(problem.axes()))
                && problem.declaredSymmetries().isEmpty()
                && reading.equations().stream().allMatch(c -> c.region().cuts().isEmpty())
                && reading.gauges().isEmpty();
    }

    /** One value of each field at the start, and beside it nothing but equations and wraps. */
    private boolean beginsWithValues() {
        List<Clause> others = reading.clauses().stream()
                .filter(c -> !c.condition().region().isInterior())
                .filter(c -> !(c.part().face().isPresent() && space.contains(c.axis()) && c.isWrap()))
                .toList();
        return others.stream().allMatch(this::isStart)
                && problem.fields().stream()
                        .allMatch(
                                f -> others.stream().filter(c -> c.isValueOf(f)).count() == 1)
                && others.size() == problem.fields().size();
    }

    private boolean isStart(Clause c) {
        return c.part().equals(new Region.Face(time, Region.Side.MIN))
                && c.isValue()
                && Leaves.of(c.datum()).known();
    }

    private boolean read(int equation, Expr residual) {
        List<Expr> others = new ArrayList<>();
        boolean all = new Expansion(term -> isLinear(equation, term) || others.add(term)).of(residual);
        Expr rest = Expr.sum(others);
        remainder.add(rest);
        Leaves leaves = Leaves.of(rest);
        boolean slow =
                leaves.states().stream().allMatch(s -> s.ordersBy(List.of(time)).get(0) == 0);
        return all && slow && leaves.traces().isEmpty() && leaves.normals().isEmpty() && !leaves.measured();
    }

    /** Whether it is a number times one state and was taken; rates of other kinds than u_t stay, and are found there. */
    private boolean isLinear(int equation, Expr term) {
        Optional<Linear> one = Linear.of(term)
                .filter(l -> l.coefficients().size() == 1 && l.rest().equals(Constant.ZERO));
        Expr state = one.map(l -> l.coefficients().keySet().iterator().next()).orElse(null);
        if (state == null || state instanceof Trace) {
            return false;
        }
        Expr coefficient = one.get().coefficients().get(state);
        Leaves leaves = Leaves.of(coefficient);
        return leaves.known()
                && leaves.axes().isEmpty()
                && leaves.functions().isEmpty()
                && take(equation, Derivative.of(state), Evaluation.evaluate(coefficient, List.of()));
    }

    private boolean take(int equation, Derivative state, double coefficient) {
        int field = problem.fields().indexOf(state.field());
        int rate = state.ordersBy(List.of(time)).get(0);
        boolean plain = state.total() == 0;
        if (rate == 1 && state.total() == 1) {
            mass[equation][field] += coefficient;
            return true;
        }
        if (rate > 0 || plain && field != equation) {
            return false;
        }
        linear.add(new Evolution.Term(equation, field, state.ordersBy(space), coefficient));
        return true;
    }
}
