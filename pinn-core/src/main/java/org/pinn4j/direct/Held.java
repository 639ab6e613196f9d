package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.RegionProgram;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.PointSet;

/**
 * The state at the start of a slab, held to its end: where the steps of a nonlinear statement begin. It is the nearer to the
 * solution the shorter the slab is, so that halving always leads to a slab on which they converge.
 * @param values of the fields, [fields][points], at the start of the slab
 */
record Held(List<Field> fields, Function<PointSet, double[][]> values) {
    static final double RIDGE = 1e-10;

    /** Output layers that are nearest to it. @param inside points of the slab */
    double[] in(Basis basis, PointSet inside, Algebra algebra) {
        double[][] all = values.apply(inside);
        double[][] at =
                IntStream.range(0, inside.count()).mapToObj(inside::point).toArray(double[][]::new);
        Ansatz ansatz = basis.ansatz();
        List<RegionProgram> programs = new ArrayList<>();
        List<RegionPoints> points = new ArrayList<>();
        for (int k = 0; k < all.length; k++) {
            Condition held = fields.get(k).equalTo(Expr.measurement()).onData(at, all[k]);
            RegionProgram program = new RegionProgram(ansatz, List.of(held), List.of());
            programs.add(program);
            points.add(new RegionPoints(program, ansatz.axes(), inside.withData(all[k]), algebra.workers()));
        }
        ResidualObjective objective =
                new ResidualObjective(ansatz, programs, List.of(), algebra.workers(), algebra.blas());
        objective.setPoints(points);
        double[] theta = basis.theta();
        return basis.moved(theta, new OutputFit(algebra, objective, basis.columns()).step(theta, RIDGE), 1);
    }
}
