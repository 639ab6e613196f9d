package org.pinn4j.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A network step by step, one a line: {@code dense 0 20 hidden1}, {@code activate 1 tanh}, {@code add 2 4}. Values are numbered
 * as in {@link Network}. How the weights were initialised is not part of it.
 */
final class NetworkText {
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_STEPS = 10_000;
    private static final int MAX_WIDTH = 1 << 16;
    private static final int MAX_WIDTHS = 1 << 20;

    private final List<Integer> widths = new ArrayList<>();
    private Builder builder;
    private long total;

    private NetworkText() {}

    static String write(Network network) {
        StringBuilder text = new StringBuilder("inputs " + network.inputs());
        for (Network.Step step : network.steps()) {
            text.append('\n').append(line(network, step));
        }
        return text.toString();
    }

    private static String line(Network network, Network.Step step) {
        if (step instanceof Network.Dense d) {
            String kind = d.hasBias() ? "dense" : "linear";
            return "%s %s %s %s".formatted(kind, d.source(), d.out(), layer(network, d));
        } else if (step instanceof Network.Activate a) {
            return "activate %s %s".formatted(a.source(), a.activation().name());
        } else if (step instanceof Network.Add a) {
            return "add %s %s".formatted(a.left(), a.right());
        } else if (step instanceof Network.Multiply m) {
            return "multiply %s %s".formatted(m.left(), m.right());
        } else if (step instanceof Network.Concatenate c) {
            return "concatenate %s %s".formatted(c.left(), c.right());
        }
        Network.Scale s = (Network.Scale) step;
        return "scale %s %s %s".formatted(s.source(), s.factor(), s.shift());
    }

    private static String layer(Network network, Network.Dense d) {
        String block = network.blocks().stream()
                .filter(b -> b.offset() == d.weights())
                .findFirst()
                .orElseThrow()
                .name();
        String name = block.substring(0, block.length() - ".weight".length());
        if (name.isBlank() || !name.equals(name.strip()) || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "layer '%s': a name that is stored is one line without blanks around it".formatted(name));
        }
        return name;
    }

    /** @throws IllegalArgumentException with the line, if the text is not a network or is over a limit */
    static Network parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "network: %d characters, at most %d are read".formatted(text.length(), MAX_LENGTH));
        }
        return new NetworkText().read(text.split("\n", -1));
    }

    private Network read(String[] lines) {
        if (lines.length > MAX_STEPS) {
            throw new IllegalArgumentException(
                    "network: %d steps, at most %d are read".formatted(lines.length, MAX_STEPS));
        }
        int number = 0;
        try {
            for (String line : lines) {
                number++;
                read(line);
            }
            return builder.build(widths.size() - 1);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("network, line %d: %s".formatted(number, e.getMessage()), e);
        }
    }

    private void read(String line) {
        String[] w = line.split(" ", 4);
        if (builder == null) {
            need(w[0].equals("inputs") && w.length == 2, line);
            int inputs = Integer.parseInt(w[1]);
            note(inputs);
            builder = Network.builder(inputs);
            return;
        }
        need(w.length >= 3, line);
        int source = value(w[1]);
        switch (w[0]) {
            case "dense", "linear" -> layer(w, source, line);
            case "activate" -> {
                note(widths.get(source));
                builder.activate(source, Activation.named(w[2]));
            }
            case "scale" -> {
                need(w.length == 4, line);
                note(widths.get(source));
                builder.scale(source, Double.parseDouble(w[2]), Double.parseDouble(w[3]));
            }
            default -> combine(w, source, value(w[2]), line);
        }
    }

    private void layer(String[] w, int source, String line) {
        need(w.length == 4, line);
        int out = Integer.parseInt(w[2]);
        note(out);
        if (w[0].equals("dense")) {
            builder.dense(w[3], source, out);
        } else {
            builder.denseWithoutBias(w[3], source, out);
        }
    }

    private void combine(String[] w, int left, int right, String line) {
        need(w.length == 3, line);
        switch (w[0]) {
            case "add" -> {
                note(widths.get(left));
                builder.add(left, right);
            }
            case "multiply" -> {
                note(widths.get(left));
                builder.multiply(left, right);
            }
            case "concatenate" -> {
                note(widths.get(left) + widths.get(right));
                builder.concatenate(left, right);
            }
            default -> need(false, line);
        }
    }

    private static void need(boolean fits, String line) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "'%s' is no step; need dense, linear, activate, add, multiply, ".formatted(line)
                            + "concatenate or scale with its values");
        }
    }

    private int value(String word) {
        int value = Integer.parseInt(word);
        if (value < 0 || value >= widths.size()) {
            throw new IllegalArgumentException(
                    "value %d does not exist, there are values 0 to %d so far".formatted(value, widths.size() - 1));
        }
        return value;
    }

    private void note(int width) {
        total += width;
        if (width < 1 || width > MAX_WIDTH || total > MAX_WIDTHS) {
            throw new IllegalArgumentException(
                    "width %d: need 1 to %d, and %d over all steps".formatted(width, MAX_WIDTH, MAX_WIDTHS));
        }
        widths.add(width);
    }
}
