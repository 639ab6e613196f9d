package org.pinn4j.solution;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;

/** What the pieces of a solution have to be. */
final class PiecesCheck {
    private final Problem problem;
    private final Axis along;
    private final List<Piece> pieces;
    private final int coefficients;

    PiecesCheck(Problem problem, Axis along, List<Piece> pieces) {
        this.problem = problem;
        this.along = along;
        this.pieces = pieces;
        this.coefficients = problem.parameters().size();
    }

    void run() {
        axis();
        if (pieces.isEmpty() || pieces.size() > Pieces.MOST) {
            throw refused("got %d pieces, need 1 to %d".formatted(pieces.size(), Pieces.MOST));
        }
        ends();
        Set<Ansatz> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int k = 0; k < pieces.size(); k++) {
            if (seen.add(pieces.get(k).ansatz())) {
                ansatz(k);
            }
            theta(k);
        }
        if (pieces.size() > 1) {
            unambiguous();
            same();
        }
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("pieces along %s: %s".formatted(along.name(), reason));
    }

    private IllegalArgumentException refused(int piece, String reason) {
        Piece p = pieces.get(piece);
        return refused("piece %d, [%s, %s]: %s".formatted(piece, p.from(), p.to(), reason));
    }

    private void axis() {
        if (!problem.axes().contains(along) || !along.isBounded()) {
            throw refused("need one of the problem's axes %s, with two ends".formatted(problem.axes()));
        }
    }

    /** What repeats or is mirrored along an axis does not say which piece it means. */
    private void unambiguous() {
        boolean folded =
                pieces.get(0).ansatz().folds().stream().anyMatch(f -> f.axis().equals(along));
        if (folded || Reading.of(problem).periodic().contains(along)) {
            throw refused("the axis is %s; take one that is neither mirrored nor periodic"
                    .formatted(folded ? "mirrored" : "periodic"));
        }
    }

    private void ends() {
        double due = along.min();
        for (int k = 0; k < pieces.size(); k++) {
            if (pieces.get(k).from() != due) {
                throw refused(
                        k,
                        "begins at %s, need %s; pieces follow each other without gaps"
                                .formatted(pieces.get(k).from(), due));
            }
            due = pieces.get(k).to();
        }
        if (due != along.max()) {
            throw refused("the last one ends at %s, need %s".formatted(due, along.max()));
        }
    }

    /** All but the inputs and inner layers of the networks is that of the first piece. */
    private void ansatz(int k) {
        Ansatz first = pieces.get(0).ansatz();
        Ansatz own = pieces.get(k).ansatz();
        same(k, "axes", own.axes(), first.axes());
        same(k, "forms", own.forms(), first.forms());
        same(k, "folds", own.folds(), first.folds());
        same(k, "outputs of networks", outputs(own), outputs(first));
    }

    private static List<Integer> outputs(Ansatz ansatz) {
        return ansatz.networks().stream().map(Network::outputs).toList();
    }

    private void same(int k, String what, Object own, Object first) {
        if (!own.equals(first)) {
            throw refused(
                    k,
                    "has other %s than the first, %s and %s; only inputs, widths and parameters may differ"
                            .formatted(what, own, first));
        }
    }

    private void theta(int k) {
        int networks = pieces.get(k).ansatz().networkParameters();
        int length = pieces.get(k).shared().length;
        if (length != networks + coefficients) {
            throw refused(
                    k,
                    "theta has %d numbers, need %d = %d of the networks + %d trainable coefficients"
                            .formatted(length, networks + coefficients, networks, coefficients));
        }
    }

    /** A coefficient, and a field that does not vary along the axis, is one thing in all pieces. */
    private void same() {
        Ansatz first = pieces.get(0).ansatz();
        for (int k = 1; k < pieces.size(); k++) {
            for (int c = 0; c < coefficients; c++) {
                if (!equal(k, networks(k) + c, networks(0) + c, 1)) {
                    throw refused(
                            k,
                            "%s is another number than in the first; a coefficient is one for all pieces"
                                    .formatted(problem.parameters().get(c).name()));
                }
            }
        }
        for (Ansatz.Form form : first.forms()) {
            for (int k = 1; k < pieces.size() && !form.field().axes().contains(along); k++) {
                still(k, form);
            }
        }
    }

    private void still(int k, Ansatz.Form form) {
        Ansatz first = pieces.get(0).ansatz();
        Ansatz own = pieces.get(k).ansatz();
        Network network = first.networks().get(form.network());
        if (!own.networks().get(form.network()).equals(network)
                || !own.inputs(form.network()).equals(first.inputs(form.network()))
                || !equal(k, own.offset(form.network()), first.offset(form.network()), network.parameters())) {
            throw refused(
                    k,
                    "the network of %s is another one than in the first; the field does not vary along %s"
                            .formatted(form.field().name(), along.name()));
        }
    }

    private int networks(int k) {
        return pieces.get(k).shared().length - coefficients;
    }

    private boolean equal(int k, int at, int first, int n) {
        return Arrays.equals(pieces.get(k).shared(), at, at + n, pieces.get(0).shared(), first, first + n);
    }
}
