package org.pinn4j.args;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * What public methods ask of their arguments. Each answers with the value, or with an error of one line: the argument as the
 * signature calls it, what is needed, what was got. A null is a {@link NullPointerException}, all else an
 * {@link IllegalArgumentException}; sizes are refused before anything is allocated.
 */
public final class Args {
    /** Entries of the largest array that every virtual machine can make. */
    public static final int MOST_ENTRIES = Integer.MAX_VALUE - 8;

    private Args() {}

    /** The value. @throws NullPointerException that names it, if there is none */
    public static <T> T given(T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + ": need a value, got null");
        }
        return value;
    }

    /** Two values at once. @throws NullPointerException that names the first that is missing */
    public static void given(Object first, String firstName, Object second, String secondName) {
        given(first, firstName);
        given(second, secondName);
    }

    /** The collection. @throws NullPointerException that names it, or the entry that is missing */
    public static <C extends Collection<?>> C list(C values, String name) {
        if (given(values, name) instanceof List<?> list && values instanceof RandomAccess) {
            for (int i = 0; i < list.size(); i++) { // without an iterator: expressions are made by the million
                entry(list.get(i), name, i);
            }
            return values;
        }
        int i = 0;
        for (Object value : values) {
            entry(value, name, i++);
        }
        return values;
    }

    /** The array. @throws NullPointerException that names it, or the entry that is missing */
    public static <T> T[] array(T[] values, String name) {
        for (int i = 0; i < given(values, name).length; i++) {
            entry(values[i], name, i);
        }
        return values;
    }

    /** The map. @throws NullPointerException that names it, if it or a key or a value is missing */
    public static <M extends Map<?, ?>> M map(M values, String name) {
        given(values, name).forEach((key, value) -> {
            if (key == null || value == null) {
                throw new NullPointerException(name + ": need keys and values, got " + key + " = " + value);
            }
        });
        return values;
    }

    /** The number. @throws IllegalArgumentException if it is below the least */
    public static int atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException("%s: need at least %d, got %d".formatted(name, least, value));
        }
        return value;
    }

    /** The number. @throws IllegalArgumentException if it is outside [low, high] */
    public static int within(int low, int high, int value, String name) {
        if (value < low || value > high) {
            throw new IllegalArgumentException("%s: need %d to %d, got %d".formatted(name, low, high, value));
        }
        return value;
    }

    /** The index. @throws IllegalArgumentException if none of so many entries has it */
    public static int index(int value, int count, String name) {
        if (value < 0 || value >= count) {
            throw new IllegalArgumentException(
                    "%s: need an index of %d entries, from 0 on, got %d".formatted(name, count, value));
        }
        return value;
    }

    /** The array. @throws IllegalArgumentException if it has fewer entries */
    public static double[] atLeast(long entries, double[] values, String name) {
        if (given(values, name).length < entries) {
            throw new IllegalArgumentException(
                    "%s: need at least %d numbers, got %d".formatted(name, entries, values.length));
        }
        return values;
    }

    /** The array. @throws IllegalArgumentException if it has another number of entries */
    public static double[] exactly(long entries, double[] values, String name) {
        if (given(values, name).length != entries) {
            throw new IllegalArgumentException("%s: need %d numbers, got %d".formatted(name, entries, values.length));
        }
        return values;
    }

    /** The number. @throws IllegalArgumentException if it is NaN or infinite */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s: need a finite number, got %s".formatted(name, value));
        }
        return value;
    }

    /** The number. @throws IllegalArgumentException unless it is finite and above 0 */
    public static double positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s: need a finite number above 0, got %s".formatted(name, value));
        }
        return value;
    }

    /** rows · columns as the length of an array. @throws IllegalArgumentException if no array is so long */
    public static int entries(long rows, long columns, String name) {
        if (rows < 0 || columns < 0 || columns > 0 && rows > MOST_ENTRIES / columns) {
            throw new IllegalArgumentException("%s: need sizes of at most %d numbers in all, got %d × %d"
                    .formatted(name, MOST_ENTRIES, rows, columns));
        }
        return (int) (rows * columns);
    }

    private static void entry(Object value, String name, int at) {
        if (value == null) {
            throw new NullPointerException("%s[%d]: need a value, got null".formatted(name, at));
        }
    }
}
