package org.pinn4j.solution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;

/**
 * The error of a solution on a grid, beside the floor of the reference that measured it. Immutable.
 * @param relativeL2 √(Σe²/Σu²) over all points and fields of the grid, unweighted, u the reference
 * @param maxError largest |e|
 * @param field the field it is found in
 * @param at where it is found, by axis name
 * @param floor relative L2 error that the reference itself may have
 * @param referenceKind what the reference is
 * @param grid points along each axis, such as {@code 256x101}
 * @param h1 √(Σ|∇e|²/Σ|∇u|²) over the same points, ∇ in the space axes, or in time where there is no space: exact derivatives of
 *     both where the reference gives its own, differences of order 6 on the grid otherwise; NaN where the grid has too few points
 * @param slices the error at a few times of the grid, each relative to the reference at that time; empty without time
 * @param fields the same by field name
 */
public record ErrorReport(
        double relativeL2,
        double maxError,
        String field,
        Map<String, Double> at,
        double floor,
        String referenceKind,
        String grid,
        double h1,
        List<TimeSlice> slices,
        Map<String, FieldError> fields) {
    private static final double MUCH = 10; // floors

    /** The error of one field; the figures as in the report. */
    public record FieldError(double relativeL2, double maxError, Map<String, Double> at, double h1) {
        public FieldError {
            Args.given(at, "at");
            at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        }
    }

    /** The error of all fields at one time. */
    public record TimeSlice(double time, double relativeL2, double maxError) {}

    public ErrorReport {
        Args.given(field, "field", at, "at");
        Args.given(referenceKind, "referenceKind", grid, "grid");
        Args.list(slices, "slices");
        Args.given(fields, "fields");
        slices = List.copyOf(slices);
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether the reference is not good enough to tell the error. */
    public boolean belowFloor() {
        return relativeL2 < floor;
    }

    /** Whether a tenth or more of the error may be the reference's own. */
    public boolean nearFloor() {
        return relativeL2 < MUCH * floor;
    }

    /** The relative L2 error for tables; below the floor {@code < floor}, with the floor's number. */
    public String relativeL2Text() {
        return text(relativeL2);
    }

    /**
     * A relative error for tables, measured by this reference: below its floor {@code < floor}, with the floor's number, and near
     * it with what the reference itself may have of it.
     */
    public String text(double relative) {
        if (relative < floor) {
            return "< " + size(floor);
        }
        String own = relative < MUCH * floor ? ", of which the reference may have " + size(floor) : "";
        return size(relative) + own;
    }

    @Override
    public String toString() {
        String where = at.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
        String each = fields.size() < 2
                ? ""
                : fields.entrySet().stream()
                        .map(e -> e.getKey() + " " + text(e.getValue().relativeL2))
                        .collect(Collectors.joining(", ", " (", ")"));
        return String.format(
                Locale.ROOT,
                "relative L2 %s%s, H1 %s, max %s%.2e of %s at %s; reference %s with floor %.1e, grid %s",
                relativeL2Text(),
                each,
                text(h1),
                nearFloor() ? "difference " : "",
                maxError,
                field,
                where,
                referenceKind,
                floor,
                grid);
    }

    private static String size(double value) {
        return String.format(Locale.ROOT, "%.2e", value);
    }
}
