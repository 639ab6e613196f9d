package org.pinn4j.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * A point at which code of the user threw. The value there is not a number, so that whoever needs it takes it for what it is: a
 * value that nobody knows.
 * @param point counted within one evaluation
 * @param words the function and what it threw, in one line
 */
public record Thrown(int point, String words) {
    /** An exception or error in one line. */
    public static String words(Throwable thrown) {
        return thrown.toString().strip().lines().findFirst().orElse("");
    }

    /** What is thrown in one evaluation, the first of each function: the points after it say the same. */
    static final class Sink {
        private final List<Thrown> all = new ArrayList<>();

        void clear() {
            all.clear();
        }

        void add(int point, String function, Throwable thrown) {
            all.add(new Thrown(point, "function %s threw %s".formatted(function, words(thrown))));
        }

        List<Thrown> all() {
            return List.copyOf(all);
        }
    }
}
