package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text form of formulations: {@code ritz(edges=)}, {@code variational(cells=3;degree=8;edges=x@0.5 y@0.25)}, {@code kolmogorov(steps=64)}. */
final class FormulationText {
    private FormulationText() {}

    static String write(Formulation f) {
        String edges = f.edges().stream().map(Formulation.Edge::toString).collect(Collectors.joining(" "));
        if (f instanceof Formulation.Variational v) {
            return Terms.write("variational", "cells", v.cells(), "degree", v.degree(), "edges", edges);
        }
        if (f instanceof Formulation.Kolmogorov k) {
            return Terms.write("kolmogorov", "steps", k.steps());
        }
        return f.isStrong() ? Terms.write("strong") : Terms.write("ritz", "edges", edges);
    }

    static Formulation parse(String text) {
        Terms t = Terms.parse(text);
        Formulation f = switch (t.name()) {
            case "strong" -> new Formulation.Strong();
            case "ritz" -> new Formulation.Ritz(edges(t));
            case "variational" -> new Formulation.Variational(t.whole("cells"), t.whole("degree"), edges(t));
            case "kolmogorov" -> new Formulation.Kolmogorov(t.whole("steps"));
            default -> throw t.unknown("strong, ritz, variational, kolmogorov");
        };
        t.requireAllRead();
        return f;
    }

    private static List<Formulation.Edge> edges(Terms t) {
        List<Formulation.Edge> edges = new ArrayList<>();
        for (String word : t.text("edges").split(" ")) {
            int at = word.lastIndexOf('@');
            if (at > 0) {
                edges.add(new Formulation.Edge(word.substring(0, at), number(word.substring(at + 1))));
            } else if (!word.isEmpty()) {
                throw new IllegalArgumentException("edge '%s': need axis@coordinate".formatted(word));
            }
        }
        return edges;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("edge at '%s': need a number".formatted(text), e);
        }
    }
}
