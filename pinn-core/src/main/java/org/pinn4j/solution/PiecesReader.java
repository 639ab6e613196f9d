package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.io.NdArray;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Problem;

/** Reads what {@link PiecesFile} wrote, and trusts none of it. */
final class PiecesReader {
    /** Numbers of coefficients in all pieces: the one thing that takes more memory than it takes of the file. */
    private static final long MOST_COEFFICIENTS = 2_000_000;

    private final Problem problem;
    private final Entries entries;
    private final StoredArrays arrays;
    private final double[] edges;
    private final int[] kind;
    private final int[] place; // of each piece among those of its kind
    private final int[] count; // by kind
    private final double[] coefficients;

    PiecesReader(Problem problem, Entries entries, StoredArrays arrays) {
        this.problem = problem;
        this.entries = entries;
        this.arrays = arrays;
        this.edges = edges();
        this.kind = new int[edges.length - 1];
        this.place = new int[kind.length];
        this.count = new int[kinds()];
        readKinds();
        this.coefficients = coefficients();
    }

    Axis along() {
        String name = entries.text(PiecesFile.AXIS);
        return problem.axes().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("entry '%s': no axis '%s' in the statement, there are %s"
                                .formatted(PiecesFile.AXIS, name, problem.axes())));
    }

    private double[] edges() {
        NdArray found = arrays.array(PiecesFile.EDGES);
        if (found.shape().length != 1 || found.length() < 3 || found.length() > Pieces.MOST + 1) {
            throw new IllegalArgumentException("%s: need the ends of 2 to %d pieces, got shape %s"
                    .formatted(PiecesFile.EDGES, Pieces.MOST, java.util.Arrays.toString(found.shape())));
        }
        return found.values();
    }

    private int kinds() {
        int kinds = 0;
        while (entries.has(PiecesFile.prefix(kinds) + SolutionFile.NETWORK + ".0")) {
            kinds++;
        }
        if (kinds > Pieces.MOST_KINDS) {
            throw new IllegalArgumentException(
                    "%d kinds of pieces, at most %d are read".formatted(kinds, Pieces.MOST_KINDS));
        }
        return kinds;
    }

    private void readKinds() {
        NdArray stored = arrays.array(PiecesFile.KIND, kind.length);
        for (int k = 0; k < kind.length; k++) {
            double number = stored.value(k);
            kind[k] = (int) number;
            if (kind[k] != number || kind[k] < 0 || kind[k] >= count.length) { // written so that NaN fails too
                throw new IllegalArgumentException("%s: piece %d is of kind %s, there are %d, from 0"
                        .formatted(PiecesFile.KIND, k, number, count.length));
            }
            place[k] = count[kind[k]]++;
        }
    }

    private double[] coefficients() {
        int each = problem.parameters().size();
        if ((long) each * kind.length > MOST_COEFFICIENTS) {
            throw new IllegalArgumentException("%d coefficients in %d pieces are more than %d numbers"
                    .formatted(each, kind.length, MOST_COEFFICIENTS));
        }
        return each == 0
                ? new double[0]
                : arrays.array(SolutionFile.COEFFICIENTS, each).values();
    }

    /** @param ansatz from the networks of a kind and its inputs as text, none where they are those of the first */
    List<Piece> read(BiFunction<List<Network>, List<String>, Ansatz> ansatz) {
        Ansatz[] kinds = new Ansatz[count.length];
        double[][] theta = new double[kind.length][];
        for (int k = 0; k < kinds.length; k++) {
            kinds[k] = ansatz.apply(networks(k), entries.atMost(PiecesFile.inputs(k), SolutionReader.MAX_PARTS));
            parameters(k, kinds[k], theta);
        }
        List<Piece> pieces = new ArrayList<>();
        for (int k = 0; k < kind.length; k++) {
            pieces.add(new Piece(edges[k], edges[k + 1], kinds[kind[k]], theta[k]));
            theta[k] = null; // the piece has a copy
        }
        return pieces;
    }

    private List<Network> networks(int k) {
        if (count[k] == 0) {
            throw new IllegalArgumentException("%snetwork: no piece is of this kind".formatted(PiecesFile.prefix(k)));
        }
        return entries.atMost(PiecesFile.prefix(k) + SolutionFile.NETWORK, SolutionReader.MAX_PARTS).stream()
                .map(Network::parse)
                .toList();
    }

    /** The shapes of all stacks are looked at before memory is taken for theta, which then is no more than they are. */
    private void parameters(int k, Ansatz ansatz, double[][] theta) {
        for (int j = 0; j < ansatz.networks().size(); j++) {
            for (Network.Block b : ansatz.networks().get(j).blocks()) {
                stack(k, j, b);
            }
        }
        int networks = ansatz.networkParameters();
        for (int piece = 0; piece < kind.length; piece++) {
            if (kind[piece] == k) {
                theta[piece] = new double[networks + coefficients.length];
                System.arraycopy(coefficients, 0, theta[piece], networks, coefficients.length);
            }
        }
        for (int j = 0; j < ansatz.networks().size(); j++) {
            for (Network.Block b : ansatz.networks().get(j).blocks()) {
                unstack(k, stack(k, j, b).values(), ansatz.offset(j) + b.offset(), b.size(), theta);
            }
        }
    }

    private NdArray stack(int k, int network, Network.Block b) {
        return arrays.array(PiecesFile.prefix(k) + SolutionFile.name(network, b), PiecesFile.shape(count[k], b));
    }

    private void unstack(int k, double[] stack, int at, int size, double[][] theta) {
        for (int piece = 0; piece < kind.length; piece++) {
            if (kind[piece] == k) {
                System.arraycopy(stack, place[piece] * size, theta[piece], at, size);
            }
        }
    }
}
