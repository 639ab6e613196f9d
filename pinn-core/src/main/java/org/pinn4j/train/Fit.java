package org.pinn4j.train;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Design;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.HeldOutResidual;
import org.pinn4j.loss.Loss;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.optimize.Objective;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;

/**
 * Trains a network to have the values of a solution at points spread evenly over the domain, each field over its size. No
 * derivative enters, so a step costs a fraction of one on the residual.
 */
final class Fit {
    private static final int STEPS = 40;
    private static final int LEAST_POINTS = 512;
    private static final int POINTS_EACH = 2; // a parameter

    private final Run run;
    private final Setup setup;
    private final Solution solved;

    /** @param misfit mean size of what the fields miss, over theirs, at points that the fit has not seen */
    record Fitted(Leg leg, double misfit) {}

    /** @param setup of an untrained network @param solved what it is fitted to */
    Fit(Run run, Setup setup, Solution solved) {
        this.run = run;
        this.setup = setup;
        this.solved = solved;
    }

    /** @param before steps that were made until then */
    Fitted after(int before, History history) {
        int networks = setup.compiled.ansatz().networkParameters();
        double[] theta0 = Arrays.copyOf(setup.theta0, networks);
        HeldOutResidual heldOut = new HeldOutResidual(values("held out fit"));
        Trainable what = new Trainable(
                setup.recipe,
                setup.compiled.ansatz(),
                new Standing(values("fit")),
                heldOut,
                theta0,
                theta0,
                theta -> OptionalDouble.empty(),
                setup::points,
                this::withCoefficients);
        Leg leg = new Training(run, what, "fit", run.clock, before, history).run(OptionalInt.of(STEPS));
        return new Fitted(leg, heldOut.size(Arrays.copyOf(leg.network().theta(), networks)));
    }

    /** With those of the solution. */
    private double[] withCoefficients(double[] networks) {
        double[] all = Arrays.copyOf(networks, setup.theta0.length);
        double[] from = solved.theta();
        int count = all.length - networks.length;
        System.arraycopy(from, from.length - count, all, networks.length, count);
        return all;
    }

    private ResidualObjective values(String stream) {
        PointSet inside = setup.inside(Math.max(LEAST_POINTS, POINTS_EACH * setup.theta0.length), stream);
        List<Field> fields = run.problem.fields();
        int n = inside.count();
        double[] values = new double[fields.size() * n];
        Evaluator evaluator = solved.evaluator(fields.toArray(Expr[]::new));
        evaluator.evaluate(inside.coordinates(), n, values, evaluator.scratch());
        double[][] each = IntStream.range(0, fields.size())
                .mapToObj(f -> Arrays.copyOfRange(values, f * n, (f + 1) * n))
                .toArray(double[][]::new);
        return objective(fields, inside, each);
    }

    private ResidualObjective objective(List<Field> fields, PointSet inside, double[][] values) {
        Problem fit = Problem.over(run.problem.domain());
        double[][] places =
                IntStream.range(0, inside.count()).mapToObj(inside::point).toArray(double[][]::new);
        for (int f = 0; f < values.length; f++) {
            fit = fit.require(fields.get(f)
                    .equalTo(Expr.measurement())
                    .onData(places, values[f])
                    .named("values of " + fields.get(f)));
        }
        CompiledProblem compiled = new CompiledProblem(
                fit,
                Design.derived().withoutFoundSymmetries().of(fit),
                setup.compiled.ansatz(),
                run.workers,
                run.backend.blas());
        ResidualObjective objective = compiled.objective();
        RegionPoints[] points = new RegionPoints[values.length];
        for (int f = 0; f < values.length; f++) {
            points[f] = compiled.at(f, inside.withData(values[f]));
            double size = Arrays.stream(values[f]).map(v -> v * v).sum() / inside.count();
            objective.setWeight(f, 0, 1 / (size > 0 ? size : 1));
        }
        objective.setPoints(List.of(points));
        return objective;
    }

    /** A sum of squares at points that stay. */
    private record Standing(ResidualObjective rows) implements Loss {
        @Override
        public Objective objective() {
            return rows;
        }

        @Override
        public int points() {
            return rows.points();
        }

        @Override
        public boolean advance(int step, double[] theta) {
            return false;
        }

        @Override
        public String describe() {
            return rows.points() + " values";
        }
    }
}
