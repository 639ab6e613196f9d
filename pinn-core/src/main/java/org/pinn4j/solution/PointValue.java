package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.PointJets;
import org.pinn4j.pde.Expr;

/** One field at one point, in plain Java. Memory of one thread; nothing is allocated after construction. */
final class PointValue {
    private final Model model;
    private final Ansatz.Form form;
    private final PointJets[] networks; // by kind
    private final Inputs[] inputs; // by kind; one for all that see the same
    private final int[] parity;
    private final boolean[] mirrored;
    /** Features, base and factor at the point, one number each. */
    private static final class Inputs {
        private final CoordinateProgram program;
        private final CoordinateProgram.Scratch scratch;
        private final double[][] columns;

        private Inputs(CoordinateProgram program, int size) {
            this.program = program;
            this.scratch = program.scratch(1);
            this.columns = new double[size][1];
        }
    }

    /** Where the caller puts the point; overwritten by {@link #evaluate}. */
    final double[] x;

    PointValue(Model model, int field) {
        this.model = model;
        this.form = model.ansatz.forms().get(field);
        this.networks = model.pieces.kinds().stream().map(this::jets).toArray(PointJets[]::new);
        Map<List<Expr>, Inputs> known = new HashMap<>();
        this.inputs = model.pieces.kinds().stream()
                .map(a -> known.computeIfAbsent(
                        a.inputs(form.network()), seen -> new Inputs(coordinates(a, field), seen.size() + 2)))
                .toArray(Inputs[]::new);
        this.parity = new int[model.folding.size()];
        for (int k = 0; k < parity.length; k++) {
            parity[k] = model.folding.fold(k).parity().getOrDefault(form.field(), 1);
        }
        this.mirrored = new boolean[parity.length];
        this.x = new double[model.axes()];
    }

    /** Features, base and factor of a field, the same for all pieces of a kind. */
    static CoordinateProgram coordinates(Ansatz ansatz, int field) {
        Ansatz.Form form = ansatz.forms().get(field);
        List<Expr> rows = new ArrayList<>(ansatz.inputs(form.network()));
        rows.add(form.base());
        rows.add(form.factor());
        return CoordinateProgram.compile(rows, ansatz.axes());
    }

    private PointJets jets(Ansatz ansatz) {
        int k = form.network();
        DerivativePlan value = DerivativePlan.of(model.axes(), List.of());
        return new PointJets(ansatz.networks().get(k), ansatz.offset(k), value, 1);
    }

    /** The field at {@link #x}. */
    double evaluate(boolean everywhere) {
        for (int a = 0; a < x.length && !everywhere; a++) {
            model.requireInside(a, x[a], 0);
        }
        if (!everywhere && model.hasShape()) {
            model.requireInside(x, 0);
        }
        int piece = model.pieces.at(x[model.pieces.axis()]);
        int kind = model.pieces.kind(piece);
        PointJets network = networks[kind];
        Inputs seen = inputs[kind];
        double[][] columns = seen.columns;
        model.folding.fold(x, 1, 0, mirrored);
        seen.program.evaluate(1, x, null, null, columns, seen.scratch);
        int features = columns.length - 2;
        for (int k = 0; k < features; k++) {
            network.input()[k] = columns[k][0];
        }
        double u = columns[features][0]
                + columns[features + 1][0] * network.forward(model.pieces.theta(piece))[form.output()];
        for (int k = 0; k < parity.length; k++) {
            u = mirrored[k] && parity[k] < 0 ? -u : u;
        }
        return u;
    }
}
