package org.pinn4j.validation.arguments;

import static org.pinn4j.pde.Expr.sin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.random.RandomGenerator;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.domain.Ball;
import org.pinn4j.domain.Disk;
import org.pinn4j.domain.Law;
import org.pinn4j.domain.Space;
import org.pinn4j.io.Csv;
import org.pinn4j.io.NdArray;
import org.pinn4j.jets.Columns;
import org.pinn4j.loss.CellTests;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.EnergyLoss;
import org.pinn4j.loss.PartRows;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.loss.WeakLoss;
import org.pinn4j.loss.WeakObjective;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Network;
import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.Averaged;
import org.pinn4j.optimize.FrozenTail;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Schedule;
import org.pinn4j.optimize.SelfScaledBroyden;
import org.pinn4j.optimize.Spring;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Energy;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Flux;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.WeakForm;
import org.pinn4j.problems.HeatSineMode;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Grid;
import org.pinn4j.sampling.QuadraturePoints;
import org.pinn4j.sampling.Sobol;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Budget;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Settings;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;

/** The sound values that are written down: heat along a rod, with what is made of it. */
final class Seeds {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Axes MANY = Axes.of("z", 2, 0, 1);
    private static final int POINTS = 20;

    private Seeds() {}

    /** Where the search for further samples starts. */
    static List<Object> all(Path folder) {
        Field u = Field.of("u", X, T);
        Parameter d = Parameter.of("D", 0.1);
        Problem heat = heat(u);
        AnsatzDesign design = AnsatzDesign.of(heat);
        Network network = design.networks(Architecture.parse("mlp(4;tanh)")).get(0);
        RandomStream stream = RandomStream.of(1, "arguments");
        Ansatz ansatz = design.build(network, 1);
        double[] theta = ansatz.initialise(Initializer.glorotNormal(), stream);
        Workers workers = Workers.of(1);
        Backend backend = Backends.select("java");
        Algebra algebra = new Algebra(backend.blas(), backend.lapack(), workers);
        Solution solution = new Solution(heat, ansatz, theta, ModelCard.untrained());
        CompiledProblem compiled = new CompiledProblem(heat, design, ansatz, workers, backend.blas());
        RegionPoints points = compiled.draw(0, new Sobol(), POINTS, stream);
        ResidualObjective loss = compiled.objective();
        loss.setPoints(drawn(compiled, stream));
        DiscreteSystem system = Discretization.of(heat).system(Scheme.finiteDifferences(2), 9);
        List<Object> all = new ArrayList<>(List.of(
                X,
                u,
                d,
                heat,
                solution,
                design,
                workers,
                backend,
                stream,
                Grid.of(X, 5).by(T, 5),
                loss,
                compiled,
                points,
                new HeatSineMode(),
                Settings.standard().withBudget(Budget.standard().withSteps(1)),
                Recipe.direct(),
                system,
                u.trace(X.start()),
                u.equalTo(0).onData(new double[][] {{0.5, 0.5}}, new double[] {1}),
                new DataPoints(new double[][] {{0.5, 0.5}}, new double[] {1}, new double[] {1}),
                Evaluation.at(List.of(X, T), 0.5, 0.5),
                NdArray.of(new double[] {1, 2}, 2),
                Columns.all(theta.length),
                Expr.function("f", new Squared(), X),
                Expr.values("g", x -> x[0], X),
                X.start().where(T, 0.2, 0.5),
                new Finding("singular:u", "what", Finding.Severity.NOTE),
                table(folder),
                new Disk(X, Axis.of("y", 0, 1), 0.5, 0.5, 0.5),
                u.trace(X.end()),
                Ball.of(MANY, 0.5, new double[] {0.5, 0.5}),
                Law.uniform(0, 1),
                Space.of(Axes.of("w", 2), Law.normal(0, 1)),
                MANY.squares(),
                new PartRows(loss, Columns.all(theta.length), theta),
                new FrozenTail(loss, new double[1]),
                Adam.standard().init(loss, theta, algebra),
                new Schedule.Cosine(1, 10, 0),
                Averaged.tail(Adam.standard(), 3).init(loss, theta, algebra),
                LevenbergMarquardt.standard().init(loss, theta, algebra),
                SelfScaledBroyden.standard().init(loss, theta, algebra),
                Spring.standard().init(loss, theta, algebra)));
        all.addAll(integrals(heat, compiled, stream, workers, backend));
        all.addAll(Answers.all(folder, heat, system, loss, algebra));
        all.addAll(Answers.paths(heat, compiled, workers, backend.blas()));
        return all;
    }

    /** An energy and variational residuals of the same fields. */
    private static List<Object> integrals(
            Problem heat, CompiledProblem compiled, RandomStream stream, Workers workers, Backend backend) {
        List<double[]> grid = List.of(new double[] {0, 0.5, 1}, new double[] {0, 1});
        Energy energy = new Energy(heat.fields().get(0).d(X).pow(2), Region.interior());
        EnergyLoss least = new EnergyLoss(
                compiled,
                List.of(energy),
                Optional.empty(),
                new int[] {POINTS},
                List.of(new double[0], new double[0]),
                Optional.empty(),
                stream,
                workers,
                backend.blas());
        List<Flux> fluxes = WeakForm.of(heat).fluxes();
        CellTests tests = new CellTests(grid, 2);
        QuadraturePoints points = QuadraturePoints.inCells(heat.domain(), grid, 3);
        WeakObjective tested = new WeakObjective(
                compiled.ansatz(), fluxes, tests, points, heat.parameters(), Optional.empty(), workers, backend.blas());
        return List.of(energy, least, least.objective(), fluxes.get(0), tests, points, tested, new WeakLoss(tested));
    }

    /** x ↦ x², as a user writes it. */
    private static final class Squared implements CoordinateFunction.Code {
        @Override
        public <S extends CalculusFieldElement<S>> S value(S[] x) {
            return x[0].multiply(x[0]);
        }
    }

    private static Csv.Table table(Path folder) {
        try {
            Csv.write(folder.resolve("table.csv"), List.of("x"), new double[] {1});
            return Csv.read(folder.resolve("table.csv"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<RegionPoints> drawn(CompiledProblem compiled, RandomStream stream) {
        return java.util.stream.IntStream.range(0, compiled.regions().size())
                .mapToObj(region -> compiled.draw(region, new Sobol(), POINTS, stream))
                .toList();
    }

    private static Problem heat(Field u) {
        return Problem.over(X, T)
                .require(u.d(T).equalTo(u.d(X, X).times(0.1)))
                .require(u.equalTo(sin(X.times(Math.PI))).on(T.start()))
                .require(u.equalTo(0).on(X.ends()));
    }

    /** Values of the types that are not of this library. Null where there is none. */
    static Object plain(Class<?> type, Path folder) {
        return plain(folder).get(type);
    }

    private static Map<Class<?>, Object> plain(Path folder) {
        Map<Class<?>, Object> values = new HashMap<>();
        values.put(int.class, 1);
        values.put(long.class, 1L);
        values.put(double.class, 0.5);
        values.put(boolean.class, true);
        values.put(String.class, "x");
        values.put(Integer.class, 1);
        values.put(Long.class, 1L);
        values.put(Double.class, 0.5);
        values.put(Object.class, "x");
        values.put(double[].class, new double[200]);
        values.put(double[][].class, new double[][] {{0.5, 0.5}});
        values.put(int[].class, new int[] {4});
        values.put(long[].class, new long[] {1, 2, 3, 4});
        values.put(byte[].class, new byte[8]);
        values.put(Path.class, folder.resolve("file"));
        values.put(Duration.class, Duration.ofSeconds(1));
        values.put(OptionalInt.class, OptionalInt.of(1));
        values.put(OptionalLong.class, OptionalLong.of(1));
        values.put(OptionalDouble.class, OptionalDouble.of(1));
        values.put(OutputStream.class, new ByteArrayOutputStream());
        values.put(RandomGenerator.class, RandomStream.of(1, "plain"));
        return values;
    }
}
