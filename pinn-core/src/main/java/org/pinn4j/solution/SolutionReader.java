package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.NdArray;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.pde.text.ProblemText;

/** Reads what {@link SolutionFile} wrote, and trusts none of it. Every defect is an {@link IllegalArgumentException}. */
final class SolutionReader {
    private static final int MAX_PARTS = 1000;

    private final NamedArrays content;
    private final Entries entries;
    private final Map<String, Expr> functions;
    private final Set<String> arrays = new HashSet<>();
    private Problem problem;

    private SolutionReader(NamedArrays content, Map<String, Expr> functions) {
        this.content = content;
        this.entries = new Entries(content.metadata());
        this.functions = functions;
    }

    static Solution read(NamedArrays content, Map<String, Expr> functions) {
        return new SolutionReader(content, functions).read();
    }

    private Solution read() {
        String version = entries.has(SolutionFile.FORMAT) ? entries.text(SolutionFile.FORMAT) : "none";
        if (!version.equals(SolutionFile.VERSION) && !version.equals(SolutionFile.FIRST_VERSION)) {
            throw new IllegalArgumentException(
                    "format '%s', need '%s' or '%s'; the file is no solution, or was saved by another version of pinn4j"
                            .formatted(version, SolutionFile.FIRST_VERSION, SolutionFile.VERSION));
        }
        FunctionSamples.check(content, functions);
        problem = ProblemText.parse(entries.text("problem"), functions, shape());
        Ansatz ansatz = ansatz();
        double[] theta = theta(ansatz);
        ModelCard card = CardText.read(entries);
        Optional<Continuation> trained = version.equals(SolutionFile.VERSION) ? continuation() : Optional.empty();
        entries.requireAllRead();
        requireAllArraysRead();
        Solution solution = new Solution(problem, ansatz, theta, card);
        solution.requireCompilable();
        return trained.map(solution::withContinuation).orElse(solution);
    }

    private Optional<Continuation> continuation() {
        return entries.has(SolutionFile.RECIPE)
                ? Optional.of(new Continuation.Stored(
                        entries.text(SolutionFile.RECIPE),
                        entries.text(SolutionFile.RECIPE + ".next"),
                        entries.whole(SolutionFile.RECIPE + ".steps")))
                : Optional.empty();
    }

    private Map<String, double[]> shape() {
        Map<String, double[]> shape = new HashMap<>();
        for (String name : content.names()) {
            if (name.startsWith(SolutionFile.SHAPE)) {
                NdArray found = content.array(name);
                double[] values = new double[Math.toIntExact(found.length())];
                found.copyTo(values, 0);
                shape.put(name.substring(SolutionFile.SHAPE.length()), values);
                arrays.add(name);
            }
        }
        return shape;
    }

    private Expr expression(String text) {
        return ExprText.parse(text, problem.axes(), List.of(), List.of(), functions);
    }

    private Ansatz ansatz() {
        List<Expr> features = capped("feature").stream().map(this::expression).toList();
        List<Network> networks = capped("network").stream().map(Network::parse).toList();
        List<Ansatz.Form> forms = new ArrayList<>();
        while (entries.has("form." + forms.size() + ".field") && forms.size() < MAX_PARTS) {
            forms.add(form("form." + forms.size(), networks));
        }
        List<Fold> folds = new ArrayList<>();
        while (entries.has("fold." + folds.size() + ".axis") && folds.size() < MAX_PARTS) {
            folds.add(fold("fold." + folds.size()));
        }
        return new Ansatz(problem.axes(), features, networks, forms, folds);
    }

    private List<String> capped(String key) {
        List<String> list = entries.list(key);
        if (list.size() > MAX_PARTS) {
            throw new IllegalArgumentException(
                    "%d entries '%s', at most %d are read".formatted(list.size(), key, MAX_PARTS));
        }
        return list;
    }

    private Ansatz.Form form(String key, List<Network> networks) {
        int network = entries.integer(key + ".network");
        int output = entries.integer(key + ".output");
        if (network < 0
                || network >= networks.size()
                || output < 0
                || output >= networks.get(network).outputs()) {
            throw new IllegalArgumentException(
                    "%s: there is no output %d of network %d".formatted(key, output, network));
        }
        return new Ansatz.Form(
                field(entries.text(key + ".field")),
                expression(entries.text(key + ".base")),
                expression(entries.text(key + ".factor")),
                network,
                output);
    }

    private Field field(String name) {
        return problem.fields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no field '%s' in the statement, there are %s".formatted(name, problem.fields())));
    }

    private Fold fold(String key) {
        String name = entries.text(key + ".axis");
        Axis axis = problem.spaceAxes().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s: no space axis '%s'".formatted(key, name)));
        double centre = entries.number(key + ".centre");
        if (!(centre >= axis.min() && centre <= axis.max())) {
            throw new IllegalArgumentException(
                    "%s: centre %s is outside [%s, %s]".formatted(key, centre, axis.min(), axis.max()));
        }
        Map<Field, Integer> parity = new HashMap<>();
        problem.fields().forEach(f -> parity.put(f, 1));
        String odd = entries.text(key + ".odd");
        for (String field : odd.isEmpty() ? new String[0] : odd.split(" ", -1)) {
            parity.put(field(field), -1);
        }
        return new Fold(axis, centre, parity);
    }

    /** Sizes are compared before anything is allocated for them. */
    private double[] theta(Ansatz ansatz) {
        long total = problem.parameters().size();
        for (int k = 0; k < ansatz.networks().size(); k++) {
            for (Network.Block b : ansatz.networks().get(k).blocks()) {
                total += array(SolutionFile.name(k, b), SolutionFile.shape(b)).length();
            }
        }
        double[] theta = new double[Math.toIntExact(total)];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            for (Network.Block b : ansatz.networks().get(k).blocks()) {
                content.array(SolutionFile.name(k, b)).copyTo(theta, ansatz.offset(k) + b.offset());
            }
        }
        if (!problem.parameters().isEmpty()) {
            array(SolutionFile.COEFFICIENTS, problem.parameters().size()).copyTo(theta, ansatz.networkParameters());
        }
        return theta;
    }

    private NdArray array(String name, int... shape) {
        NdArray found = content.array(name);
        if (!Arrays.equals(found.shape(), shape)) {
            throw new IllegalArgumentException("array '%s': need shape %s, got %s"
                    .formatted(name, Arrays.toString(shape), Arrays.toString(found.shape())));
        }
        arrays.add(name);
        return found;
    }

    private void requireAllArraysRead() {
        for (String name : content.names()) {
            if (!arrays.contains(name) && !name.startsWith(FunctionSamples.PREFIX)) {
                throw new IllegalArgumentException("array '%s' is unknown".formatted(name));
            }
        }
    }
}
