package org.pinn4j.direct;

import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.RegionProgram;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.loss.Tile;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.PointSet;

/** Expressions that are linear in the fields of an ansatz, at points: values, and as rows of the output layers. */
final class StateValues {
    private final int count;
    private final ResidualObjective objective;

    StateValues(Ansatz ansatz, List<? extends Expr> states, PointSet points, Algebra algebra) {
        RegionProgram program = new RegionProgram(
                ansatz,
                states.stream().map(s -> s.equalTo(0).on(Region.interior())).toList(),
                List.of());
        this.count = points.count();
        this.objective = new ResidualObjective(ansatz, List.of(program), List.of(), algebra.workers(), algebra.blas());
        for (int k = 0; k < states.size(); k++) {
            objective.setWeight(0, k, count); // a row is the value itself, not its share of a mean
        }
        objective.setPoints(List.of(new RegionPoints(program, ansatz.axes(), points, algebra.workers())));
    }

    /** The rows of all states, those of the points in tiles. */
    ResidualObjective objective() {
        return objective;
    }

    /** [states][points] at theta. */
    double[][] at(double[] theta) {
        double[] r = new double[objective.rows()];
        objective.residuals(theta, r);
        double[][] values = new double[objective.rows() / count][count];
        for (int t = 0; t < objective.tiled().tiles(); t++) {
            Tile tile = objective.tiled().tile(t);
            for (int k = 0; k < values.length; k++) {
                System.arraycopy(r, tile.row() + k * tile.n(), values[k], tile.first(), tile.n());
            }
        }
        return values;
    }
}
