package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.args.Args;

/**
 * The equations of a statement as balances of fluxes, which test functions are set against: of an energy F with the flux ∂F/∂∇u,
 * of stated equations with that of their second derivatives, whose coefficients may hang on the coordinates and the fields but not
 * on their derivatives. Immutable.
 */
public final class WeakForm {
    private final Problem problem;
    private final List<Flux> fluxes;

    private WeakForm(Problem problem, List<Flux> fluxes) {
        this.problem = problem;
        this.fluxes = List.copyOf(fluxes);
    }

    /** @throws IllegalArgumentException with the equation and the reason, where one is no balance of such a flux */
    public static WeakForm of(Problem problem) {
        Args.given(problem, "problem");
        if (!problem.fluxes().isEmpty()) {
            return new WeakForm(problem, problem.fluxes());
        }
        List<Condition> equations = problem.statedConditions().stream()
                .filter(c -> c.region().isInterior())
                .toList();
        if (equations.isEmpty()) {
            throw new IllegalArgumentException("variational residuals: the problem has no equation in the interior");
        }
        return new WeakForm(
                problem, equations.stream().map(c -> read(c, problem.axes())).toList());
    }

    /** An equation with A its second derivatives' coefficients, the sign turned: flux A∇u, source all the rest. */
    static Flux read(Condition equation, List<Axis> axes) {
        if (!equation.region().cuts().isEmpty() || !equation.leaves().traces().isEmpty()) {
            throw refused(equation, "it stands on a part of the interior, or has traces");
        }
        Flat flat = new Flat();
        Expr e = flat.of(equation.equation().residual());
        List<Expr> flux = new ArrayList<>();
        axes.forEach(a -> flux.add(Constant.ZERO));
        Expr rest = e;
        for (Derivative d : equation.leaves().states()) {
            if (d.total() > 2) {
                throw refused(equation, "%s is of order %d, and a flux has first derivatives".formatted(d, d.total()));
            }
            if (d.total() == 2) {
                Axis own = flat.coordinate(d);
                Expr a = flat.back(e.d(own)).negate();
                requireLow(equation, d, a);
                rest = rest.substitute(leaf -> leaf.equals(own) ? Constant.ZERO : null);
                List<Integer> orders = d.ordersBy(axes);
                for (int i = 0; i < axes.size(); i++) {
                    if (orders.get(i) > 0) {
                        Expr slope = lowered(d, axes.get(i));
                        Expr part = a.times(orders.get(i) / 2.0);
                        flux.set(i, flux.get(i).plus(part.times(slope)));
                        rest = rest.plus(flat.of(part.d(axes.get(i)).times(slope)));
                    }
                }
            }
        }
        return new Flux(equation.name(), flat.back(rest), flux);
    }

    private static void requireLow(Condition equation, Derivative d, Expr coefficient) {
        if (Leaves.of(coefficient).states().stream().anyMatch(s -> s.total() > 0)) {
            throw refused(
                    equation,
                    "the coefficient of %s has derivatives in it; state an energy, problem.minimising(density), if there is one"
                            .formatted(d));
        }
    }

    /** With one derivative along an axis less. */
    private static Expr lowered(Derivative d, Axis axis) {
        int at = d.field().axes().indexOf(axis);
        List<Integer> orders = new ArrayList<>(d.orders());
        orders.set(at, orders.get(at) - 1);
        return new Derivative(d.field(), orders);
    }

    private static IllegalArgumentException refused(Condition equation, String why) {
        return new IllegalArgumentException(
                "variational residuals of '%s' (%s): %s".formatted(equation.name(), equation.equation(), why));
    }

    public Problem problem() {
        return problem;
    }

    /** One for each equation. */
    public List<Flux> fluxes() {
        return fluxes;
    }

    /**
     * Where fluxes or sources jump at one value of an axis, increasing: the edges that cells of an integral have to have. Empty
     * where nothing does.
     */
    public double[] edges(Axis axis) {
        Args.given(axis, "axis");
        List<Expr> known = new ArrayList<>();
        for (Flux f : fluxes) {
            known.addAll(coefficients(f.source()));
            f.flux().forEach(p -> known.addAll(coefficients(p)));
        }
        return Steps.along(axis, known, problem.axes());
    }

    /** Where the flux along an axis has a coefficient that jumps, so that the slopes of the answer do. */
    public double[] breaks(Axis axis) {
        Args.given(axis, "axis");
        int a = problem.axes().indexOf(axis);
        List<Expr> known = new ArrayList<>();
        fluxes.forEach(f -> known.addAll(coefficients(f.flux().get(a))));
        return Steps.along(axis, known, problem.axes());
    }

    /** What of an expression the coordinates alone tell: its value where all fields vanish, and its slopes by them. */
    static List<Expr> coefficients(Expr e) {
        Flat flat = new Flat();
        Expr f = flat.of(e);
        List<Expr> result = new ArrayList<>();
        for (Axis state : List.copyOf(flat.states().keySet())) {
            result.add(atRest(f.d(state), flat));
        }
        result.add(atRest(f, flat));
        return result;
    }

    /** A half in place of every state, where roots and quotients have values. */
    private static Expr atRest(Expr f, Flat flat) {
        return f.substitute(leaf -> leaf instanceof Axis a && flat.states().containsKey(a) ? new Constant(0.5) : null);
    }
}
