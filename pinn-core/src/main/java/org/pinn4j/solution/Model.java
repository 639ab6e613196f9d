package org.pinn4j.solution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Folding;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Blas;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Lookup;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;

/**
 * What evaluation needs: the pieces with their parameters, values of the coefficients, the symmetry folds, the linear algebra.
 * Immutable.
 */
final class Model {
    final Problem problem;
    final Pieces pieces;
    /** Of the first piece; that of another differs in its networks alone. */
    final Ansatz ansatz;

    final double[] coefficients;
    final List<Parameter> parameters;
    final Folding folding;
    final List<Field> fields;
    private final Optional<Backend> backend;
    private final String[] names;
    private final double[] min;
    private final double[] max;
    private final Domain domain;
    private final boolean shape;

    /** @param backend empty: the one that is chosen by itself, when it is first needed */
    Model(Problem problem, Pieces pieces, Optional<Backend> backend) {
        this.problem = problem;
        this.pieces = pieces;
        this.ansatz = pieces.kinds().get(0);
        this.backend = backend;
        this.parameters = problem.parameters();
        this.fields = problem.fields();
        double[] theta = pieces.theta(0);
        check(theta);
        int first = ansatz.networkParameters();
        this.coefficients = new double[parameters.size()];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = parameters.get(k).value(theta[first + k]);
        }
        this.folding =
                new Folding(ansatz.folds(), ansatz.axes(), Reading.of(problem).periodic());
        this.names = ansatz.axes().stream().map(Axis::name).toArray(String[]::new);
        this.min = ansatz.axes().stream().mapToDouble(Axis::min).toArray();
        this.max = ansatz.axes().stream().mapToDouble(Axis::max).toArray();
        this.domain = problem.domain();
        this.shape = domain.box().isEmpty();
    }

    private void check(double[] theta) {
        if (!ansatz.axes().equals(problem.axes())) {
            throw new IllegalArgumentException("solution: the ansatz has axes %s, the problem %s; they must be equal"
                    .formatted(ansatz.axes(), problem.axes()));
        }
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("solution: the problem has no unknown field");
        }
        fields.forEach(ansatz::indexOf);
        if (ansatz.forms().size() != fields.size()) {
            throw new IllegalArgumentException("solution: need one form for each field %s, the ansatz has %d"
                    .formatted(fields, ansatz.forms().size()));
        }
        int wanted = ansatz.networkParameters() + parameters.size();
        if (theta.length != wanted) {
            throw new IllegalArgumentException(
                    "solution: theta has %d numbers, need %d = %d of the networks + %d trainable coefficients"
                            .formatted(theta.length, wanted, ansatz.networkParameters(), parameters.size()));
        }
    }

    /** Of one piece, whose theta is copied. */
    static Model of(Problem problem, Ansatz ansatz, double[] theta, ModelCard card) {
        Args.given(problem, "problem", ansatz, "ansatz");
        Args.given(theta, "theta", card, "card");
        return new Model(problem, Pieces.one(ansatz, theta.clone()), Optional.empty());
    }

    Model with(Backend other) {
        return new Model(problem, pieces, Optional.of(other));
    }

    /** The same, but at an edge the piece that ends there answers. */
    Model earlier() {
        return new Model(problem, pieces.earlier(), backend);
    }

    Blas blas() {
        return backend.orElseGet(() -> Backends.select("auto")).blas();
    }

    int axes() {
        return min.length;
    }

    /** @throws IllegalArgumentException unless coordinate {@code value} of an axis lies in the domain; NaN and infinity are nowhere */
    void requireInside(int axis, double value, int point) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("point %d: %s is %s, need a number; take a point of the domain"
                    .formatted(point, names[axis], value));
        }
        if (value < min[axis] || value > max[axis]) {
            throw new IllegalArgumentException(
                    "point %d: %s = %s is outside [%s, %s]; take a point of the domain, or ask solution.extrapolating()"
                            .formatted(point, names[axis], value, min[axis], max[axis]));
        }
    }

    /** Whether the axes do not say it all, so that {@link #requireInside(double[], int)} is to be asked too. */
    boolean hasShape() {
        return shape;
    }

    /** @throws IllegalArgumentException unless a point lies in the shape */
    void requireInside(double[] x, int point) {
        if (!domain.contains(x, Domain.ROUNDING)) {
            throw new IllegalArgumentException(
                    "point %d: (%s) = %s is outside of %s; take a point of the domain, or ask solution.extrapolating()"
                            .formatted(point, String.join(", ", names), Arrays.toString(x), domain));
        }
    }

    /** @throws IllegalArgumentException unless {@code given} coordinates make a point */
    void requireAxes(int given) {
        if (given != min.length) {
            boolean some = fields.stream().anyMatch(f -> f.axes().size() < min.length);
            throw new IllegalArgumentException("point: need %d coordinates %s, got %d%s"
                    .formatted(
                            min.length,
                            String.join(", ", names),
                            given,
                            some ? "; a field of some axes takes those of the problem too" : ""));
        }
    }

    double coefficient(Parameter p) {
        int at = parameters.indexOf(p);
        if (at < 0) {
            throw new IllegalArgumentException(Lookup.missing(p, parameters));
        }
        return coefficients[at];
    }
}
