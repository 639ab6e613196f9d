package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Otherwise;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

/** Truths put into every equation and condition of their statements, derivatives by the rules of calculus. */
class SubstitutionTest {
    private static final int POINTS = 200;
    /** Decimal digits towards an end of an axis over which points are spread, so that no layer is missed. */
    private static final double DECADES = 8;

    static List<CatalogueProblem> problems() {
        return Catalogue.problems().stream()
                .filter(p -> p.statement().onlyWeakly().isEmpty()) // no equation at points says all of those: KinkTest
                .filter(p -> p.exact()
                        .filter(t ->
                                !(t instanceof ClosedForm c && c.expression().isEmpty()))
                        .isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theTruthSatisfiesEveryEquationAndCondition(CatalogueProblem problem) {
        for (Condition condition : problem.statement().conditions()) {
            double worst = worst(problem.statement(), problem, condition);
            assertTrue(
                    worst <= 1,
                    "%s: %s is off by %.1e times what rounding allows".formatted(problem.name(), condition, worst));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theTruthOfAPeriodicAxisWraps(CatalogueProblem problem) {
        List<Axis> axes = problem.statement().axes();
        for (Axis axis : problem.statement().declaredPeriodic()) {
            for (Field field : problem.statement().fields()) {
                for (Expr e :
                        List.of(truth(problem, field), truth(problem, field).d(axis))) {
                    double[] left = points(axes, axis.start(), new Random(3));
                    double[] right = left.clone();
                    int a = axes.indexOf(axis);
                    IntStream.range(0, POINTS).forEach(i -> right[a * POINTS + i] = axis.max());
                    double[] u = CoordinateProgram.values(e, axes, left, POINTS);
                    double[] v = CoordinateProgram.values(e, axes, right, POINTS);
                    IntStream.range(0, POINTS).forEach(i -> assertEquals(u[i], v[i], 1e-13, problem::name));
                }
            }
        }
    }

    @Test
    void theSameCheckRejectsAWrongConstant() {
        CatalogueProblem beam = new Beam();
        Problem heavier = Problem.over(Beam.X, Beam.T)
                .require(Beam.U
                        .d(Beam.T, Beam.T)
                        .plus(Beam.U.d(Beam.X, Beam.X, Beam.X, Beam.X).times(1 + 1e-6))
                        .equalTo(beam.statement().conditions().get(0).equation().right()));
        assertTrue(worst(heavier, beam, heavier.conditions().get(0)) > 10);
    }

    /** Residual over what rounding allows: a share of the sum of its terms there, and a smaller one of the largest such sum, or of 1. */
    private static double worst(Problem statement, CatalogueProblem problem, Condition condition) {
        List<Axis> axes = statement.axes();
        Region region = condition.region();
        double[] x = points(axes, region, new Random(1));
        double[] measured = new double[POINTS];
        double[] normals = new double[x.length];
        region.data().ifPresent(d -> IntStream.range(0, POINTS).forEach(i -> measured[i] = d.value(i % d.count())));
        for (int k = 0; k < x.length; k++) {
            Axis axis = axes.get(k / POINTS);
            normals[k] = !region.isEndOf(axis) ? 0 : x[k] == axis.max() ? 1 : -1;
        }
        double[] residual = new double[POINTS];
        double[] size = new double[POINTS];
        for (Expr term : terms(condition.equation().residual())) {
            Expr known = term.substitute(leaf -> put(problem, leaf));
            CoordinateProgram program = CoordinateProgram.compile(List.of(known), axes);
            double[] value = new double[POINTS];
            program.evaluate(POINTS, x, normals, measured, new double[][] {value}, program.scratch(POINTS));
            for (int i = 0; i < POINTS; i++) {
                residual[i] += value[i];
                size[i] += Math.abs(value[i]);
            }
        }
        double largest = Math.max(
                1, IntStream.range(0, POINTS).mapToDouble(i -> size[i]).max().orElseThrow());
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> Math.abs(residual[i]) / (1e-10 * size[i] + 1e-13 * largest))
                .max()
                .orElseThrow();
    }

    private static Expr put(CatalogueProblem problem, Expr leaf) {
        if (leaf instanceof Field f) {
            return truth(problem, f);
        }
        if (!(leaf instanceof Derivative d)) {
            return null;
        }
        Expr e = truth(problem, d.field());
        for (int a = 0; a < d.orders().size(); a++) {
            for (int k = 0; k < d.orders().get(a); k++) {
                e = e.d(d.field().axes().get(a));
            }
        }
        return e;
    }

    private static Expr truth(CatalogueProblem problem, Field field) {
        return problem.exact().orElseThrow() instanceof Formula f
                ? f.truth(field)
                : ((ClosedForm) problem.exact().orElseThrow()).expression().orElseThrow();
    }

    private static List<Expr> terms(Expr residual) {
        return residual.accept(new Otherwise<List<Expr>>() {
            @Override
            protected List<Expr> otherwise() {
                return List.of(residual);
            }

            @Override
            public List<Expr> sum(List<Expr> terms) {
                return terms;
            }
        });
    }

    /** In turns anywhere and near an end; on the region where it is one end or both ends of an axis, or given points. */
    private static double[] points(List<Axis> axes, Region region, Random random) {
        double[] x = new double[axes.size() * POINTS];
        for (int i = 0; i < POINTS; i++) {
            int end = random.nextInt(axes.size());
            for (int a = 0; a < axes.size(); a++) {
                Axis axis = axes.get(a);
                double share = i % 2 == 0 ? random.nextDouble() : Math.pow(10, -DECADES * random.nextDouble());
                double inside = i % 4 < 2 ? axis.min() + axis.length() * share : axis.max() - axis.length() * share;
                boolean on = region.isEndOf(axis) || region.isBoundary() && a == end;
                boolean low = region.face()
                        .filter(f -> f.side() != Region.Side.BOTH)
                        .map(f -> f.side() == Region.Side.MIN)
                        .orElse(random.nextBoolean());
                x[a * POINTS + i] = on ? low ? axis.min() : axis.max() : inside;
            }
        }
        region.data()
                .ifPresent(d -> IntStream.range(0, x.length)
                        .forEach(k -> x[k] = d.coordinate(k / POINTS, k % POINTS % d.count())));
        return x;
    }

    @Test
    void aFormulaRefusesOtherFieldsAndTooFewCoordinates() {
        Formula truth = (Formula) new Beam().exact().orElseThrow();
        var field = assertThrows(IllegalArgumentException.class, () -> truth.values(Burgers.U, new double[2], 1));
        assertTrue(field.getMessage().contains("knows the fields [u]"), field.getMessage());
        var few = assertThrows(IllegalArgumentException.class, () -> truth.values(Beam.U, new double[3], 2));
        assertTrue(few.getMessage().contains("[2 × 2]"), few.getMessage());
    }
}
