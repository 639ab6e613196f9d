package org.pinn4j.io;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pinn4j.args.Args;

/** Named arrays and named strings, each sorted by name: what one file holds. Immutable. */
public final class NamedArrays {
    static final String METADATA = "__metadata__";

    private final SortedMap<String, NdArray> arrays;
    private final SortedMap<String, String> metadata;

    NamedArrays(SortedMap<String, NdArray> arrays, SortedMap<String, String> metadata) {
        this.arrays = arrays;
        this.metadata = metadata;
    }

    public static NamedArrays empty() {
        return new NamedArrays(new TreeMap<>(), new TreeMap<>());
    }

    /** These and one more array. Replaces none: a name that is taken is an error. */
    public NamedArrays with(String name, NdArray array) {
        Args.given(name, "name", array, "array");
        if (name.equals(METADATA) || name.indexOf('\0') >= 0 || !isText(name) || arrays.containsKey(name)) {
            throw new IllegalArgumentException(
                    "array name '%s': taken, reserved, or not a text without NUL; choose another".formatted(name));
        }
        TreeMap<String, NdArray> more = new TreeMap<>(arrays);
        more.put(name, array);
        return new NamedArrays(more, metadata);
    }

    /** As {@link #with(String, NdArray)}. @param values copied, row-major */
    public NamedArrays with(String name, double[] values, int... shape) {
        Args.given(name, "name", values, "values");
        Args.given(shape, "shape");
        return with(name, NdArray.of(values, shape));
    }

    /** These and one more string, in place of an older one of that key. */
    public NamedArrays withMetadata(String key, String value) {
        Args.given(key, "key", value, "value");
        if (!isText(key) || !isText(value)) {
            throw new IllegalArgumentException("metadata '%s': key or value has half a surrogate pair".formatted(key));
        }
        TreeMap<String, String> more = new TreeMap<>(metadata);
        more.put(key, value);
        return new NamedArrays(arrays, more);
    }

    /** These without the string of a key, if there is one. */
    public NamedArrays withoutMetadata(String key) {
        Args.given(key, "key");
        TreeMap<String, String> less = new TreeMap<>(metadata);
        less.remove(key);
        return new NamedArrays(arrays, less);
    }

    private static boolean isText(String s) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(s);
    }

    /** Sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(arrays.keySet());
    }

    public boolean has(String name) {
        Args.given(name, "name");
        return arrays.containsKey(name);
    }

    /** @throws IllegalArgumentException if there is none of this name */
    public NdArray array(String name) {
        Args.given(name, "name");
        NdArray found = arrays.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no array '%s' among %s".formatted(name, names()));
        }
        return found;
    }

    /** Sorted. */
    public SortedMap<String, String> metadata() {
        return Collections.unmodifiableSortedMap(metadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedArrays n && arrays.equals(n.arrays) && metadata.equals(n.metadata);
    }

    @Override
    public int hashCode() {
        return 31 * arrays.hashCode() + metadata.hashCode();
    }

    @Override
    public String toString() {
        return "%s arrays %s, metadata %s".formatted(arrays.size(), arrays.keySet(), metadata.keySet());
    }
}
