package org.pinn4j.validation.arguments;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is thought of what a call threw. */
final class Verdict {
    /** How the virtual machine words the error itself, from the code and not from the argument. */
    private static final Pattern OF_THE_MACHINE =
            Pattern.compile("(Cannot (invoke|read|load|store|assign|enter|throw) .*)"
                    + "|(Range \\[.*)|(Index -?\\d+ out of bounds.*)|(arraycopy: .*)|(.* out of bounds for length .*)");

    private Verdict() {}

    /** Whether the error for a null is one of an argument, and names it or its type. */
    static boolean names(Parameter parameter, Throwable thrown) {
        boolean kind = thrown instanceof NullPointerException || thrown instanceof IllegalArgumentException;
        if (!kind || !isWorded(thrown)) {
            return false;
        }
        String said = thrown.getMessage().toLowerCase(Locale.ROOT);
        return said.contains(parameter.getName().toLowerCase(Locale.ROOT))
                || words(parameter.getType()).anyMatch(said::contains);
    }

    private static Stream<String> words(Class<?> type) {
        boolean own = type.getName().startsWith("org.pinn4j.");
        return own ? Arrays.stream(type.getSimpleName().toLowerCase(Locale.ROOT).split(" ")) : Stream.empty();
    }

    /** Whether the call went well or ended in an error that somebody thought of. */
    static boolean isThoughtOf(Throwable thrown) {
        boolean careless = thrown instanceof IndexOutOfBoundsException
                || thrown instanceof ArithmeticException
                || thrown instanceof NegativeArraySizeException
                || thrown instanceof ClassCastException
                || thrown instanceof ArrayStoreException
                || thrown instanceof NoSuchElementException
                || thrown instanceof Error;
        return thrown == null || !careless && isWorded(thrown);
    }

    private static boolean isWorded(Throwable thrown) {
        return thrown.getMessage() != null
                && !OF_THE_MACHINE.matcher(thrown.getMessage()).matches();
    }
}
