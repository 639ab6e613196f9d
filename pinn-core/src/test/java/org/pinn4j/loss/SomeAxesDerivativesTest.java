package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Design;
import org.pinn4j.blas.Backends;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.plan.CollapsedSums;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

/** Fields over (x, y, t), (x, y), (y) and (t) in one plan: orders, channels and parameters, against differences of values. */
class SomeAxesDerivativesTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", 0, 2);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, Y, T);
    private static final Field W = Field.of("w", X, Y);
    private static final Field V = Field.of("v", X, Y);
    private static final Field B = Field.of("b", Y);
    private static final Field Q = Field.of("q", T);
    private static final double[] AT = {0.31, 1.2, 0.45};

    /** Laplacians that collapse for u and for w, and derivatives of different fields along different axes. */
    private static final Problem PROBLEM = Problem.over(X, Y, T)
            .require(U.d(T).equalTo(
                            B.times(U.d(X)).d(X).plus(B.times(U.d(Y)).d(Y)).plus(Q.times(W))))
            .require(W.d(X, X)
                    .plus(W.d(Y, Y).times(0.3))
                    .equalTo(W.d(Y).times(B.d(Y)).plus(X)))
            .require(Q.d(T).plus(Q.pow(2)).equalTo(U.d(X, Y).times(W)))
            .require(V.d(X, X).plus(V.d(Y, Y)).times(B).equalTo(V.d(X).times(W)))
            .require(U.equalTo(W.times(B)).on(T.start()))
            .require(U.trace(X.end()).plus(W.d(X)).equalTo(Q.times(B.d(Y))).on(X.start()));

    private static Solution solution(AnsatzDesign design, long seed) {
        Ansatz ansatz = design.build(design.networks(Mlp.of("tanh", 5, 4)), 1.5, 0.7, 1.2, -0.8, 1.1);
        double[] theta = ansatz.initialise(Initializer.glorotNormal().withBiases(0.4), RandomStream.of(seed, "theta"));
        return new Solution(PROBLEM, ansatz, theta, ModelCard.untrained());
    }

    private static double difference(Solution s, Expr e, int axis) {
        double h = 1e-5;
        double[] right = AT.clone();
        double[] left = AT.clone();
        right[axis] += h;
        left[axis] -= h;
        return (s.evaluate(e, right) - s.evaluate(e, left)) / (2 * h);
    }

    private static double compiled(Solution s, Expr e, int copies) {
        Evaluator evaluator = s.evaluator(e, U.d(T), W.d(X, Y)); // a plan with channels of other fields beside
        double[] x = new double[3 * copies];
        double[] out = new double[3 * copies];
        for (int a = 0; a < 3; a++) {
            java.util.Arrays.fill(x, a * copies, (a + 1) * copies, AT[a]);
        }
        evaluator.evaluate(x, copies, out, evaluator.scratch());
        return out[copies - 1];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void derivativesOfEachFieldAreThoseOfItsValues(int copies) {
        Solution s = solution(AnsatzDesign.of(PROBLEM), 3);
        List<Integer> inputs =
                s.ansatz().networks().stream().map(n -> n.inputs()).toList();
        assertEquals(List.of(3, 1, 1, 2), inputs); // of u, b, q, and w with v
        List<Axis> axes = PROBLEM.axes();
        for (Field field : PROBLEM.fields()) {
            for (Axis axis : field.axes()) {
                double first = difference(s, field, axes.indexOf(axis));
                assertEquals(first, compiled(s, field.d(axis), copies), 1e-8, field + " along " + axis);
                double second = difference(s, field.d(axis), axes.indexOf(axis));
                assertEquals(second, compiled(s, field.d(axis, axis), copies), 1e-8, field + " twice along " + axis);
            }
            for (Axis axis : axes) {
                boolean own = field.axes().contains(axis);
                assertEquals(own, Math.abs(difference(s, field, axes.indexOf(axis))) > 1e-4, field + " along " + axis);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theJacobianIsThatOfTheResiduals(boolean each) {
        AnsatzDesign design = (each ? Design.derived().withNetworkForEachField() : Design.derived()).of(PROBLEM);
        Solution s = solution(design, 5);
        assertEquals(each ? 5 : 4, s.ansatz().networks().size());
        double[] theta = s.theta();
        try (Workers workers = Workers.of(1)) {
            CompiledProblem compiled = new CompiledProblem(
                    PROBLEM,
                    design,
                    s.ansatz(),
                    workers,
                    Backends.select("java").blas());
            ResidualObjective f = compiled.objective();
            f.setPoints(java.util.stream.IntStream.range(0, compiled.regions().size())
                    .mapToObj(k -> compiled.draw(k, new Uniform(), 4, RandomStream.of(k, "points")))
                    .toList());
            double[] j = Dense.jacobian(f, theta);
            double[] gradient = new double[theta.length];
            f.gradient(theta, gradient);
            double[] r = new double[f.rows()];
            f.residuals(theta, r);
            Dense.assertClose(Dense.transposedTimes(j, f.rows(), r), gradient, 1e-12, "gradient");
            double[][] around = new double[2][f.rows()];
            for (int c = 0; c < theta.length; c++) {
                double h = 1e-5;
                for (int side = 0; side < 2; side++) {
                    double[] moved = theta.clone();
                    moved[c] += side == 0 ? h : -h;
                    f.residuals(moved, around[side]);
                }
                for (int i = 0; i < f.rows(); i++) {
                    double slope = (around[0][i] - around[1][i]) / (2 * h);
                    assertEquals(slope, j[i + c * f.rows()], 1e-7, "row " + i + ", parameter " + c);
                }
            }
        }
    }

    /** Σ c ∂² of a field of some axes is one channel, with the weights on the problem's axes. */
    @Test
    void collapsedSumsAreTheSameRows() {
        Solution s = solution(AnsatzDesign.of(PROBLEM), 7);
        List<Expr> given = RegionProgram.residuals(PROBLEM.conditions().subList(1, 2));
        CollapsedSums collapsed = CollapsedSums.of(given, PROBLEM.axes());
        assertTrue(collapsed.costs().contains("without collapsing [w_xx + 0.3·w_yy"), collapsed::costs);
        double[] expected = residuals(s, CollapsedSums.none(given, PROBLEM.axes()));
        Dense.assertClose(expected, residuals(s, collapsed), 1e-12, "residuals");
    }

    private static double[] residuals(Solution s, CollapsedSums sums) {
        RegionProgram program =
                new RegionProgram(s.ansatz(), PROBLEM.conditions().subList(1, 2), List.of(), sums);
        try (Workers workers = Workers.of(1)) {
            ResidualObjective f = new ResidualObjective(
                    s.ansatz(),
                    List.of(program),
                    List.of(),
                    workers,
                    Backends.select("java").blas());
            PointSet points = new Uniform().sample(PROBLEM.axes(), program.region(), 6, RandomStream.of(1, "points"));
            f.setPoints(List.of(new RegionPoints(program, PROBLEM.axes(), points, workers)));
            double[] r = new double[f.rows()];
            f.residuals(s.theta(), r);
            return r;
        }
    }
}
