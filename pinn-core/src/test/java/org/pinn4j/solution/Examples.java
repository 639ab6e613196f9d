package org.pinn4j.solution;

import java.util.List;
import java.util.Map;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

/** Solutions with random parameters: nothing is trained here. */
final class Examples {
    static final Axis X = Axis.of("x", -1, 1);
    static final Axis Y = Axis.of("y", 0, 3);
    static final Axis T = Axis.time("t", 0, 1);
    static final Field U = Field.of("u", X, T);
    static final Field V = Field.of("v", X, T);
    static final Parameter NU = Parameter.of("nu", 0.1).positive();

    private Examples() {}

    /** u odd and v even in x about 0, two networks, hard initial values, one trainable coefficient. */
    static Problem system() {
        return Problem.over(X, T)
                .named("system")
                .require(U.d(T).plus(V.times(U.d(X))).equalTo(NU.times(U.d(X, X))))
                .require(V.d(T).equalTo(V.d(X, X).minus(U.times(U.d(X)))))
                .require(U.equalTo(Expr.sin(X.times(Math.PI)).negate()).on(T.start()))
                .require(V.equalTo(Expr.cos(X.times(Math.PI))).on(T.start()))
                .require(U.equalTo(0).on(X.ends()))
                .require(V.d(X).equalTo(0).on(X.ends()));
    }

    static Solution folded(boolean withFold, String... architectures) {
        List<Expr> features = List.of(Features.scaled(X, -1, 1), Features.scaled(T, 0, 1), Expr.exp(X.times(T)));
        List<Network> networks = java.util.Arrays.stream(architectures)
                .map(a -> Architecture.parse(a).build(3, 2))
                .toList();
        List<Ansatz.Form> forms = List.of(
                new Ansatz.Form(
                        U, Expr.sin(X.times(Math.PI)).negate(), T.times(X).times(X.minus(1)), 0, 1),
                new Ansatz.Form(V, Expr.cos(X.times(Math.PI)), T.pow(2), networks.size() - 1, 0));
        List<Fold> folds = withFold ? List.of(new Fold(X, 0, Map.of(U, -1, V, 1))) : List.of();
        Ansatz ansatz = new Ansatz(List.of(X, T), features, networks, forms, folds);
        return new Solution(system(), ansatz, theta(ansatz, Math.log(0.05)), ModelCard.untrained());
    }

    static double[] theta(Ansatz ansatz, double... coefficients) {
        double[] theta = new double[ansatz.networkParameters() + coefficients.length];
        RandomStream random = RandomStream.of(7, "theta");
        for (int k = 0; k < ansatz.networks().size(); k++) {
            double[] part = ansatz.networks()
                    .get(k)
                    .initialise(Initializer.glorotNormal().withBiases(0.3), random);
            System.arraycopy(part, 0, theta, ansatz.offset(k), part.length);
        }
        System.arraycopy(coefficients, 0, theta, ansatz.networkParameters(), coefficients.length);
        return theta;
    }

    /** A field that is an expression of the coordinates: the network's part is multiplied by zero. */
    static Solution closedForm(Expr value, Axis... axes) {
        Field f = Field.of("f", axes);
        Problem problem = Problem.over(axes).require(f.d(axes[0]).equalTo(value.d(axes[0])));
        List<Expr> features = List.of(Features.scaled(axes[0], axes[0].min(), axes[0].max()));
        Ansatz ansatz = new Ansatz(
                List.of(axes),
                features,
                List.of(Architecture.parse("mlp(3;tanh)").build(1, 1)),
                List.of(new Ansatz.Form(f, value, Expr.constant(0), 0, 0)),
                List.of());
        return new Solution(problem, ansatz, theta(ansatz), ModelCard.untrained());
    }

    /** Points [axes × n] of the domain of a solution. */
    static double[] points(Solution s, int n, long seed) {
        List<Axis> axes = s.problem().axes();
        RandomStream random = RandomStream.of(seed, "points");
        double[] x = new double[axes.size() * n];
        for (int a = 0; a < axes.size(); a++) {
            for (int i = 0; i < n; i++) {
                x[a * n + i] = axes.get(a).min() + axes.get(a).length() * random.nextDouble();
            }
        }
        return x;
    }
}
