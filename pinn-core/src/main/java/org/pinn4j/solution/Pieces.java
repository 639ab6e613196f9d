package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Problem;

/**
 * The pieces of a solution along one axis, and which of them answers. Pieces of the same networks that see the same inputs are of
 * one kind, so that work arrays are needed once a kind and not once a piece. Immutable.
 */
final class Pieces {
    /** The most pieces of a solution. */
    static final int MOST = 100_000;

    /** The most different lists of networks and inputs: work arrays are needed for each. */
    static final int MOST_KINDS = 256;

    private final List<Piece> list; // empty where there is one piece, of any axis
    private final int axis;
    private final double[] edges; // between pieces
    private final boolean earlier;
    private final List<Ansatz> kinds;
    private final int[] kind;
    private final double[][] theta;

    private Pieces(
            List<Piece> list,
            int axis,
            double[] edges,
            boolean earlier,
            List<Ansatz> kinds,
            int[] kind,
            double[][] theta) {
        this.list = list;
        this.axis = axis;
        this.edges = edges;
        this.earlier = earlier;
        this.kinds = kinds;
        this.kind = kind;
        this.theta = theta;
    }

    /** One function everywhere. @param theta given away */
    static Pieces one(Ansatz ansatz, double[] theta) {
        return new Pieces(List.of(), 0, new double[0], false, List.of(ansatz), new int[1], new double[][] {theta});
    }

    /** @throws IllegalArgumentException if these are not pieces of one function over the whole axis */
    static Pieces of(Problem problem, Axis along, List<Piece> given) {
        List<Piece> list = List.copyOf(given);
        new PiecesCheck(problem, along, list).run();
        if (list.size() == 1) {
            return one(list.get(0).ansatz(), list.get(0).shared());
        }
        Map<List<List<?>>, Integer> numbers = new LinkedHashMap<>();
        IdentityHashMap<Ansatz, Integer> known = new IdentityHashMap<>(); // networks are looked at once an ansatz
        List<Ansatz> kinds = new ArrayList<>();
        int[] kind = new int[list.size()];
        for (int k = 0; k < kind.length; k++) {
            Ansatz ansatz = list.get(k).ansatz();
            kind[k] = known.computeIfAbsent(
                    ansatz, a -> numbers.computeIfAbsent(List.of(a.networks(), a.features()), n -> numbers.size()));
            if (kind[k] == kinds.size()) {
                kinds.add(ansatz);
            }
        }
        if (kinds.size() > MOST_KINDS) {
            throw new IllegalArgumentException(
                    "pieces along %s: %d different networks, at most %d are held; take widths from a few sizes"
                            .formatted(along.name(), kinds.size(), MOST_KINDS));
        }
        double[] edges = list.stream().skip(1).mapToDouble(Piece::from).toArray();
        double[][] theta = list.stream().map(Piece::shared).toArray(double[][]::new);
        return new Pieces(list, problem.axes().indexOf(along), edges, false, List.copyOf(kinds), kind, theta);
    }

    /** The same, but at an edge the piece that ends there answers. */
    Pieces earlier() {
        return new Pieces(list, axis, edges, true, kinds, kind, theta);
    }

    int size() {
        return theta.length;
    }

    /** Which coordinate decides; any where there is one piece. */
    int axis() {
        return axis;
    }

    /** Where a piece ends and the next one begins, ascending; read only. */
    double[] edges() {
        return edges;
    }

    /** Where pieces begin and end, from the first to the last, one number more than there are; none if there is one piece. */
    double[] ends() {
        return list.isEmpty()
                ? new double[0]
                : DoubleStream.concat(
                                list.stream().mapToDouble(Piece::from),
                                DoubleStream.of(list.get(list.size() - 1).to()))
                        .toArray();
    }

    /** One ansatz for each kind; they differ in nothing but their networks and inputs. */
    List<Ansatz> kinds() {
        return kinds;
    }

    int kind(int piece) {
        return kind[piece];
    }

    /** Read only. */
    double[] theta(int piece) {
        return theta[piece];
    }

    /** Length of theta over all pieces, a coefficient counted once. */
    long parameters(int coefficients) {
        long sum = coefficients;
        for (double[] each : theta) {
            sum += each.length - coefficients;
        }
        return sum;
    }

    /** The piece that answers at a coordinate; beyond the ends the outermost. Costs the logarithm of their number. */
    int at(double x) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (earlier ? edges[middle] < x : edges[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What a caller sees: of one piece, over the time of the problem or else over its first axis. */
    List<Piece> list(Problem problem) {
        if (!list.isEmpty()) {
            return list;
        }
        Axis whole = problem.time().orElse(problem.axes().get(0));
        return List.of(new Piece(
                Math.max(whole.min(), -Double.MAX_VALUE),
                Math.min(whole.max(), Double.MAX_VALUE),
                kinds.get(0),
                theta[0]));
    }
}
