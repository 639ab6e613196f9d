package org.pinn4j.solution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.Safetensors;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.pde.text.ProblemText;

/**
 * A solution as named arrays and strings. Weights of network k stand as {@code network.k.layer.weight} [out × in], biases as
 * {@code network.k.layer.bias} [out], the optimiser's numbers of the trainable coefficients as {@code coefficients}; statement,
 * ansatz, networks, model card and recipe are texts, readings are arrays. Equal solutions give equal bytes. What format a file has,
 * and of which parts it is, says {@link FileFormat}; that it is whole, {@link Checksum}.
 */
final class SolutionFile {
    static final String FEATURE = "feature";
    static final String RECIPE = "recipe";
    static final String NETWORK = "network";
    static final String COEFFICIENTS = "coefficients";
    /** What the arrays of a shape begin with, such as the corners of a mesh. */
    static final String SHAPE = "domain.";

    private SolutionFile() {}

    /** @throws IllegalArgumentException if the solution holds something that has no text form; nothing is written then */
    static void write(Path path, Solution s) throws IOException {
        Safetensors.write(path, checked(s));
    }

    /** Bytes of the file. @throws IllegalArgumentException as {@link #write} */
    static long size(Solution s) {
        return Safetensors.size(checked(s));
    }

    /** Bytes of what is known before anything is solved. @throws IllegalArgumentException if it could not be read back */
    static long size(Problem problem) {
        NamedArrays content = statement(problem);
        Map<String, Expr> functions = ExprText.functions(problem);
        SolutionReader.statement(content, functions);
        return Safetensors.size(FunctionSamples.write(content, functions, problem.axes()));
    }

    private static NamedArrays checked(Solution s) {
        NamedArrays content = content(s);
        SolutionReader.read(content, FunctionSamples.of(s.problem(), s.ansatz())); // what cannot be read is not written
        return Checksum.sealed(content);
    }

    /** All but the checksum. */
    static NamedArrays content(Solution s) {
        Pieces pieces = s.parts();
        NamedArrays content = ansatz(statement(s.problem()), s.ansatz());
        content = CardText.write(content, s.card());
        content = continuation(content, s.continuation());
        content = pieces.size() > 1
                ? PiecesFile.write(content, s, pieces)
                : parameters(content, s.ansatz(), pieces.theta(0));
        Map<String, Expr> functions = FunctionSamples.of(s.problem(), s.ansatz());
        content = FunctionSamples.write(content, functions, s.problem().axes());
        return FileFormat.of(parts(content, s)).write(content);
    }

    private static Set<String> parts(NamedArrays content, Solution s) {
        Set<String> parts = new TreeSet<>();
        if (content.names().stream().anyMatch(n -> n.startsWith(ProblemText.READINGS))) {
            parts.add(FileFormat.READINGS);
        }
        if (s.continuation().isPresent()) {
            parts.add(FileFormat.RECIPE);
        }
        if (s.parts().size() > 1) {
            parts.add(FileFormat.SLABS);
        }
        return parts;
    }

    private static NamedArrays statement(Problem problem) {
        Map<String, double[]> arrays = new TreeMap<>();
        NamedArrays content = NamedArrays.empty().withMetadata("problem", ProblemText.write(problem, arrays::put));
        for (Map.Entry<String, double[]> array : arrays.entrySet()) {
            String name = array.getKey();
            int length = array.getValue().length;
            boolean readings = name.startsWith(ProblemText.READINGS);
            int axes = problem.axes().size();
            int[] shape = readings && name.endsWith(".points") ? new int[] {length / axes, axes} : new int[] {length};
            content = content.with((readings ? "" : SHAPE) + name, array.getValue(), shape);
        }
        return content;
    }

    private static NamedArrays continuation(NamedArrays content, Optional<Continuation> trained) {
        return trained.map(c -> content.withMetadata(RECIPE, c.recipe())
                        .withMetadata(RECIPE + ".next", c.next())
                        .withMetadata(RECIPE + ".steps", Long.toString(c.steps())))
                .orElse(content);
    }

    static NamedArrays list(NamedArrays content, String key, List<String> texts) {
        NamedArrays result = content;
        for (int k = 0; k < texts.size(); k++) {
            result = result.withMetadata(key + "." + k, texts.get(k));
        }
        return result;
    }

    private static NamedArrays ansatz(NamedArrays content, Ansatz ansatz) {
        NamedArrays result = list(
                content,
                FEATURE,
                ansatz.features().stream().map(ExprText::write).toList());
        for (int k = 0; k < ansatz.forms().size(); k++) {
            Ansatz.Form form = ansatz.forms().get(k);
            String key = "form." + k;
            result = result.withMetadata(key + ".field", form.field().name())
                    .withMetadata(key + ".base", ExprText.write(form.base()))
                    .withMetadata(key + ".factor", ExprText.write(form.factor()))
                    .withMetadata(key + ".network", Integer.toString(form.network()))
                    .withMetadata(key + ".output", Integer.toString(form.output()));
        }
        for (int k = 0; k < ansatz.folds().size(); k++) {
            Fold fold = ansatz.folds().get(k);
            String key = "fold." + k;
            result = result.withMetadata(key + ".axis", fold.axis().name())
                    .withMetadata(key + ".centre", Double.toString(fold.centre()))
                    .withMetadata(key + ".odd", odd(ansatz, fold));
        }
        return result;
    }

    /** Names of the fields that change sign. */
    private static String odd(Ansatz ansatz, Fold fold) {
        return ansatz.forms().stream()
                .map(Ansatz.Form::field)
                .filter(f -> fold.parity().getOrDefault(f, 1) < 0)
                .map(f -> f.name())
                .collect(Collectors.joining(" "));
    }

    private static NamedArrays parameters(NamedArrays content, Ansatz ansatz, double[] theta) {
        NamedArrays result = list(
                content, NETWORK, ansatz.networks().stream().map(Network::text).toList());
        for (int k = 0; k < ansatz.networks().size(); k++) {
            for (Network.Block b : ansatz.networks().get(k).blocks()) {
                int from = ansatz.offset(k) + b.offset();
                double[] values = java.util.Arrays.copyOfRange(theta, from, from + b.size());
                result = result.with(name(k, b), values, shape(b));
            }
        }
        return coefficients(result, ansatz, theta);
    }

    static NamedArrays coefficients(NamedArrays content, Ansatz ansatz, double[] theta) {
        int networks = ansatz.networkParameters();
        return theta.length == networks
                ? content
                : content.with(
                        COEFFICIENTS,
                        java.util.Arrays.copyOfRange(theta, networks, theta.length),
                        theta.length - networks);
    }

    static String name(int network, Network.Block block) {
        return NETWORK + "." + network + "." + block.name();
    }

    /** Column-major in × out is row-major out × in. */
    static int[] shape(Network.Block b) {
        return b.rows() == 1 && b.name().endsWith(".bias")
                ? new int[] {b.columns()}
                : new int[] {b.columns(), b.rows()};
    }

    /** @throws FormatException if the file is not a solution, or functions are missing or differ */
    static Solution read(Path path, Map<String, Expr> functions) throws IOException {
        NamedArrays content = Safetensors.read(path);
        try {
            boolean isSealed = FileFormat.read(new Entries(content.metadata())).isSealed();
            return SolutionReader.read(isSealed ? Checksum.opened(path, content) : content, functions);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            FormatException refused = new FormatException(path, 0, String.valueOf(e.getMessage()));
            refused.initCause(e);
            throw refused;
        }
    }
}
