package org.pinn4j.network;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text form of architectures: {@code kind(numbers;...;activation)}. */
final class ArchitectureText {
    private static final Pattern FORM = Pattern.compile("\\s*([a-z]+)\\s*\\(([^()]*)\\)\\s*");

    private ArchitectureText() {}

    static Architecture parse(String text) {
        if (text.startsWith(GivenNetwork.PREFIX)) {
            return new GivenNetwork(Network.parse(text.substring(GivenNetwork.PREFIX.length())));
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong(text, null);
        }
        try {
            return read(form.group(1), form.group(2).replace(" ", "").split(";", -1), text);
        } catch (NumberFormatException notANumber) {
            throw wrong(text, notANumber);
        }
    }

    private static Architecture read(String kind, String[] parts, String text) {
        if (parts.length != (kind.equals("fourier") ? 3 : 2)) {
            throw wrong(text, null);
        }
        Activation activation = Activation.named(parts[parts.length - 1]);
        String[] numbers = parts[0].split(",", -1);
        boolean pair = numbers.length == 2;
        if (kind.equals("mlp")) {
            return new Mlp(integers(numbers), activation);
        } else if (kind.equals("resnet") && pair) {
            return new ResNet(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), activation);
        } else if (kind.equals("gated") && pair) {
            return new GatedNet(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), activation);
        } else if (kind.equals("fourier") && pair) {
            List<Integer> hidden = integers(parts[1].split(",", -1));
            return new FourierMlp(Integer.parseInt(numbers[0]), Double.parseDouble(numbers[1]), hidden, activation);
        }
        throw wrong(text, null);
    }

    static String join(List<Integer> widths) {
        return widths.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static List<Integer> widths(String kind, List<Integer> hidden) {
        if (hidden.isEmpty()) {
            throw new IllegalArgumentException(kind + ": need at least one hidden layer, got none");
        }
        hidden.forEach(width -> requirePositive(kind, "hidden widths", width));
        return List.copyOf(hidden);
    }

    static void requirePositive(String kind, String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s: need %s >= 1, got %d".formatted(kind, what, value));
        }
    }

    private static List<Integer> integers(String[] numbers) {
        return Arrays.stream(numbers).map(Integer::valueOf).toList();
    }

    private static IllegalArgumentException wrong(String text, Exception cause) {
        return new IllegalArgumentException(
                ("architecture '%s': need mlp(widths;activation), resnet(width,blocks;activation), "
                                + "gated(width,layers;activation) or fourier(features,scale;widths;activation), "
                                + "e.g. mlp(20,20,20;tanh)")
                        .formatted(text),
                cause);
    }
}
