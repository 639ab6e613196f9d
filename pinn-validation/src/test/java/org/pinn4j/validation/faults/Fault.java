package org.pinn4j.validation.faults;

import java.util.function.DoubleSupplier;

/**
 * A wrong variant of one part of discretisation or integration, and the check that has to catch it.
 * @param where the part
 * @param name what is wrong
 * @param figure the check's figure with the fault
 * @param shows that figure to the nearest whole number, 0 if nothing converges
 */
public record Fault(String where, String name, Check<?> check, DoubleSupplier figure, int shows) {
    String seen() {
        return shows == 0 && check.figure().equals("order") ? "no convergence" : check.figure() + " " + shows;
    }

    @Override
    public String toString() {
        return where + ": " + name;
    }
}
