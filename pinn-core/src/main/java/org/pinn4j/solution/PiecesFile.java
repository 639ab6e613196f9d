package org.pinn4j.solution;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.network.Network;
import org.pinn4j.pde.text.ExprText;

/**
 * Several pieces as named arrays: {@code slab.edges} [pieces + 1] from the first beginning to the last end and {@code slab.kind}
 * [pieces]. Pieces of the same networks are one kind, numbered as they first occur; its networks stand as texts {@code
 * kind.k.network.j}, its inputs as {@code kind.k.feature.j} where they are not those of the first piece, its parameters as
 * {@code kind.k.network.j.layer.weight} [pieces of the kind × out × in], in their order.
 *
 * <p>An array for each piece would be easier to name. But every array has an entry of some hundred bytes in the header, read one
 * by one and at most ten thousand of them, so four arrays a piece would end at 2,500 pieces; a stack has one entry for any number.
 */
final class PiecesFile {
    static final String AXIS = "slab.axis";
    static final String EDGES = "slab.edges";
    static final String KIND = "slab.kind";

    /** The most arrays that are read back, see {@link org.pinn4j.io.Safetensors}. */
    private static final int MOST_ARRAYS = 10_000;

    private final Pieces pieces;

    private PiecesFile(Pieces pieces) {
        this.pieces = pieces;
    }

    /** What the arrays and texts of a kind begin with. */
    static String prefix(int kind) {
        return "kind." + kind + ".";
    }

    /** What the inputs of a kind begin with; not there where they are those of the first piece. */
    static String inputs(int kind) {
        return prefix(kind) + SolutionFile.FEATURE;
    }

    /** Of the stack of one block over {@code count} pieces. */
    static int[] shape(int count, Network.Block block) {
        return IntStream.concat(IntStream.of(count), Arrays.stream(SolutionFile.shape(block)))
                .toArray();
    }

    /** @throws IllegalArgumentException if there is more than one file holds */
    static NamedArrays write(NamedArrays content, Solution s, Pieces pieces) {
        return new PiecesFile(pieces).write(content, s);
    }

    private NamedArrays write(NamedArrays content, Solution s) {
        double[] kinds =
                IntStream.range(0, pieces.size()).mapToDouble(pieces::kind).toArray();
        NamedArrays result = content.withMetadata(AXIS, s.along().orElseThrow().name())
                .with(EDGES, pieces.ends(), pieces.size() + 1)
                .with(KIND, kinds, kinds.length);
        for (int k = 0; k < pieces.kinds().size(); k++) {
            result = kind(result, k);
        }
        return SolutionFile.coefficients(result, s.ansatz(), pieces.theta(0));
    }

    private NamedArrays kind(NamedArrays content, int kind) {
        int[] own = IntStream.range(0, pieces.size())
                .filter(k -> pieces.kind(k) == kind)
                .toArray();
        Ansatz ansatz = pieces.kinds().get(kind);
        List<Network> networks = ansatz.networks();
        NamedArrays result = SolutionFile.list(
                content,
                prefix(kind) + SolutionFile.NETWORK,
                networks.stream().map(Network::text).toList());
        if (!ansatz.features().equals(pieces.kinds().get(0).features())) {
            result = SolutionFile.list(
                    result,
                    inputs(kind),
                    ansatz.features().stream().map(ExprText::write).toList());
        }
        for (int k = 0; k < networks.size(); k++) {
            for (Network.Block b : networks.get(k).blocks()) {
                String name = prefix(kind) + SolutionFile.name(k, b);
                requireRoom(name, result.names().size(), (long) own.length * b.size());
                result = result.with(name, stack(own, ansatz.offset(k) + b.offset(), b.size()), shape(own.length, b));
            }
        }
        return result;
    }

    private static void requireRoom(String name, int arrays, long length) {
        if (arrays >= MOST_ARRAYS || length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "array '%s': would be number %d with %d numbers, at most %d with %d are written; save fewer pieces"
                            .formatted(name, arrays + 1, length, MOST_ARRAYS, Integer.MAX_VALUE - 8));
        }
    }

    private double[] stack(int[] own, int from, int size) {
        double[] stack = new double[own.length * size];
        for (int k = 0; k < own.length; k++) {
            System.arraycopy(pieces.theta(own[k]), from, stack, k * size, size);
        }
        return stack;
    }
}
