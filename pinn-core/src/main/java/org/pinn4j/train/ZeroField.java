package org.pinn4j.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.blas.Blas;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.Readings;
import org.pinn4j.loss.ResidualFigures;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sobol;

/**
 * How far the fields that are zero everywhere are from solving a problem: the least that an answer has to improve on. They meet
 * no condition by construction, so every equation and every condition counts, those that are hard in the answer among them.
 * Rows of measured data are left out: the zero field misses them by their size, an answer by their noise.
 */
final class ZeroField {
    private static final int INTERIOR = 1024;
    private static final int OTHER = 256;

    private final Optional<CompiledProblem> compiled; // empty where the zero field meets all there is

    ZeroField(Problem problem, AnsatzDesign design, Workers workers, Blas blas) {
        AnsatzDesign zero = design;
        for (Field field : problem.fields()) {
            zero = zero.with(field, Expr.constant(0), Expr.constant(0), "zero");
        }
        int fields = problem.fields().size();
        List<Network> unused = zero.networks(Mlp.of("tanh", 1));
        double[] ones = new double[fields];
        Arrays.fill(ones, 1);
        compiled = zero.softConditions().isEmpty()
                ? Optional.empty()
                : Optional.of(new CompiledProblem(problem, zero, zero.build(unused, ones), workers, blas));
    }

    /**
     * Root of the summed squares of weight·mean|residual| over conditions; 0 where the zero field satisfies all of them.
     * @param coefficients as the optimiser sees them
     * @param scale of the residual of a condition in the loss; NaN for a hard one, whose own size is its scale
     * @param weight of the squared relative residual of a condition in the loss
     */
    double size(
            double[] coefficients,
            ToDoubleFunction<Condition> scale,
            ToDoubleFunction<Condition> weight,
            RandomStream stream) {
        return compiled.map(c -> size(c, coefficients, scale, weight, stream)).orElse(0.0);
    }

    private static double size(
            CompiledProblem compiled,
            double[] coefficients,
            ToDoubleFunction<Condition> scale,
            ToDoubleFunction<Condition> weight,
            RandomStream stream) {
        ResidualObjective objective = compiled.objective();
        objective.setPoints(IntStream.range(0, compiled.regions().size())
                .mapToObj(k -> compiled.draw(k, new Sobol(), points(compiled, k), stream.substream("region " + k)))
                .toList());
        int networks = compiled.ansatz().networkParameters();
        double[] theta = Arrays.copyOf(new double[networks], networks + coefficients.length);
        System.arraycopy(coefficients, 0, theta, networks, coefficients.length);
        double[] rows = new double[objective.rows()];
        objective.residuals(theta, rows);
        double[][] sizes = new ResidualFigures(objective.tiled(), rows).meanSizes();
        double sum = 0;
        for (int k = 0; k < sizes.length; k++) {
            List<Condition> conditions = compiled.regions().get(k).conditions();
            for (int m = 0; m < sizes[k].length; m++) {
                sum += square(sizes[k][m], conditions.get(m), scale, weight);
            }
        }
        return Math.sqrt(sum);
    }

    private static double square(
            double size, Condition c, ToDoubleFunction<Condition> scale, ToDoubleFunction<Condition> weight) {
        if (size == 0 || Readings.isReading(c)) {
            return 0;
        }
        double s = scale.applyAsDouble(c);
        double relative = Double.isNaN(s) ? 1 : s * size;
        return weight.applyAsDouble(c) * relative * relative;
    }

    private static int points(CompiledProblem compiled, int region) {
        return compiled.regions().get(region).region().isInterior() ? INTERIOR : OTHER;
    }
}
