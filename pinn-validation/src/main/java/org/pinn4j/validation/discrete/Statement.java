package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.ConditionForm;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;

/** What a problem says in the terms of a grid: which equation and condition governs which field. Immutable once made. */
final class Statement {
    private static final int MOST_SPACE_AXES = 2;
    private static final int MOST_TIME_ORDER = 2;

    final Problem problem;
    final Reading reading;
    /** Null for a steady problem. */
    final Axis time;

    final List<Axis> space;
    final List<Field> fields;
    /** Order in time by field, 0 to 2. */
    final int[] timeOrder;
    /** By space axis. */
    final boolean[] periodic;
    /** The residual in the interior that governs each field. */
    final List<Expr> equations;
    /** On ends of axes that are not periodic. */
    final List<FaceCondition> faces;
    /** By field; null for a field without derivative in time. */
    final Expr[] initialValue;
    /** ∂field/∂t at the start, by field; null unless of second order in time. */
    final Expr[] initialRate;

    Statement(Problem problem) {
        this.problem = problem;
        this.reading = Reading.of(problem);
        this.time = problem.time().orElse(null);
        this.space = problem.spaceAxes();
        this.fields = problem.fields();
        problem.onlyWeakly().ifPresent(jump -> {
            throw NotDiscretizableException.because("%s, and a grid has the equations at its nodes", jump);
        });
        if (space.size() > MOST_SPACE_AXES) {
            throw NotDiscretizableException.because(
                    "%d space axes, and grids have at most %d", space.size(), MOST_SPACE_AXES);
        }
        checkPlace();
        problem.conditions().forEach(this::check);
        fields.forEach(this::checkAxes);
        this.timeOrder = new int[fields.size()];
        for (int f = 0; f < timeOrder.length; f++) {
            timeOrder[f] = timeOrder(fields.get(f));
        }
        this.equations = new EquationMatching(reading, time).matched();
        this.periodic = new boolean[space.size()];
        this.faces = new ArrayList<>();
        for (int a = 0; a < periodic.length; a++) {
            FaceMatching matching = new FaceMatching(reading, a);
            periodic[a] = matching.periodic();
            faces.addAll(matching.conditions());
        }
        this.initialValue = new Expr[fields.size()];
        this.initialRate = new Expr[fields.size()];
        reading.clauses().stream().filter(c -> c.part().isEndOfTime()).forEach(this::initial);
        checkInitial();
    }

    private void checkPlace() {
        if (problem.domain().box().isEmpty()) {
            throw NotDiscretizableException.because("the %s is no box, and grids are boxes", problem.domain());
        }
        problem.axes().stream().filter(Axis::isParameter).findFirst().ifPresent(a -> {
            throw NotDiscretizableException.because(
                    "it is a problem for each %s; a grid solves one, with a number in its place", a);
        });
    }

    private void check(Condition c) {
        Leaves leaves = leaves(c);
        if (!c.region().cuts().isEmpty()) {
            throw NotDiscretizableException.because(
                    "condition '%s' stands on a part of a side, %s; a grid knows whole sides", c.name(), c.region());
        }
        if (c.region() instanceof Region.Points || leaves.measured()) {
            throw NotDiscretizableException.because(
                    "condition '%s' stands at given points; a grid knows faces and the interior only", c.name());
        }
        if (!leaves.parameters().isEmpty()) {
            throw NotDiscretizableException.because(
                    "'%s' has the unknown coefficient %s; substitute a number for it",
                    c.name(), leaves.parameters().iterator().next());
        }
        for (Derivative d : leaves.states()) {
            for (int k = 0; k < d.orders().size(); k++) {
                if (!d.field().axes().get(k).isTime() && d.orders().get(k) > AxisGrid.HIGHEST_DERIVATIVE) {
                    throw NotDiscretizableException.because(
                            "'%s' has %s, and a grid knows derivatives up to order %d along an axis",
                            c.name(), d, AxisGrid.HIGHEST_DERIVATIVE);
                }
            }
        }
        boolean wrap = ConditionForm.of(c).kind() == ConditionForm.Kind.WRAP;
        if (!leaves.traces().isEmpty() && !wrap) {
            throw NotDiscretizableException.because(
                    "'%s' compares two places, which only periodicIn(axis) or a plain wrap may", c.name());
        }
    }

    static Leaves leaves(Condition c) {
        return Leaves.of(c.equation().left(), c.equation().right());
    }

    private void checkAxes(Field field) {
        if (field.axes().size() != problem.axes().size()) {
            throw NotDiscretizableException.because(
                    "the field %s has the axes %s and the problem %s; every field needs them all",
                    field, field.axes(), problem.axes());
        }
    }

    private int timeOrder(Field field) {
        int order = time == null ? 0 : reading.order(field, time);
        if (order > MOST_TIME_ORDER) {
            throw NotDiscretizableException.because(
                    "%s has order %d in %s, at most %d is known", field, order, time, MOST_TIME_ORDER);
        }
        return order;
    }

    private void initial(Clause c) {
        ConditionForm form = c.form();
        if (c.side() != Region.Side.MIN || form.kind() == ConditionForm.Kind.OTHER) {
            throw NotDiscretizableException.because(
                    "'%s' is not the value or the rate of one field at the start of %s",
                    c.condition().name(), time);
        }
        Expr[] place = form.kind() == ConditionForm.Kind.VALUE ? initialValue : initialRate;
        int f = fields.indexOf(form.field());
        if (place[f] != null) {
            throw NotDiscretizableException.because(
                    "'%s' states what another condition states already",
                    c.condition().name());
        }
        place[f] = form.datum();
    }

    private void checkInitial() {
        for (int f = 0; f < timeOrder.length; f++) {
            int stated = (initialValue[f] == null ? 0 : 1) + (initialRate[f] == null ? 0 : 1);
            if (stated != timeOrder[f] || timeOrder[f] == 1 && initialValue[f] == null) {
                throw NotDiscretizableException.because(
                        "%s has order %d in %s and %s",
                        fields.get(f), timeOrder[f], time, Names.count(stated, "initial condition"));
            }
        }
    }
}
