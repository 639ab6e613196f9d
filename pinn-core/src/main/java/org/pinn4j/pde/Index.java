package org.pinn4j.pde;

import java.util.Objects;

/**
 * The index i of a sum, or 2i, i + 1, 2i − 1 of it: the place of a coordinate or of a number. It is made by {@link IndexSum#over}
 * and means nothing outside of its sum. Immutable.
 */
public final class Index {
    /** That of any sum once it is made: equal sums are equal, whoever made them. */
    static final Index BOUND = new Index(null, 1, 0);

    private final Object sum;
    private final int stride;
    private final int shift;

    private Index(Object sum, int stride, int shift) {
        this.sum = sum;
        this.stride = stride;
        this.shift = shift;
    }

    /** Of a sum that is being made. */
    static Index fresh() {
        return new Index(new Object(), 1, 0);
    }

    public Index plus(int more) {
        return new Index(sum, stride, Math.addExact(shift, more));
    }

    public Index minus(int less) {
        return new Index(sum, stride, Math.subtractExact(shift, less));
    }

    /** @throws IllegalArgumentException unless the factor is one or more */
    public Index times(int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException("index times %d: need 1 or more".formatted(factor));
        }
        return new Index(sum, Math.multiplyExact(stride, factor), Math.multiplyExact(shift, factor));
    }

    int at(int i) {
        return Math.addExact(Math.multiplyExact(stride, i), shift);
    }

    int stride() {
        return stride;
    }

    int shift() {
        return shift;
    }

    /** Under the index of a finished sum. @throws IllegalArgumentException if it is the index of another one */
    Index bound(Index made) {
        if (sum != made.sum) {
            throw new IllegalArgumentException(
                    "%s is the index of one sum inside another; write a product of sums, or the terms".formatted(this));
        }
        return new Index(null, stride, shift);
    }

    /** The place that it is where the index is at another place itself: both are those of finished sums. */
    Index after(Index inner) {
        return new Index(sum, stride * inner.stride, stride * inner.shift + shift);
    }

    /** @throws IllegalArgumentException unless it stays within 1 ... count */
    void check(int from, int to, int count, Expr where) {
        if (at(from) < 1 || at(to) > count) {
            throw new IllegalArgumentException(
                    "%s for i = %d .. %d: the places are 1 .. %d; sum over fewer i".formatted(where, from, to, count));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Index o && sum == o.sum && stride == o.stride && shift == o.shift;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Objects.hashCode(sum) + stride) + shift;
    }

    /** {@code 2*i-1}. */
    @Override
    public String toString() {
        return (stride == 1 ? "i" : stride + "*i") + (shift == 0 ? "" : shift > 0 ? "+" + shift : "" + shift);
    }
}
