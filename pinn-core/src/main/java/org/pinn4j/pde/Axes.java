package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.pinn4j.args.Args;

/**
 * A family of coordinates x1 ... xd with one interval: what d = 1,000 axes are stated with. An index of a sum picks one of it,
 * {@code x.sum(i -> x.at(i).pow(2))}. Its axes are axes like any other. Immutable; equality is by value.
 */
public final class Axes {
    /** Most axes of one family. */
    public static final int MOST = 20_000;

    private final String name;
    private final List<Axis> all;

    private Axes(String name, List<Axis> all) {
        this.name = name;
        this.all = all;
    }

    /** d space axes x1 ... xd on [min, max]. */
    public static Axes of(String name, int count, double min, double max) {
        return of(name, count, new Axis(required(name), min, max, Axis.Kind.SPACE));
    }

    /** d space axes without ends: the domain says where their points are. */
    public static Axes of(String name, int count) {
        return of(name, count, Axis.of(required(name)));
    }

    private static String required(String name) {
        return Args.given(name, "name");
    }

    private static Axes of(String name, int count, Axis model) {
        Args.within(1, MOST, count, "count");
        if (Character.isDigit(name.charAt(name.length() - 1))) {
            throw new IllegalArgumentException(
                    "axes %s: end the name with a letter, its axes are %s1 and so on".formatted(name, name));
        }
        List<Axis> axes = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            axes.add(new Axis(name + k, model.min(), model.max(), model.kind()));
        }
        return new Axes(name, AxisList.of(axes));
    }

    /** The runs among axes that have names such as x1, x2, x3 and are alike, of so many or more. */
    public static List<Axes> among(List<Axis> axes, int least) {
        Args.list(axes, "axes");
        Args.within(1, MOST, least, "least");
        List<Axes> found = new ArrayList<>();
        for (int k = 0; k < axes.size(); k++) {
            Axis first = axes.get(k);
            if (first.isSpace() && first.name().endsWith("1") && first.name().length() > 1) {
                String stem = first.name().substring(0, first.name().length() - 1);
                int n = run(axes, k, stem);
                boolean letter = !Character.isDigit(stem.charAt(stem.length() - 1));
                if (letter && n >= least && n <= MOST) {
                    found.add(new Axes(stem, AxisList.of(axes.subList(k, k + n))));
                    k += n - 1;
                }
            }
        }
        return List.copyOf(found);
    }

    private static int run(List<Axis> axes, int from, String stem) {
        Axis first = axes.get(from);
        int n = 1;
        while (from + n < axes.size()
                && axes.get(from + n).equals(new Axis(stem + (n + 1), first.min(), first.max(), first.kind()))) {
            n++;
        }
        return n;
    }

    public String name() {
        return name;
    }

    /** How many, d. */
    public int count() {
        return all.size();
    }

    /** x1 ... xd. */
    public List<Axis> all() {
        return all;
    }

    /** These and then others, as a field or a domain takes them. */
    public Axis[] and(Axis... more) {
        List<Axis> result = new ArrayList<>(all);
        result.addAll(List.of(Args.array(more, "more")));
        return result.toArray(Axis[]::new);
    }

    /** The axis at a place from 1. */
    public Axis at(int place) {
        return all.get(Args.within(1, count(), place, "place") - 1);
    }

    /** The coordinate at the place that the index of a sum has. */
    public Component at(Index i) {
        return new Component(this, Args.given(i, "i"));
    }

    /** The component of the outward normal along that coordinate. */
    public Expr normal(Index i) {
        return new IndexedNormal(at(i));
    }

    boolean has(Axis axis) {
        return all.contains(axis);
    }

    /** The place of one of its axes, from 1. */
    int place(Axis axis) {
        return all.indexOf(axis) + 1;
    }

    /** Σ body over i = 1 ... d. */
    public Expr sum(Function<Index, Expr> body) {
        return IndexSum.over(1, count(), Args.given(body, "body"));
    }

    /** ∇a·∇b over these axes. @throws IllegalArgumentException as {@link #laplacian} */
    public Expr dot(Expr a, Expr b) {
        Args.given(a, "a", b, "b");
        return new Nabla(this).dot(a, b);
    }

    /** x·∇e. @throws IllegalArgumentException as {@link #laplacian} */
    public Expr radial(Expr e) {
        Args.given(e, "e");
        return dot(squares().times(0.5), e);
    }

    /** r² = Σ x_i². */
    public Expr squares() {
        return sum(i -> at(i).pow(2));
    }

    /**
     * Δe over these axes, e an expression of fields, of the axes and of sums over their indices: a formula of the size of e's, whatever
     * d is.
     * @throws IllegalArgumentException if it is none, as for a function of a sum of products of different coordinates
     */
    public Expr laplacian(Expr e) {
        Args.given(e, "e");
        return new Nabla(this).laplacian(e);
    }

    /** For messages: the axes, a run of more than six by its ends. */
    static String tuple(Collection<Axis> axes) {
        List<Axis> list = List.copyOf(axes);
        List<Axes> families = among(list, 7);
        List<String> names = new ArrayList<>();
        for (int k = 0; k < list.size(); k++) {
            Axis axis = list.get(k);
            Axes of = families.stream()
                    .filter(f -> f.at(1).equals(axis))
                    .findFirst()
                    .orElse(null);
            names.add(of == null ? axis.name() : of.at(1) + ", ..., " + of.at(of.count()));
            k += of == null ? 0 : of.count() - 1;
        }
        return Names.tuple(names);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Axes a && name.equals(a.name) && all.equals(a.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return count() == 1 ? at(1).name() : at(1) + " ... " + at(count());
    }
}
