package org.pinn4j.pde.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.DomainFormat;
import org.pinn4j.pde.DomainText;
import org.pinn4j.pde.Energy;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.ProblemBuilder;

/**
 * Reads a statement line by line, see {@link ProblemText}, in a time and a memory that follow from its length: what a line may cost
 * hangs on what it says and not on how many there are, and the sum is bounded by {@link Allowance}.
 */
final class ProblemParser {
    /** Longest message, in characters: it may quote an equation of 64 KB. */
    private static final int MOST_SAID = 1000;

    private final Vocabulary names;
    private final Map<String, double[]> arrays = new LinkedHashMap<>();
    private final Allowance allowance = new Allowance(ProblemText.MAX_NODES, "the statement", null);
    private List<String> shape = List.of();
    private String name = "";
    private Problem place;
    private ProblemBuilder builder;
    private OpenCondition open;
    private OpenCondition energy; // the words of its region
    private int lines;
    private int points;
    private int regions;
    private int familyAxes;

    ProblemParser(Map<String, Expr> functions, Map<String, double[]> arrays) {
        this.names = new Vocabulary(functions);
        this.arrays.putAll(arrays);
    }

    Problem parse(String text) {
        if (text.length() > ProblemText.MAX_LENGTH) {
            throw new IllegalArgumentException("statement of %d characters: at most %d are read; %s"
                    .formatted(text.length(), ProblemText.MAX_LENGTH, "keep measured points in a file of their own"));
        }
        int number = 0;
        for (Iterator<String> all = text.lines().iterator(); all.hasNext(); ) {
            number++;
            counted(number);
            at(number, all.next().strip());
        }
        at(number + 1, "end");
        return builder.build().named(name);
    }

    private void at(int number, String line) {
        try {
            read(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "statement, line %d: %s".formatted(number, shortened(e.getMessage())), e);
        }
    }

    private static String shortened(String message) {
        int half = MOST_SAID / 2;
        return message.length() <= MOST_SAID
                ? message
                : message.substring(0, half) + " ... " + message.substring(message.length() - half);
    }

    private ProblemBuilder builder() {
        if (builder == null) {
            Axis[] all = names.axes.values().toArray(Axis[]::new);
            place = shape.isEmpty() ? Problem.over(all) : onShape(all);
            builder = new ProblemBuilder(place);
        }
        return builder;
    }

    /** The words after {@code domain}: format, number of axes, axes, what the format has written. */
    private Problem onShape(Axis[] all) {
        int own = (int) Words.number(shape.get(1));
        List<String> words = shape.subList(2, shape.size());
        int read = 0;
        List<Axis> named = new ArrayList<>();
        while (named.size() < own && read < words.size()) {
            named.addAll(names.axes(List.of(words.get(read++))));
        }
        if (own < 1 || own > all.length || named.size() != own) {
            throw new IllegalArgumentException(
                    "a shape of %s axes, but the statement has %d".formatted(own, all.length));
        }
        if (!named.equals(List.of(all).subList(0, own))) {
            throw new IllegalArgumentException("the axes %s of the shape stand first".formatted(named));
        }
        Domain domain = DomainText.read(
                shape.get(0), new DomainFormat.Stored(named, words.subList(read, words.size()), arrays));
        return Problem.over(domain, Arrays.copyOfRange(all, own, all.length));
    }

    private void read(String line) {
        if (line.isEmpty()) {
            return;
        }
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        String word = line.substring(0, end);
        counted(word);
        Words rest = new Words(line, end);
        switch (word) {
            case "left" -> open().left(expression(line.substring(end)));
            case "right" -> open().right(expression(line.substring(end)));
            case "point" -> open().point(rest.rest());
            case "readings" -> open().readings(line.substring(end).strip());
            case "where" -> {
                Expr positive = expression(line.substring(end));
                open().cut(r -> r.where(positive));
            }
            case "between" -> between(rest.rest());
            case "density" -> density(expression(line.substring(end)));
            case "array" -> {
                close();
                array(rest);
            }
            default -> {
                close();
                entry(word, rest.rest());
            }
        }
    }

    /** Empty lines too. */
    private static void counted(int number) {
        if (number > ProblemText.MAX_LINES + ProblemText.MAX_POINTS) {
            throw new IllegalArgumentException("statement of more than %d lines".formatted(number - 1));
        }
    }

    private void counted(String word) {
        boolean point = word.equals("point");
        lines += point ? 0 : 1;
        points += point ? 1 : 0;
        if (lines > ProblemText.MAX_LINES || points > ProblemText.MAX_POINTS) {
            throw new IllegalArgumentException("a statement has at most %d lines and %d measured points; %s"
                    .formatted(
                            ProblemText.MAX_LINES,
                            ProblemText.MAX_POINTS,
                            point ? "keep the points in a file of their own" : "state it in several problems"));
        }
    }

    private void array(Words words) {
        String array = words.next();
        if (array.isEmpty()) {
            throw new IllegalArgumentException("'array' needs a name and its numbers");
        }
        arrays.put(array, words.numbers(ProblemText.MAX_ARRAY));
    }

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("end", 0),
            Map.entry("problem", 1),
            Map.entry("space", 3),
            Map.entry("axes", 4),
            Map.entry("coefficients", 1),
            Map.entry("time", 3),
            Map.entry("parameter-axis", 3),
            Map.entry("domain", 3),
            Map.entry("field", 2),
            Map.entry("parameter", 2),
            Map.entry("condition", 2),
            Map.entry("energy", 1),
            Map.entry("periodic", 1),
            Map.entry("odd", 2),
            Map.entry("even", 2),
            Map.entry("acknowledge", 2));

    private void entry(String word, List<String> t) {
        int need = WORDS.getOrDefault(word, 0);
        if (t.size() < need
                || word.equals("parameter") && t.size() > 2 && t.get(2).equals("between") && t.size() < 5) {
            throw new IllegalArgumentException(
                    "'%s' needs %d more words, got %s".formatted(word, need, TextCursor.brief(t)));
        }
        switch (word) {
            case "end" -> builder();
            case "problem" -> name = t.get(0);
            case "space" -> axis(Axis.of(t.get(0), Words.number(t.get(1)), Words.number(t.get(2))));
            case "parameter-axis" -> axis(Axis.parameter(t.get(0), Words.number(t.get(1)), Words.number(t.get(2))));
            case "domain" -> shape = t;
            case "axes" -> family(t);
            case "coefficients" -> coefficients(t.get(0));
            case "time" -> axis(Axis.time(t.get(0), Words.number(t.get(1)), Words.number(t.get(2))));
            case "field" -> field(t);
            case "parameter" -> names.parameters.put(t.get(0), parameter(t));
            case "condition" -> open = new OpenCondition(t);
            case "energy" ->
                energy = new OpenCondition(
                        Stream.concat(Stream.of(""), t.stream()).toList());
            case "periodic" -> builder().periodicIn(names.axis(t.get(0)));
            case "odd" -> parity(t, -1);
            case "even" -> parity(t, 1);
            case "acknowledge" -> builder().acknowledge(t.get(0), t.get(1));
            default -> throw new IllegalArgumentException("unknown entry '%s'".formatted(TextCursor.brief(word)));
        }
    }

    private void field(List<String> t) {
        Axis[] of = names.axes(t.subList(1, t.size())).toArray(Axis[]::new);
        names.fields.put(t.get(0), Field.of(t.get(0), of));
    }

    private void parity(List<String> t, int sign) {
        List<Field> of = t.stream().skip(2).map(names::field).toList();
        builder().parity(names.axis(t.get(0)), Words.number(t.get(1)), sign, of);
    }

    private void axis(Axis axis) {
        if (builder != null || names.axes.put(axis.name(), axis) != null) {
            throw new IllegalArgumentException(
                    "axis %s: state each axis once and before the conditions".formatted(axis));
        }
        if (names.axes.size() - familyAxes > ProblemText.MAX_AXES) {
            throw new IllegalArgumentException(
                    "more than %d axes; each point of each condition has a coordinate for each"
                            .formatted(ProblemText.MAX_AXES));
        }
    }

    private void family(List<String> t) {
        double count = Words.number(t.get(1));
        if (count != Math.rint(count) || !(count >= 1) || count > ProblemText.MAX_FAMILIES - familyAxes) {
            throw new IllegalArgumentException("axes %s: need a whole number from 1 to %d axes in all families, got %s"
                    .formatted(TextCursor.brief(t.get(0)), ProblemText.MAX_FAMILIES, t.get(1)));
        }
        double min = Words.number(t.get(2));
        double max = Words.number(t.get(3));
        boolean all = Double.isInfinite(min) && Double.isInfinite(max);
        Axes family = all ? Axes.of(t.get(0), (int) count) : Axes.of(t.get(0), (int) count, min, max);
        familyAxes += family.count();
        family.all().forEach(this::axis);
        names.families.put(family.name(), family);
    }

    private void coefficients(String of) {
        double[] values = arrays.get(ProblemText.COEFFICIENTS + of);
        if (values == null) {
            throw new IllegalArgumentException(
                    "coefficients %s: need an array '%s%1$s' before them".formatted(of, ProblemText.COEFFICIENTS));
        }
        names.coefficients.put(of, Coefficients.of(of, values));
    }

    private static Parameter parameter(List<String> t) {
        Parameter p = Parameter.of(t.get(0), Words.number(t.get(1)));
        return switch (t.size() > 2 ? t.get(2) : "free") {
            case "free" -> p;
            case "positive" -> p.positive();
            case "between" -> p.between(Words.number(t.get(3)), Words.number(t.get(4)));
            default ->
                throw new IllegalArgumentException(
                        "parameter %s: unknown range '%s'".formatted(p, TextCursor.brief(t.get(2))));
        };
    }

    private Expr expression(String text) {
        return new ExprParser(text.strip(), names, allowance).parse();
    }

    private void between(List<String> t) {
        if (t.size() != 3) {
            throw new IllegalArgumentException(
                    "'between' needs an axis and two numbers, got %s".formatted(TextCursor.brief(t)));
        }
        Axis axis = names.axis(t.get(0));
        double from = Words.number(t.get(1));
        double to = Words.number(t.get(2));
        open().cut(r -> r.where(axis, from, to));
    }

    private void density(Expr density) {
        if (energy == null) {
            throw new IllegalArgumentException("this line belongs to an energy; begin with: energy region");
        }
        builder();
        regionsCounted(1);
        builder.minimising(new Energy(density, energy.region(place.domain(), names, arrays)));
        energy = null;
    }

    private void regionsCounted(int more) {
        regions += more;
        if (regions > ProblemText.MAX_REGIONS) {
            throw new IllegalArgumentException(
                    "a statement has at most %d conditions, energies and cuts of regions; state it in several problems"
                            .formatted(ProblemText.MAX_REGIONS));
        }
    }

    private OpenCondition open() {
        if (open == null) {
            throw new IllegalArgumentException(
                    "this line belongs to a condition; begin with: condition \"name\" region");
        }
        return open;
    }

    private void close() {
        if (open != null) {
            builder();
            regionsCounted(1 + open.cuts());
            allowance.terms((long) names.axes.size() * (1 + open.cuts()));
            builder.require(open.close(place.domain(), names, arrays));
            open = null;
        }
    }
}
