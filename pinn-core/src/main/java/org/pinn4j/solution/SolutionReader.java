package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.pde.text.ProblemText;

/** Reads what {@link SolutionFile} wrote, and trusts none of it. Every defect is an {@link IllegalArgumentException}. */
final class SolutionReader {
    static final int MAX_PARTS = 1000;

    private final NamedArrays content;
    private final Entries entries;
    private final StoredArrays arrays;
    private final Map<String, Expr> functions;
    private Problem problem;

    private SolutionReader(NamedArrays content, Map<String, Expr> functions) {
        this.content = content;
        this.entries = new Entries(content.metadata());
        this.arrays = new StoredArrays(content);
        this.functions = functions;
    }

    static Solution read(NamedArrays content, Map<String, Expr> functions) {
        return new SolutionReader(content, functions).read();
    }

    private Solution read() {
        FileFormat format = FileFormat.read(entries);
        FunctionSamples.check(content, functions);
        problem = statement();
        if (format.has(FileFormat.READINGS)) {
            readings();
        }
        ModelCard card = CardText.read(entries);
        Solution solution = format.has(FileFormat.SLABS) ? pieces(card) : one(card);
        Optional<Continuation> trained = format.has(FileFormat.RECIPE) ? Optional.of(continuation()) : Optional.empty();
        entries.requireAllRead();
        arrays.requireAllRead();
        Evaluable.require(solution);
        return trained.map(solution::withContinuation).orElse(solution);
    }

    /** @throws IllegalArgumentException if it is not a statement */
    static Problem statement(NamedArrays content, Map<String, Expr> functions) {
        return new SolutionReader(content, functions).statement();
    }

    private Problem statement() {
        return ProblemText.parse(entries.text("problem"), functions, ofStatement());
    }

    private Solution one(ModelCard card) {
        Ansatz ansatz = ansatz(entries.atMost(SolutionFile.NETWORK, MAX_PARTS).stream()
                .map(Network::parse)
                .toList());
        return Solution.owning(problem, ansatz, theta(ansatz), card);
    }

    /** Expressions are read once, with the networks of the first kind. */
    private Solution pieces(ModelCard card) {
        PiecesReader reader = new PiecesReader(problem, entries, arrays);
        Ansatz[] first = new Ansatz[1];
        List<Piece> pieces = reader.read((networks, inputs) -> {
            first[0] = first[0] == null ? ansatz(networks) : first[0];
            List<Expr> features = inputs.isEmpty()
                    ? first[0].features()
                    : inputs.stream().map(this::expression).toList();
            return new Ansatz(first[0].axes(), features, networks, first[0].forms(), first[0].folds());
        });
        return Solution.of(problem, reader.along(), pieces, card);
    }

    private Continuation continuation() {
        return new Continuation.Stored(
                entries.text(SolutionFile.RECIPE),
                entries.text(SolutionFile.RECIPE + ".next"),
                entries.whole(SolutionFile.RECIPE + ".steps"));
    }

    /** The arrays of the shape and of readings, by the names that the statement has for them. */
    private Map<String, double[]> ofStatement() {
        Map<String, double[]> found = new HashMap<>();
        for (String name : arrays.names()) {
            if (name.startsWith(SolutionFile.SHAPE)) {
                found.put(
                        name.substring(SolutionFile.SHAPE.length()),
                        arrays.array(name).values());
            } else if (name.startsWith(ProblemText.READINGS)) {
                found.put(name, content.array(name).values());
            }
        }
        return found;
    }

    /** Those that the statement has asked for are known. */
    private void readings() {
        List<DataPoints> all = problem.conditions().stream()
                .flatMap(c -> c.region().data().stream())
                .toList();
        for (int k = 0; k < all.size(); k++) {
            String key = ProblemText.READINGS + k + ".";
            int count = all.get(k).count();
            arrays.array(key + "points", count, all.get(k).dimension());
            arrays.array(key + "values", count);
            if (all.get(k).hasDeviations()) {
                arrays.array(key + "deviations", count);
            }
        }
    }

    private Expr expression(String text) {
        return ExprText.parseKnown(text, problem, functions);
    }

    private Ansatz ansatz(List<Network> networks) {
        List<Expr> features = entries.atMost(SolutionFile.FEATURE, MAX_PARTS).stream()
                .map(this::expression)
                .toList();
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
                total += arrays.array(SolutionFile.name(k, b), SolutionFile.shape(b))
                        .length();
            }
        }
        double[] theta = new double[Math.toIntExact(total)];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            for (Network.Block b : ansatz.networks().get(k).blocks()) {
                arrays.array(SolutionFile.name(k, b)).copyTo(theta, ansatz.offset(k) + b.offset());
            }
        }
        if (!problem.parameters().isEmpty()) {
            arrays.array(SolutionFile.COEFFICIENTS, problem.parameters().size())
                    .copyTo(theta, ansatz.networkParameters());
        }
        return theta;
    }
}
