package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Backends;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Uniform;

/** An equation that asks for a field on faces as well: each point has a partner on each of them, beside itself. */
class PartnersTest {
    private static final Axis X = Axis.of("x", -1, 3);
    private static final Axis Y = Axis.of("y", 2, 5);
    private static final Field U = Field.of("u", X, Y);
    /** More than a few tiles. */
    private static final int POINTS = 333;

    /** u = x² + 10y³, the network's weights being zero; u(x, y) + 7u(3, y) + 11u(x, 2) by hand. */
    @Test
    void eachPartnerStandsBesideItsOwnPoint() {
        Network network = Mlp.of("tanh", 3).build(2, 1);
        Expr known = X.pow(2).plus(Y.pow(3).times(10));
        Ansatz ansatz = new Ansatz(
                List.of(X, Y),
                List.of(X, Y),
                List.of(network),
                List.of(new Ansatz.Form(U, known, Expr.constant(1), 0, 0)),
                List.of());
        Expr residual =
                U.plus(U.trace(X.end()).times(7)).plus(U.trace(Y.start()).times(11));
        RegionProgram program =
                new RegionProgram(ansatz, List.of(residual.equalTo(0).on(Region.interior())), List.of());
        PointSet points =
                new Uniform().sample(List.of(X, Y), Region.interior(), POINTS, RandomStream.of(1, "partners"));
        double[] r = new double[POINTS];
        try (Workers workers = Workers.of(2)) {
            ResidualObjective f = new ResidualObjective(
                    ansatz,
                    List.of(program),
                    List.of(),
                    workers,
                    Backends.select("java").blas());
            f.setPoints(List.of(new RegionPoints(program, List.of(X, Y), points, workers)));
            f.residuals(new double[network.parameters()], r);
        }
        for (int i = 0; i < POINTS; i++) {
            double x = points.coordinate(0, i);
            double y = points.coordinate(1, i);
            double expected = u(x, y) + 7 * u(3, y) + 11 * u(x, 2);
            assertEquals(expected, r[i] * Math.sqrt(POINTS), 1e-12 * expected, "at (%s, %s)".formatted(x, y));
        }
    }

    private static double u(double x, double y) {
        return x * x + 10 * y * y * y;
    }
}
