package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;

/**
 * The energy that an equation is the Euler-Lagrange equation of, if it is one: for a scalar equation E = 0 of second order whose
 * linearisation is its own adjoint, ∂E/∂u_i = Σ_j d/dx_j ∂E/∂u_ij (Helmholtz' condition), E = −∇·(A∇u) + c(x, u) with
 * F = ½∇u·A∇u + C(x, u), C the integral of c over u.
 * Source: Olver, Applications of Lie Groups to Differential Equations (1993), theorem 5.92.
 */
public final class StatedEnergy {
    /** Powers of u that c may have. */
    private static final int POWERS = 8;

    private static final double ROUNDING = 1e-9;

    private StatedEnergy() {}

    /**
     * The statement with an energy in place of its equation; itself if it has energies.
     * @throws IllegalArgumentException with the reason, where the equation follows from no energy that can be read, or what is
     *     stated on the boundary is not what the minimum has there
     */
    public static Problem of(Problem problem) {
        Args.given(problem, "problem");
        if (!problem.energies().isEmpty()) {
            return problem;
        }
        List<Condition> equations = problem.statedConditions().stream()
                .filter(c -> c.region().isInterior())
                .toList();
        problem.time().ifPresent(t -> {
            throw refused("it runs in time " + t + ", and an evolution is no minimum");
        });
        if (equations.size() != 1 || problem.fields().size() != 1) {
            throw refused(
                    "it has %s for %s; an energy is read of one equation for one field, state that of several with"
                                    .formatted(Names.count(equations.size(), "equation"), problem.fields())
                            + " problem.minimising(density)");
        }
        if (!problem.parameters().isEmpty()) {
            throw refused("the coefficient %s is unknown"
                    .formatted(problem.parameters().get(0)));
        }
        Problem minimised = problem.withEnergy(density(equations.get(0), problem));
        minimised.conditions().stream()
                .filter(c -> !c.region().isInterior())
                .filter(c -> !problem.statedConditions().contains(c))
                .findFirst()
                .ifPresent(c -> {
                    throw refused("on %s it states no value of %s, and the minimum has %s there; state the energy, with"
                                    .formatted(c.region(), problem.fields().get(0), c.equation())
                            + " problem.minimising(density), if that is meant");
                });
        return minimised;
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("Ritz: the statement is no minimum of an energy that can be read: " + why);
    }

    private static Expr density(Condition equation, Problem problem) {
        Field u = problem.fields().get(0);
        Flux balance = WeakForm.read(equation, problem.axes());
        Flat flat = new Flat();
        Expr rest = flat.of(balance.source());
        for (Axis axis : problem.axes()) {
            if (u.axes().contains(axis)) {
                Axis slope = flat.coordinate(u.d(axis));
                Expr first = rest.d(slope);
                if (!vanishes(first, flat, problem)) {
                    throw refused(
                            ("'%s' is not its own adjoint: ∂E/∂%s differs from the divergence of the coefficients of its second"
                                            + " derivatives by %s")
                                    .formatted(equation.name(), u.d(axis), flat.back(first)));
                }
                rest = rest.substitute(leaf -> leaf.equals(slope) ? Constant.ZERO : null);
            }
        }
        Expr form = Constant.ZERO;
        for (int a = 0; a < problem.axes().size(); a++) {
            Expr flux = balance.flux().get(a);
            if (!flux.equals(Constant.ZERO)) {
                Linear.of(flux)
                        .filter(l -> l.rest().equals(Constant.ZERO))
                        .orElseThrow(() -> refused("its second derivatives have coefficients that hang on the field"));
                form = form.plus(flux.times(u.d(problem.axes().get(a))).times(0.5));
            }
        }
        Expr potential = potential(rest, flat.coordinate(u), flat, equation);
        return form.plus(potential).times(sign(form, problem));
    }

    /** Σ c_k u^(k+1)/(k+1)! of the derivatives c_k of c by u at u = 0. */
    private static Expr potential(Expr c, Axis u, Flat flat, Condition equation) {
        List<Expr> terms = new ArrayList<>();
        Expr derivative = c;
        double factorial = 1;
        for (int k = 0; !derivative.equals(Constant.ZERO); k++) {
            if (k > POWERS) {
                throw refused(
                        "'%s' is no polynomial in %s of degree up to %d; state the energy, problem.minimising(density)"
                                .formatted(equation.name(), flat.back(u), POWERS));
            }
            factorial *= k + 1;
            Expr atZero = derivative.substitute(leaf -> leaf.equals(u) ? Constant.ZERO : null);
            terms.add(atZero.times(flat.back(u).pow(k + 1)).times(1 / factorial));
            derivative = derivative.d(u);
        }
        return Expr.sum(terms);
    }

    private static boolean vanishes(Expr e, Flat flat, Problem problem) {
        if (e.equals(Constant.ZERO)) {
            return true;
        }
        List<Axis> coordinates = Stream.concat(problem.axes().stream(), flat.states().keySet().stream())
                .toList();
        RandomStream random = RandomStream.of(1, "adjoint");
        List<Expr> terms = e instanceof Sum s ? s.terms() : List.of(e);
        for (double[] place : Agreement.on(problem.domain(), "adjoint").points()) {
            double[] point = Arrays.copyOf(place, coordinates.size());
            Arrays.setAll(point, k -> k < place.length ? place[k] : random.nextGaussian());
            double size = terms.stream()
                    .mapToDouble(t -> Math.abs(Evaluation.evaluate(t, coordinates, point)))
                    .sum();
            if (!(Math.abs(Evaluation.evaluate(e, coordinates, point)) <= (terms.size() > 1 ? ROUNDING * size : 0))) {
                return false;
            }
        }
        return true;
    }

    /** +1 where ∇u·A∇u is nowhere negative, −1 where it is nowhere positive: minus the equation is the same one. */
    private static int sign(Expr form, Problem problem) {
        RandomStream random = RandomStream.of(1, "sign");
        boolean positive = false;
        boolean negative = false;
        for (double[] place : Agreement.on(problem.domain(), "sign").points()) {
            Map<List<Integer>, Double> drawn = new HashMap<>();
            double value = Evaluation.at(problem.axes(), place)
                    .withStates((field, orders) -> drawn.computeIfAbsent(orders, o -> random.nextGaussian()))
                    .evaluate(form);
            positive |= value > 0;
            negative |= value < 0;
        }
        if (positive == negative) {
            throw refused(
                    positive
                            ? "its second derivatives have coefficients of both signs, so that the energy has no least value"
                            : "it has no second derivatives");
        }
        return positive ? 1 : -1;
    }
}
