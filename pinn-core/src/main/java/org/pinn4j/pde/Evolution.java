package org.pinn4j.pde;

import java.util.List;
import java.util.Optional;
import org.pinn4j.args.Args;

/**
 * A statement of the form M u_t + L u + N(u) = 0 on a place all of whose space axes are periodic, with the values of all fields
 * at the start of time: M and L have constant coefficients, L has derivatives along space alone, and N is whatever else there
 * is, sources among it. A linear term without derivatives that couples two fields counts to N: waves of different fields are
 * then coupled by derivatives alone. Immutable.
 * @param space the other axes, in the order of the problem
 * @param mass [equations][fields]
 * @param linear the terms of L
 * @param remainder N by equation
 * @param initial values by field
 */
public record Evolution(
        Problem problem,
        Axis time,
        List<Axis> space,
        double[][] mass,
        List<Term> linear,
        List<Expr> remainder,
        List<Expr> initial) {
    /**
     * coefficient·∂^orders field in one equation.
     * @param orders by the space axes
     */
    public record Term(int equation, int field, List<Integer> orders, double coefficient) {
        public Term {
            Args.list(orders, "orders");
            orders = List.copyOf(orders);
        }
    }

    public Evolution {
        Args.given(problem, "problem", time, "time");
        Args.list(space, "space");
        Args.array(mass, "mass");
        Args.list(linear, "linear");
        Args.list(remainder, "remainder");
        Args.list(initial, "initial");
        space = List.copyOf(space);
        mass = copy(mass);
        linear = List.copyOf(linear);
        remainder = List.copyOf(remainder);
        initial = List.copyOf(initial);
    }

    private static double[][] copy(double[][] matrix) {
        double[][] result = new double[matrix.length][];
        java.util.Arrays.setAll(result, k -> matrix[k].clone());
        return result;
    }

    @Override
    public double[][] mass() {
        return copy(mass);
    }

    public List<Field> fields() {
        return problem.fields();
    }

    /** The statement in this form; empty where it has another one. */
    public static Optional<Evolution> of(Problem problem) {
        Args.given(problem, "problem");
        return problem.time()
                .filter(Axis::isBounded)
                .filter(t -> problem.domain().box().isPresent())
                .flatMap(t -> new EvolutionReader(Reading.of(problem), t).read());
    }
}
