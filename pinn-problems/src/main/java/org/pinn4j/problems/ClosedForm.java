package org.pinn4j.problems;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.solution.Reference;

/**
 * A reference that computes each value by itself, from a formula or a quadrature.
 * @param kind what it is, for tables
 * @param field the one field it knows
 * @param floor relative L2 error it may have, at least 1e-15
 * @param formula coordinates of a point, in the order of the field's axes, to the value there
 * @param expression the same as an expression of the coordinates, for exact derivatives, where there is one
 */
public record ClosedForm(
        String kind, Field field, double floor, ToDoubleFunction<double[]> formula, Optional<Expr> expression)
        implements Reference {
    public ClosedForm {
        Args.given(field, "field");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(expression, "expression");
        if (!(floor >= 1e-15)) {
            throw new IllegalArgumentException("%s: need a floor of at least 1e-15, got %s".formatted(kind, floor));
        }
    }

    /** One that knows no derivatives. */
    public ClosedForm(String kind, Field field, double floor, ToDoubleFunction<double[]> formula) {
        this(kind, Args.given(field, "field"), floor, formula, Optional.empty());
    }

    /** The same with the expression that the formula computes. */
    ClosedForm as(Expr newExpression) {
        return new ClosedForm(kind, field, floor, formula, Optional.of(newExpression));
    }

    @Override
    public double[] values(Field wanted, double[] x, int n) {
        Args.given(wanted, "wanted", x, "x");
        Args.within(0, x.length, n, "n");
        check(wanted, x, n);
        int axes = field.axes().size();
        double[] values = new double[n];
        double[] point = new double[axes];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < axes; a++) {
                point[a] = x[a * n + i];
            }
            values[i] = formula.applyAsDouble(point);
        }
        return values;
    }

    @Override
    public Optional<double[]> derivative(Field wanted, Axis by, double[] x, int n) {
        Args.given(wanted, "wanted", by, "by");
        Args.given(x, "x");
        Args.within(0, x.length, n, "n");
        check(wanted, x, n);
        return expression.map(e -> {
            double[] values = new double[n];
            CoordinateProgram slope = CoordinateProgram.compile(List.of(e.d(by)), field.axes());
            slope.evaluate(n, x, null, null, new double[][] {values}, slope.scratch(n));
            return values;
        });
    }

    private void check(Field wanted, double[] x, int n) {
        int axes = field.axes().size();
        if (!wanted.equals(field)) {
            throw new IllegalArgumentException("%s: knows the field %s, not %s".formatted(kind, field, wanted));
        }
        if (x.length < axes * n) {
            throw new IllegalArgumentException(
                    "%s: points need [%d × %d] coordinates, got %d".formatted(kind, axes, n, x.length));
        }
    }
}
