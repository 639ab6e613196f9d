package org.pinn4j.pde.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Energy;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;

/**
 * The text form of expressions: {@code u_t + u*u_x - 0.5*sin(pi*x)^2}. Written text reads back as an equal tree, every number
 * bit for bit.
 * <p>Sums, products, quotients, {@code ^} with a constant exponent; {@code sin cos exp log tanh abs sign asinh erf atan sinh cosh sqrt};
 * derivatives {@code u_xx}, {@code u_{x1,x1}} or {@code d(u*u, x)}; {@code pi}; {@code normal(x)}; {@code measurement()};
 * {@code trace(u, x, max)}; {@code sum(i, 1, 9, c[i]*sin(x[i+1])*u_{x[i]})} over a family of axes and the numbers of coefficients;
 * functions given as code {@code @name(x)}, their derivatives {@code @name[2](x)}.
 */
public final class ExprText {
    /** Longest text that is read, in characters: the longest that fits into the nodes, at some three characters a node. */
    public static final int MAX_LENGTH = 64 * 1024;

    /**
     * Deepest nesting that is read, the whole and an exponent in the innermost bracket counted too: whatever tree can be made can be
     * read back.
     */
    public static final int MAX_DEPTH = Expr.MAX_DEPTH + 2;

    /** Most nodes that one text makes, what is differentiated while it is read included. */
    public static final int MAX_NODES = 20_000;

    private ExprText() {}

    /** The exact form. @throws IllegalArgumentException for NaN and infinite constants, which have none */
    public static String write(Expr e) {
        Args.given(e, "e");
        ExprWriter writer = new ExprWriter();
        e.accept(writer);
        return writer.text();
    }

    /**
     * Reads a text written by {@link #write} or by hand.
     * @param functions by name, each made by {@link Expr#function} or {@link Expr#values}; their arguments do not matter
     * @throws IllegalArgumentException with the column, if the text is not an expression of these names or is over a limit
     */
    public static Expr parse(
            String text, List<Axis> axes, List<Field> fields, List<Parameter> parameters, Map<String, Expr> functions) {
        Args.given(text, "text");
        Args.list(axes, "axes");
        Args.list(fields, "fields");
        Args.list(parameters, "parameters");
        Args.given(functions, "functions");
        return new ExprParser(text, new Vocabulary(axes, fields, parameters, functions), null).parse();
    }

    /** Reads an expression of a problem's axes, fields, parameters and functions. */
    public static Expr parse(String text, Problem problem) {
        Args.given(text, "text", problem, "problem");
        return parse(
                text,
                problem,
                new Vocabulary(problem.axes(), problem.fields(), problem.parameters(), functions(problem)));
    }

    /** Reads an expression of a problem's axes, coefficients of sums and the given functions, without fields. */
    public static Expr parseKnown(String text, Problem problem, Map<String, Expr> functions) {
        Args.given(text, "text", problem, "problem");
        Args.given(functions, "functions");
        return parse(text, problem, new Vocabulary(problem.axes(), List.of(), List.of(), functions));
    }

    private static Expr parse(String text, Problem problem, Vocabulary names) {
        Stream<Coefficients> ofShape = problem.domain().partNames().stream()
                .map(p -> problem.domain().geometry(problem.domain().part(p)))
                .flatMap(p -> p.distance().stream())
                .flatMap(e -> Leaves.of(e).coefficients().stream());
        Stream<Coefficients> stated = problem.conditions().stream().flatMap(c -> c.leaves().coefficients().stream());
        Stream.concat(ofShape, stated).forEach(v -> names.coefficients.put(v.name(), v));
        return new ExprParser(text, names, null).parse();
    }

    /** The functions given as code that a problem uses, by name. */
    public static Map<String, Expr> functions(Problem problem) {
        Args.given(problem, "problem");
        Map<String, Expr> functions = new LinkedHashMap<>();
        for (Energy e : problem.energies()) { // first: what follows from them has their derivatives
            Leaves leaves = Leaves.of(e.density());
            leaves.coordinateFunctions().forEach(f -> functions.putIfAbsent(f.name(), f));
            leaves.sampledFunctions().forEach(f -> functions.putIfAbsent(f.name(), f));
        }
        for (Condition c : problem.conditions()) {
            c.leaves().coordinateFunctions().forEach(f -> functions.putIfAbsent(f.name(), f));
            c.leaves().sampledFunctions().forEach(f -> functions.putIfAbsent(f.name(), f));
        }
        return functions;
    }
}
