package org.pinn4j.blas;

import org.pinn4j.Pinn;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;

/** Trains with plain Java, evaluates at many points, and prints which native library that took; for a JVM of its own. */
final class TrainedByJava {
    private TrainedByJava() {}

    public static void main(String[] none) {
        Axis x = Axis.of("x", 0, 1);
        Field u = Field.of("u", x);
        Problem problem = Problem.over(x)
                .require(u.d(x, x).equalTo(u))
                .require(u.equalTo(1).on(x.start()))
                .require(u.equalTo(2).on(x.end()));
        Solution s = Pinn.trained().backend("java").workers(1).steps(2).solve(problem);
        int n = 64; // more than go by single points
        double[] points = new double[n];
        Evaluator evaluator = s.evaluator(u.d(x));
        evaluator.evaluate(points, n, new double[n], evaluator.scratch());
        System.out.println("library " + NetlibLibrary.owner());
    }
}
