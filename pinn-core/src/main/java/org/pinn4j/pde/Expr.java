package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.pinn4j.args.Args;

/** An expression of the coordinates, the unknown fields and their derivatives. Immutable; equality is by value. */
public sealed interface Expr permits Constant, Axis, Parameter, Field, Derivative, Node, Normal, Measurement, Indexed {
    /**
     * Deepest nesting of an expression, a leaf counting 0. Walks over trees are recursive: so many levels of any kind fit into half
     * the stack that a thread has by default. Deeper ones are refused where they are made.
     */
    int MAX_DEPTH = 400;

    /**
     * Most nodes of one expression as a tree, its derivatives too. A tree of this size is walked in a few milliseconds and compiled
     * in some tens of them; each further derivative of a product of n factors multiplies the size by n. Larger ones are refused
     * where they are made.
     */
    int MAX_NODES = 200_000;

    /** Calls the visitor's method for this kind of node. */
    <R> R accept(ExprVisitor<R> visitor);

    /** Exact partial derivative by the rules of calculus; no truncation error. */
    Expr d(Axis by);

    /** Repeated partial derivative, {@code d(x, x)} is the second one. */
    default Expr d(Axis first, Axis second, Axis... more) {
        Args.given(first, "first", second, "second");
        Args.array(more, "more");
        Expr result = d(first).d(second);
        for (Axis axis : more) {
            result = result.d(axis);
        }
        return result;
    }

    /**
     * The derivative of a field, or of a derivative, along the coordinate that the index of a sum names.
     * @throws IllegalArgumentException for any other expression: {@link Axes#dot} and {@link Axes#laplacian} differentiate those
     */
    default Expr d(Component first, Component... more) {
        Args.given(first, "first");
        Args.array(more, "more");
        if (!(this instanceof Field || this instanceof Derivative || this instanceof IndexedDerivative)) {
            throw new IllegalArgumentException(
                    "(%s).d(%s): along an index a field or its derivative only; use Axes.dot or Axes.laplacian"
                            .formatted(this, first));
        }
        Expr result = IndexedDerivative.of(this, first);
        for (Component next : more) {
            result = IndexedDerivative.of(result, next);
        }
        return result;
    }

    /** Replaces every axis, parameter or field that {@code map} knows (the result is null where it does not). */
    default Expr substitute(java.util.function.Function<Expr, Expr> map) {
        Args.given(map, "map");
        return accept(new Substitution(map));
    }

    default Expr plus(Expr other) {
        Args.given(other, "other");
        return Sum.of(this, other);
    }

    default Expr plus(double other) {
        return Sum.of(this, new Constant(other));
    }

    default Expr minus(Expr other) {
        Args.given(other, "other");
        return Sum.of(this, other.negate());
    }

    default Expr minus(double other) {
        return Sum.of(this, new Constant(-other));
    }

    default Expr times(Expr other) {
        Args.given(other, "other");
        return Product.of(this, other);
    }

    default Expr times(double factor) {
        return Product.of(new Constant(factor), this);
    }

    default Expr over(Expr divisor) {
        Args.given(divisor, "divisor");
        return Product.of(this, Power.of(divisor, -1));
    }

    default Expr over(double divisor) {
        if (divisor == 0) {
            throw new IllegalArgumentException("%s / 0: the divisor must not be zero".formatted(this));
        }
        return times(1 / divisor);
    }

    default Expr pow(double exponent) {
        return Power.of(this, exponent);
    }

    default Expr negate() {
        return times(-1);
    }

    /** The value of this expression at the partner point on {@code region}, for example across a periodic wrap. */
    default Expr trace(Region region) {
        Args.given(region, "region");
        return new Trace(this, region);
    }

    default Equation equalTo(Expr right) {
        Args.given(right, "right");
        return new Equation(this, right);
    }

    default Equation equalTo(double right) {
        return equalTo(new Constant(right));
    }

    /** How deep its nodes are nested; 0 for a leaf. At most {@link #MAX_DEPTH}. */
    default int depth() {
        return 0;
    }

    /** The nodes of this tree, a leaf is one; a part that is shared counts where it is met. At most {@link #MAX_NODES}. */
    default int nodes() {
        return 1;
    }

    /** The number that this expression is; empty for every other kind of node. */
    default OptionalDouble number() {
        return OptionalDouble.empty();
    }

    static Expr constant(double value) {
        return new Constant(value);
    }

    /** The sum of all in normal form: flat, like terms joined, zeros dropped. */
    static Expr sum(List<Expr> terms) {
        Args.list(terms, "terms");
        return Sum.of(terms.toArray(Expr[]::new));
    }

    /** Σ body over i = from ... to, see {@link IndexSum}. @param body the term of an index */
    static Expr sum(int from, int to, java.util.function.Function<Index, Expr> body) {
        return IndexSum.over(from, to, Args.given(body, "body"));
    }

    /** The product of all in normal form: flat, numbers multiplied, powers of one base joined. */
    static Expr product(List<Expr> factors) {
        Args.list(factors, "factors");
        return Product.of(factors.toArray(Expr[]::new));
    }

    /**
     * {@code first.times(second).times(third)} and so on, which is another tree than {@link #product} where a number and a bracket
     * meet: 2·(x + 1)·x² is (2x + 2)·x². In a time that follows from their number, where one after the other takes its square.
     */
    static Expr inTurn(List<Expr> factors) {
        Args.list(factors, "factors");
        Expr before = Constant.ONE;
        int k = 0;
        boolean number = true;
        for (; k < factors.size() && (number || factors.get(k).number().isPresent()); k++) {
            before = before.times(factors.get(k));
            number = before.number().isPresent();
        }
        if (k == factors.size()) {
            return before;
        }
        List<Expr> rest = new ArrayList<>(factors.subList(k - 1, factors.size()));
        rest.set(0, before);
        return product(rest);
    }

    static Expr sin(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.SIN, e);
    }

    static Expr cos(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.COS, e);
    }

    static Expr exp(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.EXP, e);
    }

    static Expr log(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.LOG, e);
    }

    static Expr sqrt(Expr e) {
        Args.given(e, "e");
        return Power.of(e, 0.5);
    }

    static Expr tanh(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.TANH, e);
    }

    static Expr abs(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.ABS, e);
    }

    static Expr asinh(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.ASINH, e);
    }

    static Expr erf(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.ERF, e);
    }

    static Expr atan(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.ATAN, e);
    }

    static Expr sinh(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.SINH, e);
    }

    static Expr cosh(Expr e) {
        Args.given(e, "e");
        return Call.of(Function.COSH, e);
    }

    /**
     * A function of the coordinates given as code, with exact derivatives of every order through Hipparchus.
     * @param name how it prints and how a stored solution names it
     * @param f a static generic method {@code <T extends CalculusFieldElement<T>> T f(T[] x)}
     * @param arguments the axes whose coordinates are handed to {@code f}, in this order
     */
    static Expr function(String name, CoordinateFunction.Code f, Axis... arguments) {
        Args.given(name, "name", f, "f");
        Args.array(arguments, "arguments");
        return new CoordinateFunction(name, f, List.<Expr>of(arguments));
    }

    /** A function of the coordinates known by its values only: it cannot be differentiated, so its condition is a soft one. */
    static Expr values(String name, ToDoubleFunction<double[]> f, Axis... arguments) {
        Args.given(name, "name", f, "f");
        Args.array(arguments, "arguments");
        return new SampledFunction(name, f, List.<Expr>of(arguments));
    }

    /** The measured value at each point of a data condition. */
    static Expr measurement() {
        return Measurement.VALUE;
    }
}
