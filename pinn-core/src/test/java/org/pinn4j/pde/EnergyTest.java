package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.QuadraturePoints;

/**
 * What is derived from an energy is its first variation: for known functions u and v the derivative of the energy of u + εv at
 * ε = 0, by differences, is the integral of the equations and natural conditions against v.
 */
class EnergyTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", -1, 2);
    private static final Field U = Field.of("u", X, Y);
    private static final Field W = Field.of("w", X, Y);

    /** Neither vanishes on the boundary. */
    private static final Map<Field, Expr> AT = Map.of(
            U, Expr.sin(X.times(1.3).plus(Y.times(0.7))).plus(X.times(Y)),
            W, Expr.cos(X.minus(Y)).plus(0.2));

    private static final Map<Field, Expr> BY = Map.of(
            U, Expr.exp(X.times(0.5)).times(Y.plus(0.3)),
            W, Expr.sin(Y).plus(X));

    private static final Expr GRADIENT = U.d(X).pow(2).plus(U.d(Y).pow(2));

    /** ∫ e over a region with the fields replaced by u + εv, 20 nodes and more along each axis. */
    private static double integral(Domain domain, Expr e, Region region, double epsilon) {
        return sum(domain, region, (axes, point, normal) -> value(e, axes, point, normal, AT, epsilon));
    }

    private interface Integrand {
        double at(List<Axis> axes, double[] point, double[] normal);
    }

    private static double sum(Domain domain, Region region, Integrand f) {
        List<double[]> none = domain.axes().stream().map(a -> new double[0]).toList();
        QuadraturePoints q = QuadraturePoints.gauss(domain, region, 576, none, RandomStream.of(1, "unused"));
        PointSet points = q.points();
        double sum = 0;
        for (int i = 0; i < q.count(); i++) {
            double[] normal = new double[domain.axes().size()];
            for (int a = 0; a < normal.length && points.hasNormals(); a++) {
                normal[a] = points.normal(a, i);
            }
            sum += q.weights()[i] * f.at(domain.axes(), points.point(i), normal);
        }
        return sum;
    }

    private static double value(
            Expr e, List<Axis> axes, double[] point, double[] normal, Map<Field, Expr> at, double epsilon) {
        return Evaluation.at(axes, point)
                .withNormal(normal)
                .withStates((field, orders) -> Evaluation.evaluate(derived(at.get(field), field, orders), axes, point)
                        + epsilon * Evaluation.evaluate(derived(BY.get(field), field, orders), axes, point))
                .evaluate(e);
    }

    private static Expr derived(Expr e, Field field, List<Integer> orders) {
        Expr result = e;
        for (int k = 0; k < orders.size(); k++) {
            for (int o = 0; o < orders.get(k); o++) {
                result = result.d(field.axes().get(k));
            }
        }
        return result;
    }

    /** Both sides of the first variation. The difference quotient has an error of h² and of rounding over h. */
    private static void assertVariation(Problem problem) {
        double h = 1e-4;
        double quotient = 0;
        for (Energy e : problem.energies()) {
            quotient += (integral(problem.domain(), e.density(), e.region(), h)
                            - integral(problem.domain(), e.density(), e.region(), -h))
                    / (2 * h);
        }
        double derived = 0;
        double size = 0;
        for (Condition c : problem.conditions()) {
            Field field = problem.fields().size() == 1 || c.name().contains(" u") ? U : W;
            double part = sum(
                    problem.domain(),
                    c.region(),
                    (axes, point, normal) -> value(c.equation().residual(), axes, point, normal, AT, 0)
                            * Evaluation.evaluate(BY.get(field), axes, point));
            derived += part;
            size += Math.abs(part);
        }
        assertEquals(derived, quotient, 1e-7 * size, problem.toString());
    }

    @Test
    void equationsAndNaturalConditionsAreTheFirstVariation() {
        Problem plain = Problem.over(X, Y);
        assertVariation(plain.minimising(GRADIENT.times(0.5).plus(U.times(X))));
        assertVariation(plain.minimising(Expr.sqrt(GRADIENT.plus(1))));
        assertVariation(plain.minimising(Expr.exp(X.times(Y))
                .times(GRADIENT)
                .plus(U.pow(4))
                .plus(U.d(X).times(U.d(Y)).times(0.3))));
        assertVariation(plain.minimising(GRADIENT.pow(1.5).plus(GRADIENT.times(U.pow(2)))));
        assertVariation(plain.minimising(GRADIENT.times(0.5))
                .minimising(U.pow(2).times(1.5).minus(U.times(Y)), X.end())
                .minimising(U.times(X), Y.ends())
                .minimising(U.pow(4), Region.boundary()));
        assertVariation(plain.minimising(GRADIENT.plus(W.d(X).pow(2))
                        .plus(W.d(Y).pow(2))
                        .plus(U.d(X).times(W.d(Y)))
                        .plus(U.times(W)))
                .minimising(U.times(W).plus(W.times(X)), Y.start()));
    }

    @Test
    void onADiskTheNormalOfTheRimIsInTheNaturalCondition() {
        Disk disk = Disk.of(X, Y, 0.4, 0.5, 0.3);
        Problem problem = Problem.over(disk)
                .minimising(GRADIENT.times(X.plus(1)).plus(U.d(X).times(U.d(Y))))
                .minimising(U.pow(2).times(Y), disk.boundary());
        assertEquals(2, problem.conditions().size());
        assertVariation(problem);
    }

    @Test
    void whereAValueIsGivenNoNaturalConditionHolds() {
        Problem problem = Problem.over(X, Y)
                .minimising(GRADIENT.times(0.5).minus(U))
                .require(U.equalTo(1).on(X.start()))
                .require(U.equalTo(0).on(Y.ends()));
        assertEquals(
                List.of("pde", "boundary", "boundary2", "natural u on x = 1"),
                problem.conditions().stream().map(Condition::name).toList());
        assertEquals(U.d(X).equalTo(0), problem.conditions().get(3).equation());
        assertEquals(
                "-u_xx - u_yy - 1 = 0 on interior", problem.conditions().get(0).toString());
        Problem ring = Problem.over(X, Y).minimising(GRADIENT.plus(U.pow(2))).periodicIn(Y);
        assertEquals(
                List.of("pde", "natural u on x = 0", "natural u on x = 1"),
                ring.conditions().stream().map(Condition::name).toList());
    }

    @Test
    void aTextHasTheEnergyAndReadsBack() {
        Disk disk = Disk.of(X, Y, 0.4, 0.5, 0.3);
        List<Problem> problems = List.of(
                Problem.over(X, Y)
                        .named("two")
                        .minimising(GRADIENT.times(0.5).minus(U))
                        .minimising(U.pow(2), X.end())
                        .minimising(U, Region.boundary())
                        .require(U.equalTo(X).on(Y.start())),
                Problem.over(disk)
                        .minimising(GRADIENT)
                        .minimising(U.pow(2), disk.part(disk.partNames().get(0))));
        for (Problem p : problems) {
            String text = ProblemText.write(p);
            Problem read = ProblemText.parse(text, Map.of());
            assertEquals(p, read);
            assertEquals(p.conditions(), read.conditions());
            assertEquals(text, ProblemText.write(read));
            assertTrue(p.toString().contains("minimise the integral of"), p.toString());
        }
        assertTrue(!problems.get(0).equals(problems.get(0).minimising(U, X.start())));
    }

    @Test
    void inOtherUnitsTheEnergyIsTheSameNumber() {
        Axis other = Axis.of("s", 2, 5);
        Field scaled = Field.of("v", other, Y);
        Problem before = Problem.over(X, Y)
                .minimising(GRADIENT.times(X.plus(1)).minus(U))
                .minimising(U.pow(2), X.end())
                .minimising(U.times(Y), Region.boundary());
        Problem after = before.rescaled(Map.of(X, other), Map.of(U, scaled), Map.of(U, 3.0));
        Function<Problem, Double> energy = p -> p.energies().stream()
                .mapToDouble(e -> sum(p.domain(), e.region(), (axes, point, normal) -> {
                    double[] back = point.clone();
                    back[0] = axes.get(0).equals(X) ? point[0] : (point[0] - 2) / 3;
                    return Evaluation.at(axes, point)
                            .withStates((field, orders) ->
                                    Evaluation.evaluate(derived(AT.get(U), U, orders), List.of(X, Y), back)
                                            * (field.equals(U) ? 1 : 3 / Math.pow(3, orders.get(0))))
                            .evaluate(e.density());
                }))
                .sum();
        assertEquals(energy.apply(before), energy.apply(after), 1e-12 * Math.abs(energy.apply(before)));
    }

    @Test
    void aFluxThatJumpsIsNoEquationAtAPoint() {
        Expr k = org.pinn4j.pde.Function.SIGN.of(X.minus(0.3)).plus(2);
        Problem across = Problem.over(X, Y).minimising(k.times(U.d(X).pow(2)).plus(U.d(Y).pow(2)));
        assertTrue(
                across.onlyWeakly().orElseThrow().contains("jumps at x = 0.3"),
                across.onlyWeakly().get());
        assertEquals(0.3, WeakForm.of(across).edges(X)[0], 1e-12);
        assertEquals(1, WeakForm.of(across).breaks(X).length);
        assertEquals(0, WeakForm.of(across).edges(Y).length);
        Problem along = Problem.over(X, Y).minimising(U.d(X).pow(2).plus(k.times(U.d(Y).pow(2))));
        assertTrue(along.onlyWeakly().isEmpty());
        assertEquals(1, WeakForm.of(along).edges(X).length);
        assertEquals(0, WeakForm.of(along).breaks(X).length);
        Problem source = Problem.over(X, Y).minimising(GRADIENT.minus(U.times(k)));
        assertTrue(source.onlyWeakly().isEmpty());
        assertEquals(1, WeakForm.of(source).edges(X).length);
        Problem steep = Problem.over(X, Y)
                .minimising(GRADIENT.times(Expr.tanh(X.minus(0.3).times(1e4)).plus(2)));
        assertEquals(0, WeakForm.of(steep).edges(X).length);
    }

    /** All that a random state may be, for residuals of trees. */
    static Evaluation random(List<Axis> axes, double[] point, RandomStream random) {
        Map<List<Object>, Double> drawn = new HashMap<>();
        return Evaluation.at(axes, point)
                .withStates(
                        (field, orders) -> drawn.computeIfAbsent(List.of(field, orders), k -> random.nextGaussian()));
    }

    @Test
    void anEquationThatIsItsOwnAdjointHasAnEnergy() {
        List<Expr> residuals = new ArrayList<>();
        residuals.add(U.d(X, X).plus(U.d(Y, Y)).negate().minus(X));
        residuals.add(U.d(X, X).plus(U.d(Y, Y)).minus(X.times(Y))); // the other sign
        residuals.add(Expr.exp(X)
                .times(U.d(X))
                .d(X)
                .plus(U.d(Y).times(X.plus(1)).plus(U.d(X).times(0.2)).d(Y))
                .plus(U.d(Y).times(0.2).d(X))
                .negate()
                .plus(U.pow(3))
                .minus(U.times(Expr.sin(Y))));
        for (Expr e : residuals) {
            Problem stated = Problem.over(X, Y)
                    .require(e.equalTo(0))
                    .require(U.equalTo(0).on(Region.boundary()));
            Problem minimised = StatedEnergy.of(stated);
            Expr again = minimised.conditions().get(0).equation().residual();
            RandomStream random = RandomStream.of(3, "states");
            double sign = 0;
            for (int i = 0; i < 10; i++) {
                double[] point = {random.nextDouble(), random.nextDouble()};
                Evaluation at = random(stated.axes(), point, random);
                sign = sign == 0 ? Math.signum(at.evaluate(e) * at.evaluate(again)) : sign;
                assertEquals(at.evaluate(e), sign * at.evaluate(again), 1e-12 * (1 + Math.abs(at.evaluate(e))));
            }
        }
    }

    @Test
    void aWeakFormIsTheEquation() {
        List<Expr> residuals = List.of(
                U.d(X, X)
                        .times(U.pow(2).plus(1))
                        .plus(U.d(X, Y).times(X))
                        .plus(U.d(X))
                        .minus(U.pow(2)),
                U.d(Y, Y).times(Expr.exp(X)).minus(W.d(X, X)).plus(W.d(Y).times(U)));
        for (Expr e : residuals) {
            Problem stated = Problem.over(X, Y).require(e.equalTo(X));
            Expr again = WeakForm.of(stated).fluxes().get(0).residual(stated.axes());
            RandomStream random = RandomStream.of(4, "states");
            for (int i = 0; i < 10; i++) {
                double[] point = {random.nextDouble(), random.nextDouble()};
                Evaluation at = random(stated.axes(), point, random);
                assertEquals(at.evaluate(e.minus(X)), at.evaluate(again), 1e-12 * (1 + Math.abs(at.evaluate(e))));
            }
            Flux flux = WeakForm.of(stated).fluxes().get(0);
            flux.flux()
                    .forEach(p -> assertTrue(
                            Leaves.of(p, flux.source()).states().stream().allMatch(s -> s.total() < 2)));
        }
    }
}
