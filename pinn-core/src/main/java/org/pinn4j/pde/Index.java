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

    /** @throws IllegalArgumentException beyond the largest family */
    public Index plus(int more) {
        return of(stride, (long) shift + more);
    }

    /** @throws IllegalArgumentException beyond the largest family */
    public Index minus(int less) {
        return of(stride, (long) shift - less);
    }

    /** @throws IllegalArgumentException unless the factor is one or more, and the place within the largest family */
    public Index times(int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException("index times %d: need 1 or more".formatted(factor));
        }
        return of((long) stride * factor, (long) shift * factor);
    }

    private Index of(long newStride, long newShift) {
        if (newStride > Axes.MOST || Math.abs(newShift) > Axes.MOST) {
            throw new IllegalArgumentException("index %d*i%+d: at most %d axes, so places beyond are none"
                    .formatted(newStride, newShift, Axes.MOST));
        }
        return new Index(sum, (int) newStride, (int) newShift);
    }

    int at(int i) {
        return stride * i + shift; // each at most the largest family
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
        return of((long) stride * inner.stride, (long) stride * inner.shift + shift);
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
