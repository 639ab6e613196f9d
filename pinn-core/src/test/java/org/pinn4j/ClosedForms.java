package org.pinn4j;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.solution.Solution;

/** Solutions beside the closed forms of their fields. */
final class ClosedForms {
    private ClosedForms() {}

    /** The largest error of any field at points of the domain, over the largest value. @param truth by field */
    static double error(Solution s, List<Expr> truth, int count) {
        List<Axis> axes = s.problem().axes();
        PointSet points =
                new Uniform().sample(s.problem().domain(), Region.interior(), count, RandomStream.of(5, "test"));
        double worst = 0;
        double size = 0;
        for (int k = 0; k < truth.size(); k++) {
            for (int i = 0; i < points.count(); i++) {
                double exact = Evaluation.evaluate(truth.get(k), axes, points.point(i));
                worst = Math.max(worst, Math.abs(s.evaluate(s.fields().get(k), points.point(i)) - exact));
                size = Math.max(size, Math.abs(exact));
            }
        }
        return worst / size;
    }
}
