package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pinn4j.linear.FreeFunctions;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.PointSet;

/**
 * Whether a statement leaves a function free: fields v that are not zero and whose equations and conditions all vanish. Every
 * useful matrix of features has weights without a function, so its rank says nothing; what counts is the smallest residual of
 * fields of size one, see {@link FreeFunctions}.
 */
final class Freedom {
    private static final double FREE = 1e-9; // of the largest residual that features of size one have
    private static final double FLAT = 1e-6;

    private final Problem problem;
    private final Basis basis;
    private final StateValues values;
    private final PointSet inside;
    private final OutputFit rows;
    private final OutputFit fields;

    /** @param objective the rows of the statement in this basis */
    Freedom(CompiledProblem compiled, Basis basis, ResidualObjective objective, PointSet inside, Algebra algebra) {
        this.problem = compiled.problem();
        this.basis = basis;
        this.inside = inside;
        values = new StateValues(basis.ansatz(), problem.fields(), inside, algebra);
        rows = new OutputFit(algebra, objective, basis.columns());
        fields = new OutputFit(algebra, values.objective(), basis.columns());
    }

    /** The function in words, if there is one. @param theta where the statement is linearised */
    Optional<String> words(double[] theta) {
        List<FreeFunctions.Function> found = FreeFunctions.of(rows.triangle(theta), fields.triangle(basis.theta()), 1);
        return found.stream()
                .filter(f -> f.relative() < FREE)
                .findFirst()
                .map(f -> describe(basis.moved(basis.theta(), f.weights(), 1)));
    }

    private String describe(double[] theta) {
        List<double[]> all = List.of(values.at(theta));
        double size =
                all.stream().mapToDouble(v -> Math.max(max(v), -min(v))).max().orElse(0);
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            if (Math.max(max(all.get(k)), -min(all.get(k))) > FLAT * size) {
                parts.add(one(problem.fields().get(k), all.get(k), size));
            }
        }
        return String.join(" together with ", parts);
    }

    private String one(Field field, double[] v, double size) {
        if (max(v) - min(v) < FLAT * size) {
            return "a constant in " + field.name();
        }
        int at = 0;
        for (int i = 1; i < v.length; i++) {
            at = Math.abs(v[i]) > Math.abs(v[at]) ? i : at;
        }
        int place = at;
        List<Axis> axes = problem.axes();
        return "a function in %s, largest at %s"
                .formatted(
                        field.name(),
                        axes.stream()
                                .map(a -> String.format(
                                        Locale.ROOT, "%s = %.3g", a.name(), inside.coordinate(axes.indexOf(a), place)))
                                .collect(Collectors.joining(", ")));
    }

    private static double max(double[] v) {
        return Arrays.stream(v).max().orElse(0);
    }

    private static double min(double[] v) {
        return Arrays.stream(v).min().orElse(0);
    }
}
