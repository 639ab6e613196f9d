package org.pinn4j.io;

import java.util.Arrays;
import org.pinn4j.args.Args;

/** Numbers with a shape, row-major: the last index is fastest. Immutable; equality is that of {@link Double#equals}: NaN equals NaN. */
public final class NdArray {
    private final int[] shape;
    private final double[] values;

    private NdArray(int[] shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * @param values copied
     * @param shape the product must be the number of values; none for a single number
     */
    public static NdArray of(double[] values, int... shape) {
        Args.given(values, "values", shape, "shape");
        return owning(values.clone(), shape.clone());
    }

    /** As {@link #of}, but the caller gives its arrays away. */
    static NdArray owning(double[] values, int[] shape) {
        long product = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("array: need sizes ≥ 0, got shape " + Arrays.toString(shape));
            }
            product = Math.multiplyExact(product, (long) size);
        }
        if (product != values.length) {
            throw new IllegalArgumentException("array: shape %s needs %d values, got %d"
                    .formatted(Arrays.toString(shape), product, values.length));
        }
        return new NdArray(shape, values);
    }

    public int[] shape() {
        return shape.clone();
    }

    /** Number of values. */
    public int length() {
        return values.length;
    }

    /** A copy of the values, row-major. */
    public double[] values() {
        return values.clone();
    }

    /** The value at a row-major position. */
    public double value(int position) {
        Args.index(position, values.length, "position");
        return values[position];
    }

    /** Copies all values. @param out overwritten from {@code at} on */
    public void copyTo(double[] out, int at) {
        Args.atLeast(Args.within(0, Args.MOST_ENTRIES, at, "at") + (long) values.length, out, "out");
        System.arraycopy(values, 0, out, at, values.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NdArray a && Arrays.equals(shape, a.shape) && Arrays.equals(values, a.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "array " + Arrays.toString(shape);
    }
}
