package org.pinn4j.pde;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pinn4j.args.Args;

/**
 * Σ body over i = from ... to, whose body names coordinates, numbers and derivatives by their places: a text and a tree of the size of
 * the body, however many terms. In normal form what is the same in all terms stands before the sum, and a sum of bodies is a sum of
 * sums; so {@code Σ (u_ii + 2·x_i·u_i)} is {@code Δu + 2·Σ x_i·u_i}.
 *
 * <p>Its derivative along x_k takes from Σ f(x_i, x_{i+1}) the terms that x_k stands in, f_1(x_k, x_{k+1}) + f_2(x_{k−1}, x_k), and
 * differentiates the fields of all terms.
 */
public final class IndexSum extends Composite {
    /** No axis of a problem is this short. */
    private static final Axis PLACE = Axis.of("place", 0, Double.MIN_VALUE);

    private final int from;
    private final int to;
    private final Expr body;
    private final List<Indexed> leaves;

    private IndexSum(int from, int to, Expr body) {
        super(mixed(mixed(8, body.hashCode()), 31 * from + to), 0, List.of(body));
        this.from = from;
        this.to = to;
        this.body = body;
        this.leaves = leaves(body);
        leaves.forEach(leaf -> leaf.check(from, to));
    }

    private static List<Indexed> leaves(Expr body) {
        Set<Indexed> found = new LinkedHashSet<>();
        body.accept(new Substitution(e -> null) {
            @Override
            public Expr indexed(Indexed leaf) {
                found.add(leaf);
                return leaf;
            }

            @Override
            public Expr indexSum(IndexSum closed) {
                return closed;
            }
        });
        return List.copyOf(found);
    }

    /**
     * @param body the term of an index
     * @throws IllegalArgumentException if a place is out of its family or vector, or the body has the index of another sum
     */
    static Expr over(int from, int to, java.util.function.Function<Index, Expr> body) {
        if (from < 1 || to < from || to - from >= Axes.MOST) {
            throw new IllegalArgumentException(
                    "sum over i = %d .. %d: need 1 ≤ from ≤ to and at most %d terms".formatted(from, to, Axes.MOST));
        }
        Index made = Index.fresh();
        Expr term = Args.given(body.apply(made), "body");
        return of(from, to, mapped(term, leaf -> leaf.with(i -> i.bound(made))));
    }

    /** The body with other leaves of the index; those of sums inside are theirs. */
    static Expr mapped(Expr body, java.util.function.Function<Indexed, Expr> leaf) {
        return body.accept(new Substitution(e -> null) {
            @Override
            public Expr indexed(Indexed e) {
                return leaf.apply(e);
            }

            @Override
            public Expr indexSum(IndexSum closed) {
                return closed;
            }
        });
    }

    /** In normal form; not always an {@code IndexSum}. */
    static Expr of(int from, int to, Expr body) {
        if (!has(body, INDEXED)) {
            return body.times(to - from + 1.0);
        }
        if (body instanceof Sum s) {
            return Expr.sum(s.terms().stream().map(t -> of(from, to, t)).toList());
        }
        if (body instanceof Product p) {
            List<Expr> same = new ArrayList<>(p.factors());
            same.removeIf(f -> has(f, INDEXED));
            List<Expr> rest = new ArrayList<>(p.factors());
            rest.removeIf(f -> !has(f, INDEXED));
            if (!same.isEmpty()) {
                same.add(of(from, to, Expr.product(rest)));
                return Expr.product(same);
            }
        }
        IndexSum sum = new IndexSum(from, to, body);
        return from == to ? sum.at(from) : sum;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** The term of the index. */
    public Expr body() {
        return body;
    }

    /** The leaves of the body that the index changes, each once. */
    public List<Indexed> leaves() {
        return leaves;
    }

    /** Whether a part of the body has none of these, so that it is the same in all terms. */
    public static boolean isFixed(Expr part) {
        return !has(Args.given(part, "part"), INDEXED);
    }

    /** The term at a value of the index. */
    public Expr at(int i) {
        int checked = Args.within(from, to, i, "i");
        return mapped(body, leaf -> leaf.at(checked));
    }

    /** A part of its body at a value of the index. */
    public Expr at(Expr part, int i) {
        int checked = Args.within(from, to, i, "i");
        return isFixed(part) ? part : mapped(part, leaf -> leaf.at(checked));
    }

    /** All terms, each made when it is asked for. */
    public List<Expr> terms() {
        return new AbstractList<>() {
            @Override
            public Expr get(int k) {
                return at(from + k);
            }

            @Override
            public int size() {
                return to - from + 1;
            }
        };
    }

    /** The sum of all terms. @throws IllegalArgumentException over {@link Expr#MAX_NODES} */
    public Expr written() {
        bounded((long) (to - from + 1) * body.nodes());
        return Expr.sum(terms());
    }

    /** The coordinates of its body that belong to a family. */
    List<Component> components(Axes axes) {
        return leaves.stream()
                .filter(leaf -> leaf instanceof Component c && c.axes().equals(axes))
                .map(Component.class::cast)
                .toList();
    }

    /** ∂ body / ∂ one of its coordinates, all others and the fields held. */
    Expr partial(Component by) {
        return partial(body, by);
    }

    static Expr partial(Expr body, Component by) {
        Expr flat = mapped(body, leaf -> leaf.equals(by) ? PLACE : leaf);
        return d(flat, PLACE).substitute(e -> e.equals(PLACE) ? by : null);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.indexSum(this);
    }

    @Override
    Expr rule(Axis by) {
        List<Expr> parts = new ArrayList<>(List.of(of(from, to, d(body, by))));
        for (Indexed leaf : leaves) {
            if (leaf instanceof Component c && c.axes().has(by)) {
                int away = c.axes().place(by) - c.index().shift();
                int i = away / c.index().stride();
                if (away % c.index().stride() == 0 && i >= from && i <= to) {
                    parts.add(mapped(partial(c), l -> l.at(i)));
                }
            }
        }
        return Expr.sum(parts);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof IndexSum s
                        && hashCode() == s.hashCode()
                        && from == s.from
                        && to == s.to
                        && body.equals(s.body);
    }

    /** {@code Δu}, {@code |∇u|²}, else {@code Σ(i=1..9, x[i]·u_{x[i]})}. */
    @Override
    public String toString() {
        Expr inner = body instanceof Power p && p.exponent() == 2 ? p.base() : body;
        if (inner instanceof IndexedDerivative d && d.of().total() == 0 && overAll(d, inner == body ? 2 : 1)) {
            return inner == body ? "Δ" + d.of().field() : "|∇" + d.of().field() + "|²";
        }
        return "Σ(i=%d..%d, %s)".formatted(from, to, body);
    }

    private boolean overAll(IndexedDerivative d, int order) {
        Component first = d.along().get(0);
        return d.along().size() == order
                && d.along().stream().allMatch(first::equals)
                && first.index().equals(Index.BOUND)
                && from == 1
                && to == first.axes().count()
                && Axes.among(d.of().field().axes(), 2).size() == 1;
    }
}
