package org.pinn4j.direct;

/**
 * How much a direct solve may use. Immutable; equality is by value.
 * @param least features of each network to begin with
 * @param most features of each network at the end of growth
 * @param rows equations a coefficient in the interior; fewer let features bend between the points
 */
public record Direct(int least, int most, double rows) {
    public Direct {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "direct: need 1 <= least <= most features, got %d and %d".formatted(least, most));
        }
        if (!(rows >= 1) || Double.isInfinite(rows)) {
            throw new IllegalArgumentException("direct: need finite rows a coefficient >= 1, got " + rows);
        }
    }

    /** From 200 features, doubled up to 3,200, four rows each. */
    public static Direct standard() {
        return new Direct(200, 3200, 4);
    }

    public Direct withFeatures(int newLeast, int newMost) {
        return new Direct(newLeast, newMost, rows);
    }

    public Direct withRows(double newRows) {
        return new Direct(least, most, newRows);
    }
}
