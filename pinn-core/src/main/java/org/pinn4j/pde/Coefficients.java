package org.pinn4j.pde;

import java.util.Arrays;
import org.pinn4j.args.Args;

/**
 * Numbers under a name, c_1 ... c_n, that a sum over an index takes one by one. A file holds them as an array. Immutable; equality
 * is by name and numbers.
 */
public final class Coefficients {
    private final String name;
    private final double[] values;
    private final int hash;

    private Coefficients(String name, double[] values) {
        this.name = name;
        this.values = values;
        this.hash = 31 * name.hashCode() + Arrays.hashCode(values);
    }

    /** @param values one or more, finite; copied */
    public static Coefficients of(String name, double... values) {
        Names.check("coefficients", name);
        double[] copy = Args.given(values, "values").clone();
        if (copy.length == 0) {
            throw new IllegalArgumentException("coefficients %s: need one or more numbers".formatted(name));
        }
        for (int k = 0; k < copy.length; k++) {
            Args.finite(copy[k], "values[%d] of %s".formatted(k, name));
        }
        return new Coefficients(name, copy);
    }

    public String name() {
        return name;
    }

    public int count() {
        return values.length;
    }

    /** @param place from 1 */
    public double value(int place) {
        return values[Args.within(1, values.length, place, "place") - 1];
    }

    /** A copy of all, [count]. */
    public double[] values() {
        return values.clone();
    }

    /** The number at the place that the index of a sum has. */
    public Expr at(Index i) {
        return new Element(this, Args.given(i, "i"));
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Coefficients c
                        && hash == c.hash
                        && name.equals(c.name)
                        && Arrays.equals(values, c.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "%s, %s".formatted(name, Names.count(values.length, "number"));
    }
}
