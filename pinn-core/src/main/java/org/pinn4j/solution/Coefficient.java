package org.pinn4j.solution;

import java.util.Objects;
import java.util.Optional;

/**
 * A coefficient of the equations that a solve has found.
 * @param name that of its {@link org.pinn4j.pde.Parameter}
 * @param uncertainty absent where nobody has computed it
 */
public record Coefficient(String name, double value, Optional<Uncertainty> uncertainty) {
    /**
     * What the noise of the data leaves open.
     * @param standardError of the value
     * @param low lower end of the 95 % interval
     * @param high its upper end
     */
    public record Uncertainty(double standardError, double low, double high) {
        public Uncertainty {
            if (!(standardError >= 0 && low <= high)) {
                throw new IllegalArgumentException(
                        "uncertainty: need a standard error >= 0 and low <= high, got %s and [%s, %s]"
                                .formatted(standardError, low, high));
            }
        }
    }

    public Coefficient {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uncertainty, "uncertainty");
    }

    @Override
    public String toString() {
        return uncertainty
                .map(u -> "%s = %s ± %s, 95 %% interval [%s, %s]"
                        .formatted(name, value, u.standardError(), u.low(), u.high()))
                .orElse(name + " = " + value);
    }
}
