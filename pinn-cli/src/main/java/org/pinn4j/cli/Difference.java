package org.pinn4j.cli;

import java.util.OptionalDouble;

/**
 * How far a reference is from another account of the same solution.
 * @param floor of the reference, as a relative L2 error
 * @param other what it is compared with
 * @param otherFloor its floor, if that is known
 * @param distance between the two in relative L2
 */
record Difference(double floor, String other, OptionalDouble otherFloor, double distance) {
    /** Whether the errors that the two may have explain the distance. Without the other's floor nobody can say. */
    boolean isExplained() {
        return otherFloor.isEmpty() || distance <= floor + otherFloor.getAsDouble();
    }

    /** One line for the user. */
    @Override
    public String toString() {
        String line = "differs from %s%s by %s in relative L2";
        if (otherFloor.isEmpty()) {
            return line.formatted(other, "", ResultTable.size(distance));
        }
        double sum = floor + otherFloor.getAsDouble();
        return (line + ", %s the sum of the floors %s")
                .formatted(
                        other,
                        " (floor %s)".formatted(ResultTable.size(otherFloor.getAsDouble())),
                        ResultTable.size(distance),
                        isExplained() ? "within" : "MORE than",
                        ResultTable.size(sum));
    }
}
