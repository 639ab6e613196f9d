package org.pinn4j.pde.text;

import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Component;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Index;

/** Reads what belongs to the index of a sum: {@code sum(i, 1, 9, c[i]*x[i+1])}. */
final class IndexParser {
    private final TextCursor in;
    private final Vocabulary names;
    private String name = ""; // of the index of the sum that is being read
    private Index index;

    IndexParser(TextCursor in, Vocabulary names) {
        this.in = in;
        this.names = names;
    }

    /** After {@code sum(}, up to its bracket. @param body reads an expression */
    Expr sum(Allowance allowance, java.util.function.Supplier<Expr> body) {
        if (!name.isEmpty()) {
            throw in.error("a sum over an index inside of one over '%s'; write a product of sums", name);
        }
        name = in.name();
        in.expect(',');
        int from = place();
        in.expect(',');
        int to = place();
        in.expect(',');
        if (name.isEmpty() || names.leaf(name) != null) {
            throw in.error("a sum needs an index of a name of its own, got '%s'", name);
        }
        Expr result = Expr.sum(from, to, i -> {
            index = i;
            return body.get();
        });
        allowance.terms((long) (to - from + 1) * result.nodes());
        name = "";
        return result;
    }

    private int place() {
        in.peek();
        double number = in.number();
        if (number != Math.rint(number) || number > Axes.MOST) {
            throw in.error("a place is a whole number up to %d, got %s", Axes.MOST, number);
        }
        return (int) number;
    }

    /** A family or a vector of this name, its {@code [} read already. */
    Expr leaf(String of, int position) {
        Coefficients vector = names.coefficients.get(of);
        return vector == null ? component(of, position) : vector.at(indexed());
    }

    /** The same of a family alone. */
    Component component(String of, int position) {
        Axes family = names.families.get(of);
        if (family == null) {
            throw in.errorAt(
                    position,
                    "'%s' is neither a family of axes nor coefficients, known are %s",
                    of,
                    TextCursor.tuple(names.families.keySet()));
        }
        return family.at(indexed());
    }

    /** {@code i}, {@code i+1}, {@code 2*i-1}, and the bracket that closes it. */
    private Index indexed() {
        if (name.isEmpty()) {
            throw in.error("an index outside of a sum; write sum(i, 1, %d, ...)", 2);
        }
        char first = in.peek();
        int stride = 1;
        if (first >= '0' && first <= '9') {
            stride = place();
            in.expect('*');
        }
        String found = in.name();
        if (!found.equals(name)) {
            throw in.error("expected the index '%s', got '%s'", name, found);
        }
        Index place = index.times(stride);
        if (in.peek() == '+' || in.peek() == '-') {
            boolean minus = in.skip('-') || !in.skip('+');
            int shift = place();
            place = minus ? place.minus(shift) : place.plus(shift);
        }
        in.expect(']');
        return place;
    }
}
