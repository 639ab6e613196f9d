package org.pinn4j.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.solution.Reference;

/** A truth that is an expression of the coordinates for each field: exact, with all its derivatives. Immutable. */
public final class Formula implements Reference {
    private final double floor;
    private final Map<Field, Expr> truths;
    private final Map<Field, ToDoubleFunction<double[]>> codes;

    /**
     * @param floor relative L2 error by rounding on the grid of record, at least 1e-15
     * @param codes for values, of fields whose expressions round too much
     */
    private Formula(double floor, Map<Field, Expr> truths, Map<Field, ToDoubleFunction<double[]>> codes) {
        if (!(floor >= 1e-15)) { // written so that NaN fails too
            throw new IllegalArgumentException("formula: need a floor of at least 1e-15, got " + floor);
        }
        this.floor = floor;
        this.truths = truths;
        this.codes = codes;
    }

    static Formula of(double floor, Field field, Expr truth) {
        return new Formula(floor, Map.of(field, truth), Map.of());
    }

    /** The same that knows another field too. */
    Formula and(Field field, Expr truth) {
        Map<Field, Expr> more = new LinkedHashMap<>(truths);
        more.put(field, truth);
        return new Formula(floor, more, codes);
    }

    /**
     * The same whose values of a field are computed by code, which rounds less than the normal form of the expression.
     * @param code coordinates of a point, in the order of the field's axes, to the value there
     */
    Formula by(Field field, ToDoubleFunction<double[]> code) {
        Map<Field, ToDoubleFunction<double[]>> more = new LinkedHashMap<>(codes);
        more.put(field, code);
        return new Formula(floor, truths, more);
    }

    /** An expression of the coordinates with one of them held. */
    static Expr at(Axis axis, double value, Expr e) {
        return e.substitute(leaf -> leaf.equals(axis) ? Expr.constant(value) : null);
    }

    /** @throws IllegalArgumentException if it does not know the field */
    public Expr truth(Field field) {
        Args.given(field, "field");
        if (!truths.containsKey(field)) {
            throw new IllegalArgumentException(
                    "%s: knows the fields %s, not %s".formatted(kind(), truths.keySet(), field));
        }
        return truths.get(field);
    }

    @Override
    public String kind() {
        return "closed form";
    }

    @Override
    public double floor() {
        return floor;
    }

    @Override
    public double[] values(Field field, double[] x, int n) {
        Args.given(field, "field", x, "x");
        ToDoubleFunction<double[]> code = codes.get(field);
        return code == null
                ? evaluate(truth(field), field, x, n)
                : new ClosedForm(kind(), field, floor, code).values(field, x, n);
    }

    @Override
    public Optional<double[]> derivative(Field field, Axis by, double[] x, int n) {
        Args.given(field, "field", by, "by");
        Args.given(x, "x");
        return Optional.of(evaluate(truth(field).d(by), field, x, n));
    }

    private double[] evaluate(Expr e, Field field, double[] x, int n) {
        int axes = field.axes().size();
        if (x.length < axes * n) {
            throw new IllegalArgumentException(
                    "%s: points need [%d × %d] coordinates, got %d".formatted(kind(), axes, n, x.length));
        }
        CoordinateProgram program = CoordinateProgram.compile(List.of(e), field.axes());
        double[] values = new double[n];
        program.evaluate(n, x, null, null, new double[][] {values}, program.scratch(Math.max(1, n)));
        return values;
    }
}
