package org.pinn4j.pde.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;

/** What the names in a text stand for. One for all expressions of a statement, which grows as it is read. */
final class Vocabulary {
    final Map<String, Axis> axes = new LinkedHashMap<>();
    final Map<String, Field> fields = new LinkedHashMap<>();
    final Map<String, Parameter> parameters = new LinkedHashMap<>();
    final Map<String, Axes> families = new LinkedHashMap<>();
    final Map<String, Coefficients> coefficients = new LinkedHashMap<>();
    /** The functions given as code. */
    final Map<String, Expr> functions;

    Vocabulary(Map<String, Expr> functions) {
        this.functions = functions;
    }

    Vocabulary(List<Axis> axes, List<Field> fields, List<Parameter> parameters, Map<String, Expr> functions) {
        this(functions);
        axes.forEach(a -> this.axes.put(a.name(), a));
        Axes.among(axes, 1).forEach(f -> families.put(f.name(), f));
        fields.forEach(f -> this.fields.put(f.name(), f));
        parameters.forEach(p -> this.parameters.put(p.name(), p));
    }

    Axis axis(String name) {
        return get(axes, "axis", name);
    }

    /** The axes of words that name axes and families. */
    List<Axis> axes(List<String> words) {
        List<Axis> found = new ArrayList<>();
        for (String word : words) {
            Axes family = axes.containsKey(word) ? null : families.get(word);
            found.addAll(family == null ? List.of(axis(word)) : family.all());
        }
        return found;
    }

    Field field(String name) {
        return get(fields, "field", name);
    }

    private static <T> T get(Map<String, T> known, String kind, String name) {
        T found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException("unknown %s '%s', known are %s"
                    .formatted(kind, TextCursor.brief(name), TextCursor.tuple(known.keySet())));
        }
        return found;
    }

    boolean hasUnknown(String name) {
        return fields.containsKey(name) || parameters.containsKey(name);
    }

    /** The axis, field or coefficient of a name, or null. */
    Expr leaf(String name) {
        Expr e = fields.get(name);
        e = e == null ? axes.get(name) : e;
        return e == null ? parameters.get(name) : e;
    }

    /** For messages: {@code (u, x, t, nu)}. */
    String known() {
        List<String> names = new ArrayList<>(fields.keySet());
        names.addAll(axes.keySet());
        names.addAll(parameters.keySet());
        return TextCursor.tuple(names);
    }

    /** At most two of the ways to read a word as names of axes without a gap, of no more than one order too many. */
    static List<List<Axis>> readings(String word, List<Axis> of) {
        List<List<Axis>> found = new ArrayList<>();
        read(word, 0, of, fewest(word, of), new ArrayList<>(), found);
        return found;
    }

    /** How many names the rest from each place takes at least: without these the search goes every way that ends nowhere. */
    private static int[] fewest(String word, List<Axis> of) {
        int[] fewest = new int[word.length() + 1];
        for (int at = word.length() - 1; at >= 0; at--) {
            fewest[at] = Derivative.MAX_ORDER + 2;
            for (Axis axis : of) {
                if (word.startsWith(axis.name(), at)) {
                    fewest[at] =
                            Math.min(fewest[at], 1 + fewest[at + axis.name().length()]);
                }
            }
        }
        return fewest;
    }

    private static void read(
            String word, int at, List<Axis> of, int[] fewest, List<Axis> before, List<List<Axis>> found) {
        if (at == word.length()) {
            found.add(List.copyOf(before));
            return;
        }
        for (Axis axis : of) {
            int end = at + axis.name().length();
            boolean leads = word.startsWith(axis.name(), at) && before.size() + fewest[end] <= Derivative.MAX_ORDER;
            if (leads && found.size() < 2) {
                before.add(axis);
                read(word, end, of, fewest, before, found);
                before.remove(before.size() - 1);
            }
        }
    }
}
