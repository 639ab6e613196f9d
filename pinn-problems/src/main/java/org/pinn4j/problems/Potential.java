package org.pinn4j.problems;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/**
 * A steady statement of one field whose slopes are the fields of another problem, as those of a stream function are velocities.
 * Immutable.
 * @param statement over the axes of the problem
 * @param known what is known of its solution and is not smooth: the rest is, and converges fast. Each summand is a function of the
 *     coordinates that is no number (0/0) where it is singular, and vanishes there with its slopes
 * @param slopes by field of the problem; fields that are not among them stay unknown
 */
public record Potential(Problem statement, List<Expr> known, Map<Field, Slope> slopes) {
    /** A factor times the slope along an axis. */
    public record Slope(Axis by, double factor) {
        public Slope {
            Objects.requireNonNull(by, "by");
        }
    }

    public Potential {
        Args.given(statement, "statement");
        Args.list(known, "known");
        Args.map(slopes, "slopes");
        known = List.copyOf(known);
        slopes = Map.copyOf(slopes);
        if (statement.fields().size() != 1 || statement.time().isPresent()) {
            throw new IllegalArgumentException(
                    "potential: need a steady statement of one field, got %s".formatted(statement.fields()));
        }
    }

    /** The field of the statement. */
    public Field field() {
        return statement.fields().get(0);
    }
}
