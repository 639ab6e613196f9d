package org.pinn4j.pde;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.pinn4j.args.Args;

/** A function of the coordinates known by its values only. Equality is by name and arguments. */
public final class SampledFunction extends Node {
    private final String name;
    private final ToDoubleFunction<double[]> code;
    private final List<Expr> arguments;

    SampledFunction(String name, ToDoubleFunction<double[]> code, List<Expr> arguments) {
        super(mixed(mixed(7, name.hashCode()), arguments.hashCode()), 0, arguments);
        Names.check("function", name);
        this.name = name;
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    public String name() {
        return name;
    }

    public ToDoubleFunction<double[]> code() {
        return code;
    }

    public List<Expr> arguments() {
        return arguments;
    }

    /** The same code at other arguments. */
    public SampledFunction at(List<Expr> newArguments) {
        Args.list(newArguments, "newArguments");
        return new SampledFunction(name, code, newArguments);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.sampledFunction(this);
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        if (arguments.stream().allMatch(a -> a.d(by).equals(Constant.ZERO))) {
            return Constant.ZERO;
        }
        throw new IllegalArgumentException("%s.d(%s): values alone cannot be differentiated; %s"
                .formatted(
                        this,
                        by,
                        Jumps.of(this, null, by)
                                .map(jump -> jump + "; " + Jumps.REMEDY)
                                .orElse("state it as an expression, or as code with Expr.function")));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SampledFunction f
                && hashCode() == f.hashCode()
                && name.equals(f.name)
                && arguments.equals(f.arguments);
    }

    @Override
    public String toString() {
        return name + "("
                + String.join(", ", arguments.stream().map(Expr::toString).toList()) + ")";
    }
}
