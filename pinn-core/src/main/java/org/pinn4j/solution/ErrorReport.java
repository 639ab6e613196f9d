package org.pinn4j.solution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The error of a solution on a grid, beside the floor of the reference that measured it. Immutable.
 * @param relativeL2 √(Σe²/Σu²) over all points and fields of the grid, unweighted, u the reference
 * @param maxError largest |e|
 * @param field the field it is found in
 * @param at where it is found, by axis name
 * @param floor relative L2 error that the reference itself may have
 * @param referenceKind what the reference is
 * @param grid points along each axis, such as {@code 256x101}
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
        Map<String, FieldError> fields) {
    /** The error of one field. */
    public record FieldError(double relativeL2, double maxError, Map<String, Double> at) {
        public FieldError {
            at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        }
    }

    public ErrorReport {
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether the reference is not good enough to tell the error. */
    public boolean belowFloor() {
        return relativeL2 < floor;
    }

    /** The relative L2 error for tables; below the floor {@code < floor}, with the floor's number. */
    public String relativeL2Text() {
        return belowFloor() ? "< " + size(floor) : size(relativeL2);
    }

    @Override
    public String toString() {
        String where = at.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
        String each = fields.size() < 2
                ? ""
                : fields.entrySet().stream()
                        .map(e -> e.getKey() + " " + size(e.getValue().relativeL2))
                        .collect(Collectors.joining(", ", " (", ")"));
        return String.format(
                Locale.ROOT,
                "relative L2 %s%s, max %.2e of %s at %s; reference %s with floor %.1e, grid %s",
                relativeL2Text(),
                each,
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
