package org.pinn4j.validation.file;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A numeric array of a MATLAB file.
 * @param sizes of the indices that have more than one value; none for a single number
 * @param values the first index fastest
 * @param complex whether there is an imaginary part, which is left out of the values
 */
record MatArray(String name, int[] sizes, double[] values, boolean complex) {
    /** Number of indices. */
    int rank() {
        return sizes.length;
    }

    /** The values with the index {@code order[a]} for axis a, the first axis slowest. */
    double[] along(int[] order) {
        double[] turned = new double[values.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = values[position(i, order)];
        }
        return turned;
    }

    private int position(int point, int[] order) {
        int rest = point;
        int position = 0;
        for (int a = order.length - 1; a >= 0; a--) {
            position += rest % sizes[order[a]] * stride(order[a]);
            rest /= sizes[order[a]];
        }
        return position;
    }

    private int stride(int index) {
        int stride = 1;
        for (int k = 0; k < index; k++) {
            stride *= sizes[k];
        }
        return stride;
    }

    /** For example {@code usol [256 × 100]}. */
    @Override
    public String toString() {
        return Arrays.stream(sizes)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" × ", name + " [", complex ? "] (complex)" : "]"));
    }
}
