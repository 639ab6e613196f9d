package org.pinn4j.optimize;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pinn4j.args.Args;

/** A copy of everything an optimiser's state needs to go on exactly as it would have. Immutable. */
public final class Snapshot {
    private final String method;
    private final Map<String, double[]> arrays;

    /** Copies the arrays. */
    public Snapshot(String method, Map<String, double[]> arrays) {
        Args.given(method, "method");
        Args.map(arrays, "arrays");
        this.method = method;
        this.arrays = new LinkedHashMap<>();
        arrays.forEach((name, values) -> this.arrays.put(name, values.clone()));
    }

    public String method() {
        return method;
    }

    public java.util.Set<String> names() {
        return java.util.Collections.unmodifiableSet(arrays.keySet());
    }

    /** A copy of one array. */
    public double[] array(String name) {
        Args.given(name, "name");
        double[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "snapshot of %s: no array '%s', it has %s".formatted(method, name, arrays.keySet()));
        }
        return values.clone();
    }
}
