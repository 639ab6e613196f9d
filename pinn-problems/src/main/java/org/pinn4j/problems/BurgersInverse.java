package org.pinn4j.problems;

import static org.pinn4j.problems.Published.Seen.REPOSITORY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * Both coefficients of Burgers' equation from readings of its solution, without initial or boundary values.
 * @param seed of the places, and of the noise
 * @param noise standard deviation of the noise over that of the readings
 */
public record BurgersInverse(long seed, double noise) implements CatalogueProblem {
    public static final Axis X = Burgers.X;
    public static final Axis T = Axis.time("t", 0, 0.99);
    public static final Field U = Field.of("u", X, T);
    public static final Parameter ADVECTION = Parameter.of("lambda1", 0);
    public static final Parameter VISCOSITY =
            Parameter.of("lambda2", Math.exp(-6)).positive();

    private static final int READINGS = 2000;
    private static final ColeHopf SOLUTION = new ColeHopf(Burgers.NU, ColeHopf.STEP);

    /** Without noise. */
    public BurgersInverse() {
        this(1, 0);
    }

    @Override
    public String name() {
        return "burgers-inverse";
    }

    @Override
    public String title() {
        return "Burgers, u_t + λ₁ u u_x = λ₂ u_xx, both coefficients from 2,000 readings";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).plus(U.times(U.d(X)).times(ADVECTION))
                        .equalTo(U.d(X, X).times(VISCOSITY)))
                .require(readings());
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 256).by(T, 100);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm("Cole-Hopf quadrature", U, ColeHopf.FLOOR, p -> SOLUTION.value(p[0], p[1])));
    }

    private Condition readings() {
        RandomStream places = RandomStream.of(seed, name());
        double[][] points = new double[READINGS][];
        double[] values = new double[READINGS];
        for (int i = 0; i < READINGS; i++) {
            double x = X.min() + X.length() * places.nextDouble();
            double t = T.length() * places.nextDouble();
            points[i] = new double[] {x, t};
            values[i] = SOLUTION.value(x, t);
        }
        Equation reading = U.equalTo(Expr.measurement());
        return noise == 0 ? reading.onData(points, values) : noisy(reading, points, values);
    }

    private Condition noisy(Equation reading, double[][] points, double[] values) {
        double sigma = noise * deviation(values);
        RandomStream errors = RandomStream.of(seed, name() + " noise");
        double[] read = Arrays.stream(values)
                .map(v -> v + sigma * errors.nextGaussian())
                .toArray();
        return reading.onData(points, read, sigma);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
    }

    @Override
    public Map<String, Double> coefficients() {
        return Map.of(ADVECTION.name(), 1.0, VISCOSITY.name(), Burgers.NU);
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(4.69e-3, REPOSITORY, "L-BFGS, 8 × 20 (Raissi, Perdikaris, Karniadakis, 2019)")
                .remarked("the larger relative error of the two coefficients, λ₂; λ₁ 9.6e-4"));
    }

    @Override
    public String source() {
        return "Raissi, Perdikaris, Karniadakis, J. Comput. Phys. 378 (2019) 686";
    }
}
