package org.pinn4j.pde;

import java.util.List;

/** What one density can do wrong by itself, found when it is added to a problem. */
final class EnergyCheck {
    private EnergyCheck() {}

    /** @throws IllegalArgumentException with the density, the value and the remedy */
    static void require(Problem problem, Stated stated, Energy energy) {
        Leaves leaves = Leaves.of(energy.density());
        problem.time().ifPresent(t -> {
            throw error(
                    energy,
                    "the problem runs in time %s, and an evolution is no minimum of an energy over space and time; state its"
                            + " equations with require",
                    t);
        });
        if (leaves.fields().isEmpty()) {
            throw error(energy, "it has no field, so there is nothing to find");
        }
        if (!leaves.parameters().isEmpty()) {
            throw error(
                    energy,
                    "the coefficient %s is unknown, and the smallest energy over it is another question; give it a number",
                    leaves.parameters().iterator().next());
        }
        if (!leaves.traces().isEmpty() || leaves.measured()) {
            throw error(energy, "a density is of one point; leave out traces and measurement()");
        }
        place(problem, energy, leaves);
        for (Field field : leaves.fields()) {
            if (!field.axes().containsAll(problem.axes())) {
                throw error(
                        energy,
                        "field %s has axes %s and the integral runs over %s; give it all of them",
                        field,
                        Names.tuple(field.axes()),
                        Names.tuple(problem.axes()));
            }
        }
        StatementCheck.check(stated, energy.density().equalTo(0).on(energy.region()), leaves);
    }

    private static void place(Problem problem, Energy energy, Leaves leaves) {
        Region region = energy.region();
        boolean inside = region.isInterior();
        if (!region.cuts().isEmpty() || region.data().isPresent() || !inside && !region.hasNormal()) {
            throw error(
                    energy,
                    "a density is integrated over the whole interior, a whole end of a space axis, a whole part of a shape or all"
                            + " of the boundary, got %s",
                    region);
        }
        for (Derivative d : leaves.states()) {
            if (d.total() > (inside ? 1 : 0)) {
                throw error(
                        energy,
                        inside
                                ? "%s is of order %d, densities have first derivatives; make the first one a field, or state the"
                                        + " equations with require"
                                : "%s is of order %d, densities on the boundary have values of fields alone",
                        d,
                        d.total());
            }
        }
        List<Axis> parameters =
                problem.axes().stream().filter(Axis::isParameter).toList();
        if (region.face().filter(f -> parameters.contains(f.axis())).isPresent()) {
            throw error(energy, "%s is an end of a parameter axis", region);
        }
    }

    private static IllegalArgumentException error(Energy energy, String format, Object... values) {
        return new IllegalArgumentException(
                "minimising %s on %s: %s".formatted(energy.density(), energy.region(), format.formatted(values)));
    }
}
