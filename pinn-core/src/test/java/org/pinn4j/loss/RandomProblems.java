package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Blas;
import org.pinn4j.network.Activation;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.FourierMlp;
import org.pinn4j.network.GatedNet;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.network.ResNet;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.plan.CollapsedSums;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Uniform;

/**
 * Seeded random statements for two fields on a rectangle: two equations inside, on faces a trace, a normal derivative and a
 * product of the fields, data at points, three trainable coefficients, hard factors on some faces, weights.
 */
final class RandomProblems {
    static final Axis X = Axis.of("x", -1, 1);
    static final Axis Y = Axis.of("y", 0, 2);
    static final List<Axis> AXES = List.of(X, Y);
    static final Field U = Field.of("u", X, Y);
    static final Field V = Field.of("v", X, Y);
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.of("p", 0.7),
            Parameter.of("q", 1.3).positive(),
            Parameter.of("s", 0.4).between(-1, 2));
    private static final List<String> ACTIVATIONS = List.of("tanh", "sin", "sigmoid", "softplus", "swish", "gelu");
    private static final int[] POINTS = {300, 37, 129, 5};

    final Ansatz ansatz;
    final double[] theta;
    final List<List<Condition>> regions = new ArrayList<>();
    private final long seed;
    private final Random random;
    private final double ratio;
    private final Blas blas = Backends.select("java").blas();

    RandomProblems(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.ratio = random.nextGaussian();
        this.ansatz = ansatz();
        this.theta = theta();
        regions.add(List.of(
                equation(U, V).equalTo(source()).on(org.pinn4j.pde.Region.interior()),
                equation(V, U).equalTo(0).on(org.pinn4j.pde.Region.interior())));
        regions.add(List.of(
                U.equalTo(U.trace(X.start()).times(0.8)).on(X.end()),
                U.dn().plus(V.times(PARAMETERS.get(2)))
                        .equalTo(Expr.sin(Y).plus(V.d(Y).trace(X.start())))
                        .on(X.end())));
        regions.add(List.of(U.times(V).plus(U.d(Y, Y)).equalTo(X).on(Y.start())));
        regions.add(List.of(U.plus(V.pow(2)).equalTo(Expr.measurement()).onData(places(), values())));
    }

    private Expr equation(Field a, Field b) {
        Expr p = PARAMETERS.get(random.nextInt(3));
        Expr k = Expr.exp(X.times(Y).times(0.3));
        Expr laplacian = a.d(X, X).plus(a.d(Y, Y).times(ratio));
        Expr sum = a.times(a.d(X)).plus(b.times(p));
        sum = sum.plus(random.nextBoolean() ? laplacian.times(k) : laplacian);
        return switch (random.nextInt(5)) {
            case 0 -> sum.plus(a.d(X, X, Y).times(0.1));
            case 1 -> sum.plus(Expr.sin(a.times(2)).times(p));
            case 2 -> sum.plus(a.d(X).pow(2).plus(1).pow(0.5).times(b));
            case 3 -> sum.plus(b.d(X, Y).times(a)).plus(Expr.exp(Expr.tanh(a)));
            default -> sum.plus(a.times(b).d(X).over(b.pow(2).plus(1)));
        };
    }

    private static Expr source() {
        return Expr.sin(X.times(3)).times(Y);
    }

    private double[][] places() {
        double[][] places = new double[POINTS[3]][2];
        for (double[] at : places) {
            at[0] = 2 * random.nextDouble() - 1;
            at[1] = 2 * random.nextDouble();
        }
        return places;
    }

    private double[] values() {
        return random.doubles(POINTS[3], -1, 1).toArray();
    }

    private Architecture architecture() {
        Activation sigma = Activation.named(ACTIVATIONS.get(random.nextInt(6)));
        return switch (random.nextInt(4)) {
            case 0 -> new ResNet(5, 1, sigma);
            case 1 -> new GatedNet(4, 1, sigma);
            case 2 -> new FourierMlp(3, 1.5, List.of(6), sigma);
            default -> new Mlp(List.of(7, 5), sigma);
        };
    }

    private Ansatz ansatz() {
        List<Expr> features = List.of(X, Y.minus(1), Expr.cos(X.times(2).plus(Y)));
        boolean two = random.nextBoolean();
        List<Network> networks = two
                ? List.of(architecture().build(3, 1), architecture().build(3, 1))
                : List.of(architecture().build(3, 2));
        Expr hard = Expr.constant(1).minus(X.pow(2)).times(Y);
        return new Ansatz(
                AXES,
                features,
                networks,
                List.of(
                        new Ansatz.Form(U, Expr.sin(X.plus(Y)), random.nextBoolean() ? hard : Expr.constant(1), 0, 0),
                        new Ansatz.Form(V, X.times(0.3), Expr.constant(2), two ? 1 : 0, two ? 0 : 1)),
                List.of());
    }

    private double[] theta() {
        double[] result = new double[ansatz.networkParameters() + PARAMETERS.size()];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            double[] part = ansatz.networks()
                    .get(k)
                    .initialise(Initializer.glorotNormal().withBiases(0.4), RandomStream.of(seed, "network " + k));
            System.arraycopy(part, 0, result, ansatz.offset(k), part.length);
        }
        for (int k = 0; k < PARAMETERS.size(); k++) {
            result[ansatz.networkParameters() + k] = random.nextGaussian();
        }
        return result;
    }

    ElsewhereSweeps elsewhere(List<RegionProgram> programs, int... bounds) {
        return new ElsewhereSweeps(ansatz, programs, PARAMETERS, blas, bounds);
    }

    TileSweeps sweeps(List<RegionProgram> programs, Workers workers) {
        return new ThreadSweeps(ansatz, programs, PARAMETERS, workers, blas);
    }

    /** The points of an objective, by region. */
    static List<RegionPoints> points(ResidualObjective f) {
        return IntStream.range(0, f.regions().size())
                .mapToObj(f.tiled()::points)
                .toList();
    }

    /** First parameter and end of every dense layer in theta. */
    List<int[]> layers() {
        List<int[]> layers = new ArrayList<>();
        for (int k = 0; k < ansatz.networks().size(); k++) {
            for (Network.Step step : ansatz.networks().get(k).steps()) {
                if (step instanceof Network.Dense d) {
                    int first = ansatz.offset(k) + d.weights();
                    layers.add(new int[] {first, first + d.in() * d.out() + (d.hasBias() ? d.out() : 0)});
                }
            }
        }
        return layers;
    }

    double[] vector(int n) {
        return random.doubles(n, -1, 1).toArray();
    }

    /** The statement's objective; the same points and weights at each call. */
    ResidualObjective objective(Workers workers, boolean collapse) {
        return objective(workers, collapse, 1);
    }

    /** With {@code times} as many points. */
    ResidualObjective objective(Workers workers, boolean collapse, int times) {
        List<RegionProgram> programs = new ArrayList<>();
        List<RegionPoints> points = new ArrayList<>();
        for (List<Condition> conditions : regions) {
            List<Expr> residuals = RegionProgram.residuals(conditions);
            CollapsedSums sums = collapse ? CollapsedSums.of(residuals, AXES) : CollapsedSums.none(residuals, AXES);
            RegionProgram program = new RegionProgram(ansatz, conditions, PARAMETERS, sums);
            programs.add(program);
            RandomStream stream = RandomStream.of(seed, "points " + points.size());
            points.add(new RegionPoints(
                    program,
                    AXES,
                    new Uniform().sample(AXES, program.region(), times * POINTS[points.size()], stream),
                    workers));
        }
        ResidualObjective objective = new ResidualObjective(ansatz, programs, PARAMETERS, workers, blas);
        objective.setWeight(1, 0, 3);
        objective.setWeight(3, 0, 0.2);
        objective.setPoints(points);
        return objective;
    }
}
