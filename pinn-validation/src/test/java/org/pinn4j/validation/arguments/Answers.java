package org.pinn4j.validation.arguments;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.blas.Blas;
import org.pinn4j.io.Csv;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.PathLoss;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.ConstrainedFit;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.parallel.Workers;
import org.pinn4j.paths.PathSampler;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Kolmogorov;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Grid;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.discrete.SteadySolver;
import org.pinn4j.validation.evolution.DormandPrince;
import org.pinn4j.validation.file.TabulatedSolution;
import org.pinn4j.validation.fourier.PeriodicCourse;
import org.pinn4j.validation.fourier.PeriodicForm;
import org.pinn4j.validation.paths.FeynmanKac;
import org.pinn4j.validation.paths.PathReference;

/** What solvers answer with, of problems so small that it takes no time: no getter of the other seeds leads to these. */
final class Answers {
    private static final double TURN = 2 * Math.PI;

    private Answers() {}

    /** @param heat along one axis, @param moving the same on a grid, @param loss of any network */
    static List<Object> all(Path folder, Problem heat, DiscreteSystem moving, LeastSquares loss, Algebra algebra) {
        PeriodicForm plane = PeriodicForm.of(plane()).orElseThrow();
        return List.of(
                SteadySolver.standard().solve(Discretization.of(bent()).system(Scheme.finiteDifferences(2), 9)),
                new DormandPrince().integrate(moving, 0, 0.1, 0.1),
                plane,
                new PeriodicCourse(plane, 4, 0.1, new double[] {0, 0.1}, () -> false),
                table(folder.resolve("answer.csv"), heat),
                new ConstrainedFit(List.of(new ConstrainedFit.Rows(loss, new double[loss.rows()])), 1, algebra));
    }

    /**
     * Of paths, on all of a line. @param heat whose axes and field these are @param compiled with a network for it
     */
    static List<Object> paths(Problem heat, CompiledProblem compiled, Workers workers, Blas blas) {
        Field u = heat.fields().get(0);
        Axis x = heat.axes().get(0);
        Axis t = heat.axes().get(1);
        Problem open = Problem.over(x, t)
                .require(u.d(t).equalTo(u.d(x, x)))
                .require(u.equalTo(cos(x)).on(t.start()));
        PathSampler sampler = PathSampler.of(Kolmogorov.of(open), 2);
        FeynmanKac mean = FeynmanKac.of(open).withPaths(4).withSteps(2);
        Problem regression = Problem.over(x, t)
                .require(u.equalTo(Expr.measurement()).onData(new double[][] {{0.5, 0.5}}, new double[] {1}));
        CompiledProblem values =
                new CompiledProblem(regression, AnsatzDesign.of(regression), compiled.ansatz(), workers, blas);
        return List.of(
                sampler,
                mean,
                PathReference.at(mean, PointSet.of(2, new double[] {0.5, 0.5})),
                new PathLoss(values, compiled, sampler, 4, new Uniform(), RandomStream.of(1, "paths"), workers));
    }

    /** A string under a load. */
    private static Problem bent() {
        Axis x = Axis.of("x", 0, 1);
        Field u = Field.of("u", x);
        return Problem.over(x)
                .require(u.d(x, x).equalTo(sin(x)))
                .require(u.equalTo(0).on(x.ends()));
    }

    /** Heat on a plane that closes on itself. */
    private static Problem plane() {
        Axis x = Axis.of("x", 0, TURN);
        Axis y = Axis.of("y", 0, TURN);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, y, t);
        return Problem.over(x, y, t)
                .require(u.d(t).equalTo(u.d(x, x).plus(u.d(y, y))))
                .require(u.equalTo(cos(x)).on(t.start()))
                .periodicIn(x)
                .periodicIn(y);
    }

    private static TabulatedSolution table(Path file, Problem heat) {
        try {
            double[] ends = {0, 1};
            Csv.write(file, List.of("x", "t", "u"), ends, ends, ends);
            Axis x = heat.axes().get(0);
            return TabulatedSolution.read(
                    file, heat, Grid.of(x, 2).by(heat.axes().get(1), 2));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
