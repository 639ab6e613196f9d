package org.pinn4j.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.pinn4j.ansatz.Design;
import org.pinn4j.blas.Blas;
import org.pinn4j.loss.CellTests;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.EnergyLoss;
import org.pinn4j.loss.HeldOut;
import org.pinn4j.loss.Loss;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.loss.ShapeTests;
import org.pinn4j.loss.TestFunctions;
import org.pinn4j.loss.WeakLoss;
import org.pinn4j.loss.WeakObjective;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Energy;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.StatedEnergy;
import org.pinn4j.pde.WeakForm;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.QuadraturePoints;
import org.pinn4j.sampling.Sampler;

/** What a recipe that is not of residuals at points makes of a statement: energies or weak forms, cells, losses. Immutable. */
final class WeakSetup {
    /** More nodes of a cell than the degree of its tests: a network is no polynomial. */
    private static final int MORE_NODES = 4;

    private static final int LEAST_NODES = 10;
    private static final int MOST_POINTS = 1_000_000;
    /** Times the nodes along each axis, for on a chart that bends polynomials are none. */
    private static final double BENT = 3;

    private final Formulation formulation;
    private final Problem problem;
    private final Problem minimised; // the same where it is stated as an energy
    private final List<double[]> edges = new ArrayList<>(); // by axis

    /** @throws IllegalArgumentException with the reason, where the statement has no such form */
    private WeakSetup(Recipe recipe, Problem problem) {
        this.formulation = recipe.formulation();
        this.problem = problem;
        if (!problem.parameters().isEmpty()) {
            throw new IllegalArgumentException(
                    "recipe %s: the coefficient %s is sought, which takes residuals at points; leave out the formulation"
                            .formatted(recipe.name(), problem.parameters().get(0)));
        }
        if (recipe.points() instanceof Points.Following) {
            throw new IllegalArgumentException(
                    "recipe %s: points that follow a residual are no quadrature; take Points.fixed, or Points.fresh for an energy"
                            .formatted(recipe.name()));
        }
        this.minimised = formulation instanceof Formulation.Ritz ? StatedEnergy.of(problem) : problem;
        if (formulation instanceof Formulation.Variational) {
            if (recipe.points() instanceof Points.Fresh) {
                throw new IllegalArgumentException(
                        "recipe %s: test functions are integrated in cells; take Points.fixed"
                                .formatted(recipe.name()));
            }
        }
        WeakForm form = WeakForm.of(minimised);
        problem.axes().forEach(a -> edges.add(edges(a, form)));
        formulation.edges().forEach(e -> requireAxis(recipe, e));
    }

    /** Empty for residuals at points. @throws IllegalArgumentException with the reason, where these do not say all */
    static Optional<WeakSetup> of(Recipe recipe, Problem problem) {
        boolean residuals = recipe.formulation().isStrong() || recipe.formulation() instanceof Formulation.Kolmogorov;
        if (!residuals) {
            return Optional.of(new WeakSetup(recipe, problem));
        }
        requireStrong(recipe, problem);
        return Optional.empty();
    }

    /** @throws IllegalArgumentException where residuals at points do not say all that the statement says */
    static void requireStrong(Recipe recipe, Problem problem) {
        problem.onlyWeakly().ifPresent(jump -> {
            throw new IllegalArgumentException(
                    "recipe %s: its residuals at points lose a jump, %s; take Recipe.ritz() or Recipe.variational(cells, degree)"
                            .formatted(recipe.name(), jump));
        });
    }

    private void requireAxis(Recipe recipe, Formulation.Edge e) {
        Axis axis = problem.axes().stream()
                .filter(a -> a.name().equals(e.axis()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("recipe %s: an edge across '%s', but the axes are %s"
                        .formatted(recipe.name(), e.axis(), problem.axes())));
        if (!(e.at() > axis.min() && e.at() < axis.max())) {
            throw new IllegalArgumentException("recipe %s: an edge at %s = %s, outside (%s, %s)"
                    .formatted(recipe.name(), axis, e.at(), axis.min(), axis.max()));
        }
    }

    private double[] edges(Axis axis, WeakForm form) {
        TreeSet<Double> all = new TreeSet<>();
        Arrays.stream(form.edges(axis)).forEach(all::add);
        formulation.edges().stream().filter(e -> e.axis().equals(axis.name())).forEach(e -> all.add(e.at()));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Without reflections that are found, for an energy may lack those of its equations; where the flux jumps, with |x − c| for an
     * input, for the slope of the answer jumps there.
     */
    Design design(Design chosen) {
        Design design = chosen.withoutFoundSymmetries();
        WeakForm form = WeakForm.of(minimised);
        for (Axis axis : problem.axes()) {
            for (double at :
                    isMirrored(axis) ? new double[0] : form.breaks(axis)) { // an input has to have their symmetry
                design = design.withInputs(Expr.abs(axis.minus(at)).times(2 / axis.length()));
            }
        }
        return design;
    }

    private boolean isMirrored(Axis axis) {
        return problem.declaredPeriodic().contains(axis)
                || problem.declaredSymmetries().stream().anyMatch(s -> s.axis().equals(axis));
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int a = 0; a < edges.size(); a++) {
            if (edges.get(a).length > 0 && problem.domain().box().isPresent()) {
                notes.add("%s: cells of integrals have edges at %s"
                        .formatted(problem.axes().get(a), Arrays.toString(edges.get(a))));
            }
        }
        WeakForm form = WeakForm.of(minimised);
        for (Axis axis : problem.axes()) {
            for (double at : isMirrored(axis) ? new double[0] : form.breaks(axis)) {
                notes.add("%s: the flux jumps at %s, so the network sees |%1$s - %2$s|".formatted(axis, at));
            }
        }
        return notes;
    }

    /** Weight of a condition that is no equation, unless the recipe names it. */
    double penalty(double usual) {
        return formulation instanceof Formulation.Ritz ? Formulation.Ritz.PENALTY : usual;
    }

    /** Conditions of these regions that a minimum has by itself, or that are the equations. */
    private boolean isMet(Condition c) {
        Set<String> stated = new HashSet<>();
        problem.statedConditions().forEach(s -> stated.add(s.name()));
        boolean natural = formulation instanceof Formulation.Ritz && !stated.contains(c.name());
        return c.region().isInterior()
                || natural
                        && problem.conditions().stream().anyMatch(s -> s.name().equals(c.name()));
    }

    /** The rows of conditions that neither the form of the answer nor the integrals meet. @param objective with its weights @param points of a region */
    Optional<ResidualObjective> soft(
            CompiledProblem compiled, ResidualObjective objective, IntFunction<RegionPoints> points) {
        Map<Integer, RegionPoints> some = new HashMap<>();
        for (int k = 0; k < compiled.regions().size(); k++) {
            List<Condition> conditions = compiled.regions().get(k).conditions();
            for (int m = 0; m < conditions.size(); m++) {
                if (isMet(conditions.get(m))) {
                    objective.setWeight(k, m, 0);
                } else {
                    some.computeIfAbsent(k, points::apply);
                }
            }
        }
        if (some.isEmpty()) {
            return Optional.empty();
        }
        objective.setPoints(some);
        return Optional.of(objective);
    }

    /**
     * @param counts points in the interior, and on other parts
     * @param thetas parameters by which sizes are told
     */
    Loss loss(
            CompiledProblem compiled,
            Optional<ResidualObjective> soft,
            int[] counts,
            Optional<Sampler> law,
            RandomStream stream,
            Workers workers,
            Blas blas,
            double[]... thetas) {
        if (formulation instanceof Formulation.Variational v) {
            return new WeakLoss(tested(compiled, v.cells(), v.degree(), soft, workers, blas, thetas));
        }
        List<Energy> energies = energies(compiled.design().place());
        int[] own = energies.stream()
                .mapToInt(e -> e.region().isInterior() ? counts[0] : counts[1])
                .toArray();
        return new EnergyLoss(compiled, energies, soft, own, edges, law, stream, workers, blas, thetas);
    }

    /** Residuals against functions of other cells and a higher degree than those that are trained on. */
    HeldOut heldOut(CompiledProblem compiled, Workers workers, Blas blas, double[]... thetas) {
        boolean tests = formulation instanceof Formulation.Variational;
        int cells = tests ? ((Formulation.Variational) formulation).cells() + 1 : 4;
        int degree = tests ? Math.min(32, ((Formulation.Variational) formulation).degree() + 1) : 4;
        return new WeakLoss(tested(compiled, cells, degree, Optional.empty(), workers, blas, thetas));
    }

    private WeakObjective tested(
            CompiledProblem compiled,
            int cells,
            int degree,
            Optional<ResidualObjective> soft,
            Workers workers,
            Blas blas,
            double[]... thetas) {
        Domain place = compiled.design().place();
        int nodes = Math.max(LEAST_NODES, degree + MORE_NODES);
        TestFunctions functions;
        QuadraturePoints points;
        if (place.box().isPresent()) {
            List<double[]> grid = new ArrayList<>();
            for (int a = 0; a < place.axes().size(); a++) {
                grid.add(grid(place.axes().get(a), edges.get(a), cells));
            }
            functions = new CellTests(grid, degree);
            points = QuadraturePoints.inCells(place, grid, nodes);
        } else {
            functions = new ShapeTests(place, degree);
            int n = (int) Math.min(
                    MOST_POINTS, Math.pow(BENT * cells * nodes, place.axes().size()));
            points = QuadraturePoints.gauss(place, Region.interior(), n, edges, RandomStream.of(1, "tests"));
        }
        return new WeakObjective(
                compiled.ansatz(),
                WeakForm.of(minimised).fluxes(),
                functions,
                points,
                problem.parameters(),
                soft,
                workers,
                blas,
                thetas);
    }

    /** Each stretch between edges has its share of the cells, at least one. */
    private static double[] grid(Axis axis, double[] edges, int cells) {
        TreeSet<Double> all = new TreeSet<>(List.of(axis.min(), axis.max()));
        Arrays.stream(edges).filter(x -> x > axis.min() && x < axis.max()).forEach(all::add);
        double[] ends = all.stream().mapToDouble(Double::doubleValue).toArray();
        for (int k = 0; k + 1 < ends.length; k++) {
            double length = ends[k + 1] - ends[k];
            int parts = Math.max(1, (int) Math.round(cells * length / axis.length()));
            for (int j = 1; j < parts; j++) {
                all.add(ends[k] + length * j / parts);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** On the place of the design, the lower end of a folded axis left out: it is no boundary. */
    private List<Energy> energies(Domain place) {
        List<Energy> result = new ArrayList<>();
        for (Energy e : minimised.energies()) {
            List<Region.Face> ends = e.region().isInterior() ? List.of() : Reading.ends(problem, e.region());
            if (ends.isEmpty() || problem.domain().box().isEmpty()) {
                result.add(e);
                continue;
            }
            for (Region.Face end : ends) {
                Axis here = place.axes().get(problem.axes().indexOf(end.axis()));
                if (here.equals(end.axis()) || end.side() == Region.Side.MAX) {
                    result.add(new Energy(e.density(), new Region.Face(here, end.side())));
                }
            }
        }
        return result;
    }
}
