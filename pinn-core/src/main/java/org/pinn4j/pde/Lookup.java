package org.pinn4j.pde;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;

/** What is said of an unknown that a problem has not: fields and coefficients are equal by value, so one of the same name may differ. */
public final class Lookup {
    private Lookup() {}

    /** {@code no field v; there are (u)}, or in what it differs from the one of its name. */
    public static String missing(Field wanted, Collection<Field> known) {
        Args.given(wanted, "wanted");
        Args.list(known, "known");
        return known.stream()
                .filter(f -> f.name().equals(wanted.name()))
                .findFirst()
                .map(f -> "no field %s over %s: the one of that name is over %s; take that one"
                        .formatted(wanted, axes(wanted.axes()), axes(f.axes())))
                .orElseGet(() -> "no field %s; there are %s".formatted(wanted, Names.tuple(known)));
    }

    /** {@code no trainable coefficient k; there are (r)}, or in what it differs from the one of its name. */
    public static String missing(Parameter wanted, Collection<Parameter> known) {
        Args.given(wanted, "wanted");
        Args.list(known, "known");
        return known.stream()
                .filter(p -> p.name().equals(wanted.name()))
                .findFirst()
                .map(p -> "no trainable coefficient %s %s: the one of that name is %s; take that one"
                        .formatted(wanted, range(wanted), range(p)))
                .orElseGet(() -> "no trainable coefficient %s; there are %s".formatted(wanted, Names.tuple(known)));
    }

    private static String axes(List<Axis> axes) {
        return axes.stream()
                .map(a -> (a.isTime() ? "time " : a.isParameter() ? "parameter " : "") + a + " in ["
                        + Printer.number(a.min()) + ", " + Printer.number(a.max()) + "]")
                .collect(Collectors.joining(", "));
    }

    private static String range(Parameter p) {
        String from = "from " + Printer.number(p.start());
        return switch (p.range()) {
            case FREE -> from + ", free";
            case POSITIVE -> from + ", positive";
            case BETWEEN -> from + ", between %s and %s".formatted(Printer.number(p.min()), Printer.number(p.max()));
        };
    }
}
