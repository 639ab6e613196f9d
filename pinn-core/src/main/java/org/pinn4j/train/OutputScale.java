package org.pinn4j.train;

import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.blas.Blas;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Uniform;

/**
 * The size and sign of each field, so that its network does the same work whatever the units: the datum of largest magnitude
 * among its conditions; where all data vanish, the size at which the equation's source is met, ‖F(0)‖ ÷ ‖F(N) − F(0)‖ for
 * random networks N, with the sign in which these meet it on the whole.
 */
final class OutputScale {
    private static final int SAMPLES = 256;
    private static final int TRIES = 4;

    private final Problem problem;
    private final AnsatzDesign design;
    private final List<Network> networks;
    private final Workers workers;
    private final Blas blas;
    private final RandomStream random;

    OutputScale(
            Problem problem,
            AnsatzDesign design,
            List<Network> networks,
            Workers workers,
            Blas blas,
            RandomStream random) {
        this.problem = problem;
        this.design = design;
        this.networks = networks;
        this.workers = workers;
        this.blas = blas;
        this.random = random.substream("output scale");
    }

    double[] values() {
        double[] scale =
                problem.fields().stream().mapToDouble(this::largestDatum).toArray();
        double most = java.util.Arrays.stream(scale).reduce(0, OutputScale::larger);
        double missing = most != 0 ? most : balanced();
        return java.util.Arrays.stream(scale).map(s -> s != 0 ? s : missing).toArray();
    }

    /** The one of larger magnitude, with its sign; what is not finite does not count. */
    private static double larger(double a, double b) {
        return Double.isFinite(b) && Math.abs(b) > Math.abs(a) ? b : a;
    }

    private double largestDatum(Field field) {
        double largest = largest(design.base(field));
        for (Clause c : Reading.of(problem).clauses()) {
            if (c.isValueOf(field)) {
                largest = larger(largest, largest(c.datum()));
            }
            if (c.part().data().isPresent() && Leaves.of(c.residual()).fields().contains(field)) {
                DataPoints data = c.part().data().get();
                for (int i = 0; i < data.count(); i++) {
                    largest = larger(largest, data.value(i));
                }
            }
        }
        return largest;
    }

    private double largest(Expr e) {
        PointSet points = new Uniform().sample(problem.domain(), Region.interior(), SAMPLES, random.substream("data"));
        CoordinateProgram program = CoordinateProgram.compile(List.of(e), problem.axes());
        double[][] out = new double[1][SAMPLES];
        program.evaluate(SAMPLES, points.coordinates(), null, null, out, program.scratch(SAMPLES));
        return java.util.Arrays.stream(out[0]).reduce(0, OutputScale::larger);
    }

    /** A few rounds, because a nonlinear equation answers differently at different sizes. */
    private double balanced() {
        double scale = 1;
        for (int k = 0; k < TRIES; k++) {
            double next = response(scale);
            if (next == 0 || !Double.isFinite(next)) {
                return scale;
            }
            scale = next;
        }
        return scale;
    }

    private double response(double scale) {
        double[] scales = new double[problem.fields().size()];
        java.util.Arrays.fill(scales, scale);
        Ansatz ansatz = design.build(networks, scales);
        CompiledProblem compiled = new CompiledProblem(problem, design, ansatz, workers, blas);
        ResidualObjective objective = compiled.objective();
        objective.setPoints(
                java.util.stream.IntStream.range(0, compiled.regions().size())
                        .mapToObj(k -> compiled.draw(k, new Uniform(), SAMPLES, random.substream("region " + k)))
                        .toList());
        double[] coefficients = compiled.initialCoefficients();
        double[] theta = new double[objective.parameters()];
        System.arraycopy(coefficients, 0, theta, ansatz.networkParameters(), coefficients.length);
        double[] atZero = new double[objective.rows()];
        objective.residuals(theta, atZero);
        double source = 0;
        double answer = 0;
        double common = 0;
        double[] r = new double[objective.rows()];
        for (int k = 0; k < TRIES; k++) {
            double[] start = ansatz.initialise(Initializer.glorotNormal(), random.substream("network " + k));
            System.arraycopy(start, 0, theta, 0, start.length);
            objective.residuals(theta, r);
            for (int i = 0; i < r.length; i++) {
                source += atZero[i] * atZero[i];
                double change = r[i] - atZero[i];
                answer += change * change;
                common += atZero[i] * change;
            }
        }
        return (common > 0 ? -scale : scale) * Math.sqrt(source / answer);
    }
}
