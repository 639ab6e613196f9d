package org.pinn4j.pde.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.DomainFormat;
import org.pinn4j.pde.DomainText;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

/** Reads a statement line by line, see {@link ProblemText}. */
final class ProblemParser {
    private final Map<String, Expr> functions;
    private final Map<String, Axis> axes = new LinkedHashMap<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, double[]> arrays = new LinkedHashMap<>();
    private List<String> shape = List.of();
    private String name = "";
    private Problem problem;
    private Open open;

    /** A condition whose lines are being read. */
    private static final class Open {
        private final List<String> head;
        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> deviations = new ArrayList<>();
        private final List<UnaryOperator<Region>> cuts = new ArrayList<>();
        private String readings = ""; // what the names of their arrays begin with, where they are not in the text
        private Expr left;
        private Expr right;

        Open(List<String> head) {
            this.head = head;
        }

        /** Coordinates and value, then the word sigma and a standard deviation if it is known. */
        private void reading(List<String> tokens) {
            int noise = tokens.indexOf("sigma");
            if (noise >= 0 && noise != tokens.size() - 2) {
                throw new IllegalArgumentException("point %d: need one number after sigma".formatted(rows.size()));
            }
            rows.add(tokens.subList(0, noise < 0 ? tokens.size() : noise).stream()
                    .mapToDouble(ProblemParser::number)
                    .toArray());
            if (noise >= 0) {
                deviations.add(number(tokens.get(noise + 1)));
            }
        }
    }

    ProblemParser(Map<String, Expr> functions, Map<String, double[]> arrays) {
        this.functions = functions;
        this.arrays.putAll(arrays);
    }

    Problem parse(String text) {
        if (text.length() > ProblemText.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "statement of %d characters: at most %d are read".formatted(text.length(), ProblemText.MAX_LENGTH));
        }
        int number = 0;
        for (String line : (text + "\nend").lines().toList()) {
            number++;
            try {
                read(line.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("statement, line %d: %s".formatted(number, e.getMessage()), e);
            }
        }
        return problem().named(name);
    }

    private Problem problem() {
        if (problem == null) {
            Axis[] all = axes.values().toArray(Axis[]::new);
            problem = shape.isEmpty() ? Problem.over(all) : onShape(all);
        }
        return problem;
    }

    /** The words after {@code domain}: format, number of axes, axes, what the format has written. */
    private Problem onShape(Axis[] all) {
        int own = (int) number(shape.get(1));
        if (own < 1 || own > all.length || shape.size() < own + 2) {
            throw new IllegalArgumentException(
                    "a shape of %s axes, but the statement has %d".formatted(own, all.length));
        }
        List<Axis> named = shape.subList(2, own + 2).stream()
                .map(a -> get(axes, "axis", a))
                .toList();
        if (!named.equals(List.of(all).subList(0, own))) {
            throw new IllegalArgumentException("the axes %s of the shape stand first".formatted(named));
        }
        Domain domain = DomainText.read(
                shape.get(0), new DomainFormat.Stored(named, shape.subList(own + 2, shape.size()), arrays));
        return Problem.over(domain, Arrays.copyOfRange(all, own, all.length));
    }

    private void read(String line) {
        if (line.isEmpty()) {
            return;
        }
        String word = line.split("\\s", 2)[0];
        String rest = line.substring(word.length()).strip();
        switch (word) {
            case "left" -> open().left = expression(rest);
            case "right" -> open().right = expression(rest);
            case "point" -> open().reading(tokens(rest));
            case "readings" -> open().readings = ProblemText.READINGS + rest + ".";
            case "where" -> {
                Expr positive = expression(rest);
                open().cuts.add(r -> r.where(positive));
            }
            case "between" -> between(tokens(rest));
            default -> {
                close();
                entry(word, tokens(rest));
            }
        }
    }

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("end", 0),
            Map.entry("problem", 1),
            Map.entry("space", 3),
            Map.entry("time", 3),
            Map.entry("domain", 3),
            Map.entry("array", 1),
            Map.entry("field", 2),
            Map.entry("parameter", 2),
            Map.entry("condition", 2),
            Map.entry("periodic", 1),
            Map.entry("odd", 2),
            Map.entry("acknowledge", 2));

    private void entry(String word, List<String> t) {
        int need = WORDS.getOrDefault(word.equals("even") ? "odd" : word.equals("parameter-axis") ? "time" : word, 0);
        if (t.size() < need
                || word.equals("parameter") && t.size() > 2 && t.get(2).equals("between") && t.size() < 5) {
            throw new IllegalArgumentException("'%s' needs %d more words, got %s".formatted(word, need, t));
        }
        switch (word) {
            case "end" -> problem();
            case "problem" -> name = t.get(0);
            case "space" -> axis(Axis.of(t.get(0), number(t.get(1)), number(t.get(2))));
            case "parameter-axis" -> axis(Axis.parameter(t.get(0), number(t.get(1)), number(t.get(2))));
            case "domain" -> shape = t;
            case "array" ->
                arrays.put(
                        t.get(0),
                        t.stream().skip(1).mapToDouble(ProblemParser::number).toArray());
            case "time" -> axis(Axis.time(t.get(0), number(t.get(1)), number(t.get(2))));
            case "field" ->
                fields.put(
                        t.get(0),
                        Field.of(
                                t.get(0),
                                t.stream()
                                        .skip(1)
                                        .map(a -> get(axes, "axis", a))
                                        .toArray(Axis[]::new)));
            case "parameter" -> parameters.put(t.get(0), parameter(t));
            case "condition" -> open = new Open(t);
            case "periodic" -> problem = problem().periodicIn(get(axes, "axis", t.get(0)));
            case "odd" -> problem = problem().oddIn(get(axes, "axis", t.get(0)), number(t.get(1)), named(t));
            case "even" -> problem = problem().evenIn(get(axes, "axis", t.get(0)), number(t.get(1)), named(t));
            case "acknowledge" -> problem = problem().acknowledge(t.get(0), t.get(1));
            default -> throw new IllegalArgumentException("unknown entry '%s'".formatted(word));
        }
    }

    private Field[] named(List<String> t) {
        return t.stream().skip(2).map(f -> get(fields, "field", f)).toArray(Field[]::new);
    }

    private void axis(Axis axis) {
        if (problem != null || axes.put(axis.name(), axis) != null) {
            throw new IllegalArgumentException(
                    "axis %s: state each axis once and before the conditions".formatted(axis));
        }
    }

    private static Parameter parameter(List<String> t) {
        Parameter p = Parameter.of(t.get(0), number(t.get(1)));
        return switch (t.size() > 2 ? t.get(2) : "free") {
            case "free" -> p;
            case "positive" -> p.positive();
            case "between" -> p.between(number(t.get(3)), number(t.get(4)));
            default -> throw new IllegalArgumentException("parameter %s: unknown range '%s'".formatted(p, t.get(2)));
        };
    }

    private static <T> T get(Map<String, T> known, String kind, String name) {
        T found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "unknown %s '%s', known are %s".formatted(kind, name, TextCursor.tuple(known.keySet())));
        }
        return found;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is not a number".formatted(text), e);
        }
    }

    private Expr expression(String text) {
        return new ExprParser(
                        text,
                        List.copyOf(axes.values()),
                        List.copyOf(fields.values()),
                        List.copyOf(parameters.values()),
                        functions)
                .parse();
    }

    private void between(List<String> t) {
        if (t.size() != 3) {
            throw new IllegalArgumentException("'between' needs an axis and two numbers, got %s".formatted(t));
        }
        Axis axis = get(axes, "axis", t.get(0));
        open().cuts.add(r -> r.where(axis, number(t.get(1)), number(t.get(2))));
    }

    private Open open() {
        if (open == null) {
            throw new IllegalArgumentException(
                    "this line belongs to a condition; begin with: condition \"name\" region");
        }
        return open;
    }

    private void close() {
        if (open == null) {
            return;
        }
        if (open.left == null || open.right == null) {
            throw new IllegalArgumentException("the condition before lacks its left or right side");
        }
        boolean terminal = open.head.get(open.head.size() - 1).equals("terminal");
        Equation equation = new Equation(open.left, open.right);
        Region region = region(open.head);
        for (UnaryOperator<Region> cut : open.cuts) {
            region = cut.apply(region);
        }
        problem = problem().require(new Condition(equation, region, open.head.get(0), terminal));
        open = null;
    }

    private Region region(List<String> head) {
        if (head.size() > 2 && head.get(1).equals("part")) {
            return problem().domain().part(head.get(2));
        }
        if (head.size() > 2 && !head.get(2).equals("terminal")) {
            return face(get(axes, "axis", head.get(1)), head.get(2));
        }
        return switch (head.get(1)) {
            case "interior" -> Region.interior();
            case "boundary" -> Region.boundary();
            case "points" -> new Region.Points(data());
            default -> throw new IllegalArgumentException("unknown region '%s'".formatted(head.get(1)));
        };
    }

    private static Region face(Axis axis, String side) {
        return switch (side) {
            case "min" -> axis.start();
            case "max" -> axis.end();
            case "both" -> axis.ends();
            default -> throw new IllegalArgumentException("expected min, max or both, got '%s'".formatted(side));
        };
    }

    private DataPoints data() {
        return open.readings.isEmpty() ? data(open.rows) : stored(open.readings);
    }

    private DataPoints stored(String key) {
        if (!open.rows.isEmpty() || !arrays.containsKey(key + "points") || !arrays.containsKey(key + "values")) {
            throw new IllegalArgumentException(
                    "readings: need arrays '%spoints' and '%svalues', and no point in the text".formatted(key, key));
        }
        double[] deviations = arrays.getOrDefault(key + "deviations", new double[0]);
        return DataPoints.of(arrays.get(key + "points"), arrays.get(key + "values"), deviations);
    }

    private DataPoints data(List<double[]> read) {
        double[][] rows = read.toArray(double[][]::new);
        double[][] points = new double[rows.length][];
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int last = rows[i].length - 1;
            if (last < 1) {
                throw new IllegalArgumentException("point %d: need coordinates and a value".formatted(i));
            }
            points[i] = Arrays.copyOf(rows[i], last);
            values[i] = rows[i][last];
        }
        return new DataPoints(
                points,
                values,
                open.deviations.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Words between spaces; a quoted one may hold spaces and the escapes of the writer. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder token = new StringBuilder();
            if (text.charAt(at) == '"') {
                at = quoted(text, at + 1, token);
            } else {
                for (; at < text.length() && !Character.isWhitespace(text.charAt(at)); at++) {
                    token.append(text.charAt(at));
                }
            }
            tokens.add(token.toString());
            for (; at < text.length() && Character.isWhitespace(text.charAt(at)); at++) {}
        }
        return tokens;
    }

    private static int quoted(String text, int from, StringBuilder token) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            boolean escape = c == '\\' && at + 1 < text.length();
            token.append(escape ? unescaped(text.charAt(++at)) : c);
        }
        throw new IllegalArgumentException("a quote is not closed");
    }

    private static char unescaped(char c) {
        return c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
}
