package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.args.Args;

/**
 * Gradients over a family of axes, as formulas of sums over its index. An expression is a function F of what it is made of: fields,
 * coordinates and sums a, b ...; by the chain rule Δ = Σ F_a Δa + Σ F_ab ∇a·∇b, and each of these is a sum over an index again.
 */
final class Nabla {
    /** Parts of one expression: their pairs are gone through. */
    private static final int MOST_PARTS = 50;

    private final Axes axes;
    private final Map<Expr, Axis> places = new LinkedHashMap<>();
    private final Map<Axis, Expr> parts = new LinkedHashMap<>();

    Nabla(Axes axes) {
        this.axes = axes;
    }

    Expr laplacian(Expr e) {
        Expr flat = flat(e);
        List<Expr> terms = new ArrayList<>();
        for (Axis a : List.copyOf(parts.keySet())) {
            Expr slope = Composite.d(flat, a);
            add(terms, slope, () -> laplacianOf(parts.get(a)));
            for (Axis b : parts.keySet()) {
                add(terms, Composite.d(slope, b), () -> product(parts.get(a), parts.get(b)));
            }
        }
        return Expr.sum(terms);
    }

    Expr dot(Expr left, Expr right) {
        Expr f = flat(left);
        Expr g = flat(right);
        List<Expr> terms = new ArrayList<>();
        for (Axis a : parts.keySet()) {
            for (Axis b : parts.keySet()) {
                Expr both = Composite.d(f, a).times(Composite.d(g, b));
                add(terms, both, () -> product(parts.get(a), parts.get(b)));
            }
        }
        return Expr.sum(terms);
    }

    private void add(List<Expr> terms, Expr slope, java.util.function.Supplier<Expr> of) {
        if (!slope.equals(Constant.ZERO)) {
            terms.add(slope.substitute(e -> e instanceof Axis a ? parts.get(a) : null)
                    .times(of.get()));
        }
    }

    /** With an axis of its own for each part. */
    private Expr flat(Expr e) {
        return e.accept(new Substitution(this::place) {
            @Override
            public Expr indexSum(IndexSum sum) {
                return made(sum);
            }

            @Override
            public Expr indexed(Indexed leaf) {
                throw new IllegalArgumentException(
                        "∇ over %s: %s has the index of a sum; differentiate the sum".formatted(axes, leaf));
            }
        });
    }

    private Expr place(Expr leaf) {
        boolean state = leaf instanceof Field || leaf instanceof Derivative;
        boolean here = state
                ? Derivative.of(leaf).field().axes().containsAll(axes.all())
                : leaf instanceof Axis a && axes.has(a);
        return here ? made(leaf) : null;
    }

    private Axis made(Expr part) {
        Axis place = places.computeIfAbsent(part, p -> Axis.of("part" + places.size(), 0, Double.MIN_VALUE));
        parts.put(place, part);
        if (places.size() > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "∇ over %s of more than %d coordinates, fields and sums; write sums over an index"
                            .formatted(axes, MOST_PARTS));
        }
        return place;
    }

    private Expr laplacianOf(Expr part) {
        if (part instanceof Axis) {
            return Constant.ZERO;
        }
        if (!(part instanceof IndexSum sum)) {
            return axes.sum(i -> part.d(axes.at(i), axes.at(i)));
        }
        requireKnown(sum);
        List<Component> all = sum.components(axes);
        requireApart(sum, all);
        List<Expr> terms = new ArrayList<>();
        for (Component c : all) {
            terms.add(IndexSum.of(sum.from(), sum.to(), IndexSum.partial(sum.partial(c), c)));
        }
        return Expr.sum(terms);
    }

    /** ∇a·∇b of two parts. */
    private Expr product(Expr a, Expr b) {
        if (a instanceof Axis x) {
            return Composite.d(b, x);
        }
        if (b instanceof Axis x) {
            return Composite.d(a, x);
        }
        if (a instanceof IndexSum s && b instanceof IndexSum t) {
            requireKnown(s);
            requireKnown(t);
            return t.components(axes).size() <= 1 ? ofSums(s, t) : ofSums(t, s);
        }
        if (a instanceof IndexSum s) {
            return withState(s, b);
        }
        return b instanceof IndexSum s
                ? withState(s, a)
                : axes.sum(i -> a.d(axes.at(i)).times(b.d(axes.at(i))));
    }

    private Expr withState(IndexSum sum, Expr state) {
        requireKnown(sum);
        List<Expr> terms = new ArrayList<>();
        for (Component c : sum.components(axes)) {
            terms.add(IndexSum.of(sum.from(), sum.to(), sum.partial(c).times(state.d(c))));
        }
        return Expr.sum(terms);
    }

    /** ∇s·∇t, t = Σ f_i(x_{i+k}): ∂t/∂x_j is one term, so that each coordinate of each term of s meets one of t. */
    private Expr ofSums(IndexSum s, IndexSum t) {
        List<Component> single = t.components(axes);
        if (single.isEmpty()) {
            return Constant.ZERO;
        }
        Component x = single.get(0);
        if (single.size() > 1 || x.index().stride() > 1) {
            throw new IllegalArgumentException(
                    "∇(%s)·∇(%s): one of them needs terms of one coordinate each; give the formula itself"
                            .formatted(s, t));
        }
        Expr slope = t.partial(x);
        List<Expr> terms = new ArrayList<>();
        for (Component c : s.components(axes)) {
            Index place = c.index().minus(x.index().shift());
            if (place.at(s.from()) < t.from() || place.at(s.to()) > t.to()) {
                throw new IllegalArgumentException(
                        "∇(%s)·∇(%s): the second has no term for each coordinate of the first; sum it over all"
                                .formatted(s, t));
            }
            Expr other = IndexSum.mapped(slope, leaf -> leaf.with(i -> i.after(place)));
            terms.add(IndexSum.of(s.from(), s.to(), s.partial(c).times(other)));
        }
        return Expr.sum(terms);
    }

    private void requireKnown(IndexSum sum) {
        if (Node.hasStates(Args.given(sum, "sum"))) {
            throw new IllegalArgumentException(
                    "∇ over %s of %s, which has derivatives in it: make it a field of its own".formatted(axes, sum));
        }
    }

    /** Two coordinates of a term that are one at some index would have a mixed derivative. */
    private static void requireApart(IndexSum sum, List<Component> all) {
        for (Component a : all) {
            for (Component b : all) {
                int slopes = a.index().stride() - b.index().stride();
                int shifts = b.index().shift() - a.index().shift();
                int i = slopes == 0 ? 0 : shifts / slopes;
                if (slopes != 0 && shifts % slopes == 0 && i >= sum.from() && i <= sum.to()) {
                    throw new IllegalArgumentException(
                            "∇ of %s: %s and %s are one at i = %d; take that term out of the sum"
                                    .formatted(sum, a, b, i));
                }
            }
        }
    }
}
