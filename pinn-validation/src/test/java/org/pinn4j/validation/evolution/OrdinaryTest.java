package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.LotkaVolterra;
import org.pinn4j.validation.References;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.evolution.DerivedReference.Method;
import org.pinn4j.validation.order.RelativeL2;

/** The ordinary differential equations of the catalogue, which have no closed form. */
class OrdinaryTest {
    private static DiscreteSystem system(CatalogueProblem problem) {
        return Discretization.of(problem.statement()).system(Scheme.spectral());
    }

    private static Trajectory integrated(CatalogueProblem problem, Integrator integrator, double tolerance) {
        Axis time = problem.statement().time().orElseThrow();
        return integrator.integrate(system(problem), time.min(), time.max(), tolerance);
    }

    /** By time and field. */
    private static double[] values(CatalogueProblem problem, Trajectory trajectory) {
        DiscreteSystem system = system(problem);
        List<Field> fields = problem.statement().fields();
        double[] t = problem.grid().coordinates(problem.grid().axes().get(0));
        double[] values = new double[fields.size() * t.length];
        double[] y = new double[system.size()];
        for (int i = 0; i < t.length; i++) {
            trajectory.at(t[i], y);
            for (int f = 0; f < fields.size(); f++) {
                values[fields.size() * i + f] = system.values(fields.get(f), y)[0];
            }
        }
        return values;
    }

    /** @param longest step of the implicit method, whose polynomials between steps are of lower order than the steps */
    @ParameterizedTest
    @CsvSource({"lorenz, 1, 1e-11", "lotka-volterra, 1, 1e-11", "van-der-pol, 0.05, 1e-9"})
    void anExplicitAndAnImplicitMethodAgreeOnTheGridOfRecord(String name, double longest, double bound) {
        CatalogueProblem problem = Catalogue.find(name);
        double[] explicit = values(problem, integrated(problem, new DormandPrince(), 1e-13));
        Radau radau = new Radau(5, Workers.of(1), 100_000, () -> false, t -> longest);
        double[] implicit = values(problem, integrated(problem, radau, 1e-12));
        double distance = new RelativeL2().add(implicit, explicit).value();
        assertTrue(distance <= bound, () -> "%s: %.2e".formatted(name, distance));
    }

    @ParameterizedTest
    @CsvSource({"lorenz", "lotka-volterra", "van-der-pol"})
    void theirReferencesMeetTheFloorsThatTheTableNeeds(String name) {
        CatalogueProblem problem = Catalogue.find(name);
        DerivedReference reference = References.of(problem).computed(Method.AUTOMATIC, problem.floor());
        assertEquals("", reference.shortfall());
        assertTrue(reference.floor() <= problem.floor(), () -> name + ": " + reference.floor());
        assertTrue(reference.kind().startsWith("Dormand-Prince 8(5,3), "), reference.kind());
    }

    @Test
    void predatorAndPreyKeepWhatTheEquationsKeep() {
        CatalogueProblem problem = new LotkaVolterra();
        double[] v = values(problem, integrated(problem, new DormandPrince(), 1e-13));
        for (int i = 0; i < v.length; i += 2) {
            double kept = v[i] - 3 * Math.log(v[i]) + v[i + 1] - 1.5 * Math.log(v[i + 1]);
            assertEquals(2, kept, 1e-11);
        }
    }
}
