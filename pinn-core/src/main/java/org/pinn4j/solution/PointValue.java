package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.PointJets;
import org.pinn4j.pde.Expr;

/** One field at one point, in plain Java. Memory of one thread; nothing is allocated after construction. */
final class PointValue {
    private final Model model;
    private final Ansatz.Form form;
    private final CoordinateProgram coordinates;
    private final CoordinateProgram.Scratch scratch;
    private final double[][] columns; // features, base, factor, one number each
    private final PointJets[] networks; // by kind
    private final int[] parity;
    private final boolean[] mirrored;
    /** Where the caller puts the point; overwritten by {@link #evaluate}. */
    final double[] x;

    PointValue(Model model, int field) {
        this.model = model;
        this.form = model.ansatz.forms().get(field);
        this.coordinates = coordinates(model, field);
        this.scratch = coordinates.scratch(1);
        this.columns = new double[model.ansatz.inputs(form.network()).size() + 2][1];
        this.networks = model.pieces.kinds().stream().map(this::jets).toArray(PointJets[]::new);
        this.parity = new int[model.folding.size()];
        for (int k = 0; k < parity.length; k++) {
            parity[k] = model.folding.fold(k).parity().getOrDefault(form.field(), 1);
        }
        this.mirrored = new boolean[parity.length];
        this.x = new double[model.axes()];
    }

    /** Features, base and factor of a field, the same for all pieces. */
    static CoordinateProgram coordinates(Model model, int field) {
        Ansatz.Form form = model.ansatz.forms().get(field);
        List<Expr> rows = new ArrayList<>(model.ansatz.inputs(form.network()));
        rows.add(form.base());
        rows.add(form.factor());
        return CoordinateProgram.compile(rows, model.ansatz.axes());
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
        PointJets network = networks[model.pieces.kind(piece)];
        model.folding.fold(x, 1, 0, mirrored);
        coordinates.evaluate(1, x, null, null, columns, scratch);
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
