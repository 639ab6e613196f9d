package org.pinn4j.solution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.NdArray;

/** Arrays by name that are being read: each must be there in its shape, and each must be asked for. */
final class StoredArrays {
    private final NamedArrays all;
    private final Set<String> read = new HashSet<>();

    StoredArrays(NamedArrays all) {
        this.all = all;
    }

    Set<String> names() {
        return all.names();
    }

    /** Of any shape. @throws IllegalArgumentException unless all its numbers are finite */
    NdArray array(String name) {
        NdArray found = all.array(name);
        if (read.add(name)) {
            requireFinite(name, found);
        }
        return found;
    }

    private static void requireFinite(String name, NdArray found) {
        for (int k = 0; k < found.length(); k++) {
            if (!Double.isFinite(found.value(k))) {
                throw new IllegalArgumentException("array '%s': number %d is %s; a solution has finite numbers alone"
                        .formatted(name, k, found.value(k)));
            }
        }
    }

    NdArray array(String name, int... shape) {
        NdArray found = array(name);
        if (!Arrays.equals(found.shape(), shape)) {
            throw new IllegalArgumentException("array '%s': need shape %s, got %s"
                    .formatted(name, Arrays.toString(shape), Arrays.toString(found.shape())));
        }
        return found;
    }

    /** @throws IllegalArgumentException if there are arrays that nobody asked for, functions given as code apart */
    void requireAllRead() {
        for (String name : all.names()) {
            if (!read.contains(name) && !name.startsWith(FunctionSamples.PREFIX)) {
                throw new IllegalArgumentException("array '%s' is unknown".formatted(name));
            }
        }
    }
}
