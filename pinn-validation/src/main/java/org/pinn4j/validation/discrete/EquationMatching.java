package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Reading;

/**
 * Which equation governs which field: the assignment in which the equations have the highest derivatives of their fields, in time
 * before space, and the order of statement where that leaves a choice.
 */
final class EquationMatching {
    private static final int TIME = 1000;
    private static final int SPACE = 10;
    private static final int MOST_FIELDS = 8;

    private final List<Field> fields;
    private final Axis time;
    private final List<Condition> equations;
    private final int[] chosen;
    private int[] best;
    private int bestScore = -1;

    EquationMatching(Reading reading, Axis time) {
        this.fields = reading.fields();
        this.time = time;
        this.equations = reading.equations();
        this.chosen = new int[fields.size()];
        if (equations.size() != fields.size() || fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw NotDiscretizableException.because(
                    "%s in the interior for %s; as many are needed, at most %d",
                    Names.count(equations.size(), "equation"), Names.count(fields.size(), "field"), MOST_FIELDS);
        }
        assign(0, 0);
        if (best == null) {
            throw NotDiscretizableException.because("the equations cannot be assigned to the fields one to one");
        }
    }

    /** The residual that governs each field. */
    List<Expr> matched() {
        List<Expr> result = new ArrayList<>();
        for (int equation : best) {
            result.add(equations.get(equation).equation().residual());
        }
        return result;
    }

    private void assign(int field, int score) {
        if (field == fields.size()) {
            if (score > bestScore) {
                bestScore = score;
                best = chosen.clone();
            }
            return;
        }
        for (int e = 0; e < equations.size(); e++) {
            int gain = score(e, field);
            if (gain >= 0 && !taken(e, field)) {
                chosen[field] = e;
                assign(field + 1, score + gain);
            }
        }
    }

    private boolean taken(int equation, int before) {
        for (int f = 0; f < before; f++) {
            if (chosen[f] == equation) {
                return true;
            }
        }
        return false;
    }

    /** −1 if the equation does not know the field. */
    private int score(int e, int f) {
        int score = -1;
        for (Derivative d : Statement.leaves(equations.get(e)).states()) {
            if (d.field().equals(fields.get(f))) {
                int inTime = time == null ? 0 : d.orders().get(d.field().axes().indexOf(time));
                int all = d.orders().stream().mapToInt(Integer::intValue).sum();
                score = Math.max(score, TIME * inTime + SPACE * (all - inTime) + (e == f ? 1 : 0));
            }
        }
        return score;
    }
}
