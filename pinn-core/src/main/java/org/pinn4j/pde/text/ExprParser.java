package org.pinn4j.pde.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.SampledFunction;

/** Reads the text form of {@link ExprText} by recursive descent, one method for each rule of the grammar. */
final class ExprParser {
    /** Differentiation multiplies the size of a tree, so what is differentiated while reading must be small. */
    private static final int MAX_DIFFERENTIATED = 200;

    /** Of the axes of a field: what a mention of it may cost. */
    private static final int MAX_COUNTED = 200;

    private final TextCursor in;
    private final Vocabulary names;
    private final Allowance allowance;
    private final IndexParser indices;
    private int depth;

    /** @param whole what the text is a part of, or null */
    ExprParser(String text, Vocabulary names, Allowance whole) {
        if (text.length() > ExprText.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "expression of %d characters: at most %d are read; give a part of it a field and an equation of its own"
                            .formatted(text.length(), ExprText.MAX_LENGTH));
        }
        this.in = new TextCursor(text);
        this.names = names;
        this.indices = new IndexParser(in, names);
        this.allowance = new Allowance(ExprText.MAX_NODES, "one expression", whole);
    }

    Expr parse() {
        try {
            return whole();
        } catch (TextCursor.Located e) {
            throw e;
        } catch (IllegalArgumentException e) { // refused by an expression or by the allowance, which know no column
            throw new IllegalArgumentException(in.error("%s", e.getMessage()).getMessage(), e);
        }
    }

    private Expr whole() {
        Expr e = sum();
        if (!in.atEnd()) {
            throw in.error("'%s' does not continue an expression", in.peek());
        }
        if (!Leaves.of(e).numbers().stream().allMatch(Double::isFinite)) {
            throw in.errorAt(0, "a constant works out to NaN or infinity");
        }
        return e;
    }

    /** {@code product (('+' | '-') product)*} */
    private Expr sum() {
        if (++depth > ExprText.MAX_DEPTH) {
            throw in.error("nested deeper than %d", ExprText.MAX_DEPTH);
        }
        List<Expr> terms = new ArrayList<>(List.of(product()));
        while (in.peek() == '+' || in.peek() == '-') {
            boolean minus = in.skip('-') || !in.skip('+');
            Expr term = product();
            terms.add(minus ? term.negate() : term);
        }
        depth--;
        return terms.size() == 1 ? terms.get(0) : made(Expr.sum(terms));
    }

    /** {@code signed (('*' | '·' | '/') signed)*} */
    private Expr product() {
        List<Expr> factors = new ArrayList<>(List.of(signed()));
        while (in.peek() == '*' || in.peek() == '·' || in.peek() == '/') {
            boolean over = in.skip('/') || !(in.skip('*') || in.skip('·'));
            Expr factor = signed();
            factors.add(over ? factor.pow(-1) : factor);
        }
        return factors.size() == 1 ? factors.get(0) : made(Expr.product(factors));
    }

    /** Joining takes the parts of all brackets beside each other once more. */
    private Expr made(Expr e) {
        allowance.work(e.nodes());
        return e;
    }

    private Expr signed() {
        boolean minus = false;
        while (in.peek() == '-' || in.peek() == '+') {
            minus ^= in.skip('-') || !in.skip('+');
        }
        Expr e = power();
        return minus ? made(e.negate()) : e;
    }

    /** {@code atom ('^' signed)?}, the exponent a number once it is worked out. */
    private Expr power() {
        Expr base = atom();
        if (!in.skip('^')) {
            return base;
        }
        int position = in.position();
        if (++depth > ExprText.MAX_DEPTH) {
            throw in.error("nested deeper than %d", ExprText.MAX_DEPTH);
        }
        Expr written = signed();
        depth--;
        OptionalDouble exponent = written.number();
        if (exponent.isEmpty() || !Double.isFinite(exponent.getAsDouble())) {
            throw in.errorAt(
                    position, "the exponent must be a finite number, got %s; write exp(b*log(a)) for a^b", written);
        }
        return base.pow(exponent.getAsDouble());
    }

    private Expr atom() {
        allowance.keep(1);
        char c = in.peek();
        if (c >= '0' && c <= '9' || c == '.') {
            return Expr.constant(in.number());
        }
        if (in.skip('(')) {
            Expr e = sum();
            in.expect(')');
            return e;
        }
        if (in.skip('@')) {
            return function();
        }
        if (in.skip('π')) {
            return Expr.constant(Math.PI);
        }
        return named();
    }

    private Expr named() {
        int position = in.position();
        String name = in.name(names::hasUnknown);
        if (name.isEmpty()) {
            throw in.error(
                    in.atEnd() ? "the expression ends too early" : "'%s' does not begin an expression", in.peek());
        }
        if (in.skip('(')) {
            Expr e = call(name, position);
            in.expect(')');
            return e;
        }
        if (in.skip('[')) {
            return indices.leaf(name, position);
        }
        if (in.skip('_')) {
            return derivative(name, position);
        }
        return leaf(name, position);
    }

    private Expr leaf(String name, int position) {
        Expr e = names.leaf(name);
        if (names.fields.containsKey(name)) {
            allowance.work(Math.min(MAX_COUNTED, names.fields.get(name).axes().size()));
        }
        if (e != null) {
            return e;
        }
        return switch (name) {
            case "pi" -> Expr.constant(Math.PI);
            case "data" -> Expr.measurement();
            default -> throw in.errorAt(position, "unknown name '%s', known are %s", name, names.known());
        };
    }

    /** {@code u_xx}, {@code u_{x,x}} or the normal {@code n_x}. */
    private Expr derivative(String name, int position) {
        Field field = names.fields.get(name);
        List<Direction> along = in.skip('{')
                ? listed()
                : Direction.of(
                        spelled(name, field == null ? List.copyOf(names.axes.values()) : field.axes(), position));
        if (field == null && name.equals("n") && along.size() == 1) {
            return along.get(0).normal().get();
        }
        if (field == null) {
            throw in.errorAt(
                    position,
                    "'%s' is not a field, fields are %s; write d(..., x) for a derivative of an expression",
                    name,
                    TextCursor.tuple(names.fields.keySet()));
        }
        return derived(field, along, position);
    }

    private List<Direction> listed() {
        List<Direction> along = new ArrayList<>(List.of(direction()));
        while (in.skip(',')) {
            along.add(direction());
        }
        in.expect('}');
        return along;
    }

    /** An axis, or in a sum the one that its index names. */
    private Direction direction() {
        in.peek();
        int position = in.position();
        String name = in.name();
        return in.skip('[') ? Direction.of(indices.component(name, position)) : Direction.of(axis(name, position));
    }

    /** Axis names written without a gap; they must be readable in one way only. */
    private List<Axis> spelled(String name, List<Axis> of, int position) {
        String word = in.word();
        List<List<Axis>> readings = Vocabulary.readings(word, of);
        if (readings.isEmpty() && of.size() < names.axes.size()) {
            lacking(name, word, of, position);
        }
        if (readings.size() != 1 || word.isEmpty()) {
            throw in.errorAt(
                    position,
                    "'_%s' %s axis names %s; write _{x,y}",
                    TextCursor.brief(word),
                    readings.isEmpty() || word.isEmpty() ? "is not made of the" : "can be read in several ways as",
                    TextCursor.tuple(of));
        }
        return readings.get(0);
    }

    /** Made of names of axes, but not all of them those of the field. */
    private void lacking(String name, String word, List<Axis> of, int position) {
        for (List<Axis> along : Vocabulary.readings(word, List.copyOf(names.axes.values()))) {
            List<Axis> others =
                    along.stream().filter(a -> !of.contains(a)).distinct().toList();
            throw in.errorAt(
                    position,
                    "%s does not vary along %s, its axes are %s",
                    name,
                    Names.list(others),
                    TextCursor.tuple(of));
        }
    }

    private Axis axis() {
        in.peek();
        int position = in.position();
        return axis(in.name(), position);
    }

    private Axis axis(String name, int position) {
        Axis axis = names.axes.get(name);
        if (axis == null) {
            throw in.errorAt(position, "'%s' is not an axis, axes are %s", name, TextCursor.tuple(names.axes.keySet()));
        }
        return axis;
    }

    private Expr derived(Expr e, List<Direction> along, int position) {
        if (along.size() > Derivative.MAX_ORDER) {
            throw in.errorAt(position, "a derivative of order %d, at most %d", along.size(), Derivative.MAX_ORDER);
        }
        Expr result = e;
        for (Direction direction : along) {
            if (result.nodes() > MAX_DIFFERENTIATED) {
                throw in.errorAt(position, "more than %d parts under a derivative; write it out", MAX_DIFFERENTIATED);
            }
            if (Leaves.of(result).mayJump()) {
                allowance.jumps(result.nodes(), result.depth());
            }
            result = differentiated(result, direction, position);
        }
        allowance.keep(result.nodes());
        return result;
    }

    private Expr differentiated(Expr e, Direction along, int position) {
        try {
            return along.derivative().apply(e);
        } catch (IllegalArgumentException failure) {
            throw new IllegalArgumentException(
                    in.errorAt(position, "%s", failure.getMessage()).getMessage(), failure);
        }
    }

    private Expr call(String name, int position) {
        switch (name) {
            case "normal":
                return direction().normal().get();
            case "sum":
                return indices.sum(allowance, this::sum);
            case "measurement":
                return Expr.measurement();
            case "sqrt":
                return Expr.sqrt(sum());
            case "trace":
                return trace();
            case "d":
                Expr inner = sum();
                in.expect(',');
                List<Direction> along = new ArrayList<>(List.of(Direction.of(axis())));
                while (in.skip(',')) {
                    along.add(Direction.of(axis()));
                }
                return derived(inner, along, position);
            default:
                return elementary(name, position);
        }
    }

    private Expr elementary(String name, int position) {
        for (Function f : Function.values()) {
            if (f.name().toLowerCase(Locale.ROOT).equals(name)) {
                return f.of(sum());
            }
        }
        throw in.errorAt(
                position, "unknown function '%s'; write * for a product, @%s for a function given as code", name, name);
    }

    private Expr trace() {
        Expr inner = sum();
        in.expect(',');
        Axis axis = axis();
        in.expect(',');
        in.peek();
        int position = in.position();
        String side = in.name();
        if (!side.equals("min") && !side.equals("max")) {
            throw in.errorAt(position, "expected min or max, got '%s'", side);
        }
        return inner.trace(side.equals("min") ? axis.start() : axis.end());
    }

    /** {@code @name[orders](arguments)}, the code taken from the functions handed in. */
    private Expr function() {
        int position = in.position();
        String name = in.name();
        List<Integer> orders = in.skip('[') ? orders() : null;
        in.expect('(');
        List<Expr> arguments = new ArrayList<>(List.of(sum()));
        while (in.skip(',')) {
            arguments.add(sum());
        }
        in.expect(')');
        arguments.forEach(a -> allowance.work(a.nodes()));
        if (!Leaves.of(arguments.toArray(Expr[]::new)).known()) {
            throw in.errorAt(position, "the function @%s takes coordinates only", name);
        }
        return code(name, arguments, orders, position);
    }

    private Expr code(String name, List<Expr> arguments, List<Integer> orders, int position) {
        Expr code = names.functions.get(name);
        if (code instanceof CoordinateFunction f
                && f.arguments().size() == arguments.size()
                && (orders == null || orders.size() == arguments.size() && sum(orders) <= Derivative.MAX_ORDER)) {
            return f.at(arguments, orders == null ? Collections.nCopies(arguments.size(), 0) : orders);
        }
        if (code instanceof SampledFunction f && f.arguments().size() == arguments.size() && orders == null) {
            return f.at(arguments);
        }
        throw in.errorAt(
                position,
                code == null
                        ? "the function @%s is given as code and must be handed in"
                        : "the function @%s does not have these arguments and derivatives",
                name);
    }

    private static int sum(List<Integer> orders) {
        return orders.stream().mapToInt(Integer::intValue).sum();
    }

    private List<Integer> orders() {
        List<Integer> orders = new ArrayList<>();
        do {
            in.peek();
            double order = in.number();
            if (order != Math.rint(order) || order > Derivative.MAX_ORDER) {
                throw in.error("a derivative order is a whole number up to %d, got %s", Derivative.MAX_ORDER, order);
            }
            orders.add((int) order);
        } while (in.skip(','));
        in.expect(']');
        return orders;
    }
}
