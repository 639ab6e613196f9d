package org.pinn4j.loss;

import static org.pinn4j.loss.Dense.assertClose;

import java.util.List;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Backends;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Uniform;

/**
 * One equation through the whole chain (hard ansatz, jets, compiled residual, reverse sweep, coefficient kept positive) against
 * the same formula written by hand over derivative structures whose numbers are gradients in theta.
 */
class ResidualOracleTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Parameter NU = Parameter.of("nu", 0.1).positive();
    private static final int HIDDEN = 4;
    private static final int POINTS = 9;

    private final Network network = Mlp.of("tanh", HIDDEN, HIDDEN).build(2, 1);
    private final int parameters = network.parameters() + 1;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void residualsAndJacobianAreThoseOfTheFormula(long seed) {
        double[] theta = new double[parameters];
        double[] start = network.initialise(Initializer.glorotNormal().withBiases(0.5), RandomStream.of(seed, "theta"));
        System.arraycopy(start, 0, theta, 0, start.length);
        theta[parameters - 1] = Math.log(0.1 * seed);
        List<Axis> axes = List.of(X, T);
        PointSet points = new Uniform().sample(axes, Region.interior(), POINTS, RandomStream.of(seed, "points"));
        double[] r = new double[POINTS];
        double[] j = new double[POINTS * parameters];
        double[] expected = new double[POINTS];
        double[] expectedJ = new double[POINTS * parameters];
        try (Workers workers = Workers.of(1)) {
            ResidualObjective f = objective(axes, points, workers);
            f.residuals(theta, r);
            f.jacobian(theta, 0, POINTS, new double[POINTS], j, POINTS);
        }
        for (int i = 0; i < POINTS; i++) {
            Gradient exact = residual(theta, points.coordinate(0, i), points.coordinate(1, i))
                    .divide(Math.sqrt(POINTS));
            expected[i] = exact.getValue();
            for (int p = 0; p < parameters; p++) {
                expectedJ[i + p * POINTS] = exact.getPartialDerivative(p);
            }
        }
        assertClose(expected, r, 1e-12, "residual");
        assertClose(expectedJ, j, 1e-12, "Jacobian");
    }

    /** u_t + u·u_x − ν·u_xx + sin(3u)·x = 0, u = −sin(πx) + t(1 − x²)·N(x, 2t − 1). */
    private ResidualObjective objective(List<Axis> axes, PointSet points, Workers workers) {
        Expr residual = U.d(T).plus(U.times(U.d(X)))
                .minus(NU.times(U.d(X, X)))
                .plus(Expr.sin(U.times(3)).times(X));
        Ansatz.Form form = new Ansatz.Form(
                U,
                Expr.sin(X.times(Math.PI)).negate(),
                Expr.constant(1).minus(X.pow(2)).times(T),
                0,
                0);
        Ansatz ansatz = new Ansatz(axes, List.of(X, T.times(2).minus(1)), List.of(network), List.of(form), List.of());
        RegionProgram program =
                new RegionProgram(ansatz, List.of(residual.equalTo(0).on(Region.interior())), List.of(NU));
        ResidualObjective f = new ResidualObjective(
                ansatz,
                List.of(program),
                List.of(NU),
                workers,
                Backends.select("java").blas());
        f.setPoints(List.of(new RegionPoints(program, axes, points, workers)));
        return f;
    }

    private Gradient residual(double[] theta, double xi, double ti) {
        FDSFactory<Gradient> factory = new FDSFactory<>(GradientField.getField(parameters), 2, 2);
        FieldDerivativeStructure<Gradient> x = factory.variable(0, Gradient.constant(parameters, xi));
        FieldDerivativeStructure<Gradient> t = factory.variable(1, Gradient.constant(parameters, ti));
        FieldDerivativeStructure<Gradient> factor =
                x.multiply(x).negate().add(1).multiply(t);
        FieldDerivativeStructure<Gradient> u = x.multiply(Math.PI)
                .sin()
                .negate()
                .add(factor.multiply(network(theta, x, t.multiply(2).subtract(1))));
        Gradient nu = Gradient.variable(parameters, parameters - 1, theta[parameters - 1])
                .exp();
        return u.getPartialDerivative(0, 1)
                .add(u.getValue().multiply(u.getPartialDerivative(1, 0)))
                .subtract(nu.multiply(u.getPartialDerivative(2, 0)))
                .add(u.getValue().multiply(3).sin().multiply(xi));
    }

    /** 2 - 4 - 4 - 1: W in × out and then b, layer by layer. */
    private FieldDerivativeStructure<Gradient> network(
            double[] theta, FieldDerivativeStructure<Gradient> x, FieldDerivativeStructure<Gradient> t) {
        List<FieldDerivativeStructure<Gradient>> a = List.of(x, t);
        int[] widths = {HIDDEN, HIDDEN, 1};
        int offset = 0;
        for (int width : widths) {
            List<FieldDerivativeStructure<Gradient>> z = new java.util.ArrayList<>();
            for (int o = 0; o < width; o++) {
                FieldDerivativeStructure<Gradient> sum =
                        x.getFactory().constant(weight(theta, offset + a.size() * width + o));
                for (int i = 0; i < a.size(); i++) {
                    sum = sum.add(a.get(i).multiply(weight(theta, offset + i + o * a.size())));
                }
                z.add(width == 1 ? sum : sum.tanh());
            }
            offset += (a.size() + 1) * width;
            a = z;
        }
        return a.get(0);
    }

    private Gradient weight(double[] theta, int index) {
        return Gradient.variable(parameters, index, theta[index]);
    }
}
