package org.pinn4j.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.sin;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Design;
import org.pinn4j.blas.Backends;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

class JudgeTest {
    private static final double EPSILON = 1e-5;
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Field V = Field.of("v", X, Y);

    private final Workers workers = Workers.of(1);

    @AfterEach
    void close() {
        workers.close();
    }

    private Judge judge(Problem problem, AnsatzDesign design) {
        return new Judge(problem, design, workers, Backends.select("java").blas(), RandomStream.of(3, "judge"));
    }

    private static AnsatzDesign soft(Problem problem) {
        return Design.derived()
                .withoutFoundSymmetries()
                .withoutHardConditions()
                .of(problem)
                .withPhases();
    }

    /** A field of features with weights of alternating sign. */
    private static double[] field(Basis basis) {
        double[] step = new double[basis.columns().count()];
        Arrays.setAll(step, k -> k % 2 == 0 ? 1 : -0.5);
        return basis.moved(basis.theta(), step, 1);
    }

    /** Residuals of one region at given points: those of condition m at point i at [m·n + i]. */
    private static double[] residuals(CompiledProblem compiled, int region, PointSet points, double[] theta) {
        ResidualObjective alone = new ResidualObjective(
                compiled.ansatz(),
                List.of(compiled.regions().get(region)),
                List.of(),
                Workers.of(1),
                Backends.select("java").blas());
        alone.setPoints(List.of(compiled.at(region, points)));
        double[] rows = new double[alone.rows()];
        alone.residuals(theta, rows);
        return Arrays.stream(rows).map(r -> r * Math.sqrt(points.count())).toArray();
    }

    /** A wave in the stretched input lives in the layer: the figure is the integral of its residual, found on a graded mesh. */
    @Test
    void whatLivesInALayerIsMeasured() {
        Problem p = Problem.over(X)
                .named("layer")
                .require(U.d(X, X).times(-EPSILON).plus(U.d(X)).equalTo(1))
                .require(U.equalTo(0).on(X.ends()));
        AnsatzDesign design = soft(p);
        Judge judge = judge(p, design);
        Basis basis = Basis.draw(
                design, Bandwidths.of(p, design, 12), Window.whole(), new double[0], RandomStream.of(8, "features"));
        CompiledProblem compiled = judge.compiled(basis.ansatz());
        double[] theta = field(basis);
        int n = 40_000; // d from 1e-10 to 1, the trapezoidal rule in log d
        double[] x = new double[n + 1];
        Arrays.setAll(x, i -> 1 - Math.pow(10, -10 + 10.0 * i / n));
        double[] r = residuals(compiled, 0, PointSet.of(1, x), theta);
        double integral = 0;
        for (int i = 1; i <= n; i++) {
            integral += (r[i] * r[i] + r[i - 1] * r[i - 1]) / 2 * (x[i - 1] - x[i]);
        }
        double expected = Math.sqrt(integral) / judge.size(0, 0);
        assertEquals(expected, judge.figure(judge.relative(compiled), theta), 0.05 * expected);
        assertTrue(expected > 30, "the layer decides: " + expected);
    }

    /** Without layers it is what even points say. */
    @Test
    void ofASmoothFieldItIsTheMeanOverTheDomain() {
        Problem p = Problem.over(X, Y)
                .named("poisson")
                .require(V.d(X, X).plus(V.d(Y, Y)).equalTo(sin(X.times(3))))
                .require(V.equalTo(X).on(Region.boundary()));
        AnsatzDesign design = soft(p);
        Judge judge = judge(p, design);
        Basis basis = Basis.draw(
                design, Bandwidths.of(p, design, 60), Window.whole(), new double[0], RandomStream.of(8, "features"));
        CompiledProblem compiled = judge.compiled(basis.ansatz());
        double[] theta = field(basis);
        double sum = 0;
        for (int k = 0; k < compiled.regions().size(); k++) {
            PointSet even = compiled.draw(k, new Sobol(), 4096, RandomStream.of(4, "even"))
                    .points();
            for (double r : residuals(compiled, k, even, theta)) {
                sum += r * r / even.count() / Math.pow(judge.size(k, 0), 2);
            }
        }
        double figure = judge.figure(judge.relative(compiled), theta);
        assertEquals(1, figure / Math.sqrt(sum), 0.1);
    }
}
