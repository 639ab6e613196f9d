package org.pinn4j.optimize;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a state into a {@link Snapshot} and reads it back into the arrays the state already owns. */
final class Memory {
    private static final String SCALARS = "scalars";

    private final String method;
    private final Map<String, double[]> arrays = new LinkedHashMap<>();

    Memory(String method) {
        this.method = method;
    }

    Memory put(String name, double[] values) {
        arrays.put(name, values);
        return this;
    }

    Memory scalars(double... values) {
        return put(SCALARS, values);
    }

    Snapshot snapshot() {
        return new Snapshot(method, arrays);
    }

    /** The snapshot's scalars, after a check that it belongs to the method and size of the state that asks. */
    static double[] open(Snapshot snapshot, String method, int parameters, int scalars) {
        if (!snapshot.method().equals(method)) {
            throw new IllegalArgumentException("snapshot of %s cannot restore %s; use the method it came from"
                    .formatted(snapshot.method(), method));
        }
        int length = snapshot.array("theta").length;
        if (length != parameters) {
            throw new IllegalArgumentException(
                    "snapshot of %s: has %d parameters, the objective %d".formatted(method, length, parameters));
        }
        return checked(snapshot, SCALARS, scalars);
    }

    static void read(Snapshot snapshot, String name, double[] target) {
        Vectors.copy(checked(snapshot, name, target.length), target);
    }

    private static double[] checked(Snapshot snapshot, String name, int length) {
        double[] values = snapshot.array(name);
        if (values.length != length) {
            throw new IllegalArgumentException(
                    "snapshot of %s: array '%s' has length %d, need %d; was it made with other settings?"
                            .formatted(snapshot.method(), name, values.length, length));
        }
        return values;
    }

    static double flag(boolean value) {
        return value ? 1 : 0;
    }

    static Status status(double ordinal) {
        return Status.values()[(int) ordinal];
    }
}
