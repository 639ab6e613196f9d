package org.pinn4j.pde;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums over an index in a condition: what they go through is of the problem, and a name stands for one thing. */
final class IndexCheck {
    private IndexCheck() {}

    /** @param leaves those of the condition. @throws IllegalArgumentException in one line with the remedy */
    static void check(Stated stated, Condition condition, Leaves leaves) {
        if (Node.has(condition.equation().left(), Node.INDEXED)
                || Node.has(condition.equation().right(), Node.INDEXED)) {
            throw StatementCheck.error(condition, "the index of a sum stands outside of it; write x.sum(i -> ...)");
        }
        List<Axes> families = leaves.families().isEmpty()
                ? List.of()
                : Axes.among(stated.place().axes(), 1);
        for (Axes family : leaves.families()) {
            if (!families.contains(family)) {
                throw StatementCheck.error(
                        condition,
                        "a sum goes through %s, the problem has the families %s; take one of those, from i = 1 to fewer if it is longer",
                        family,
                        families);
            }
        }
        Map<String, Coefficients> own = new HashMap<>();
        for (Coefficients c : leaves.coefficients()) {
            Coefficients other = stated.coefficients(c.name()).orElse(own.getOrDefault(c.name(), c));
            own.put(c.name(), c);
            if (!other.equals(c) || families.stream().anyMatch(f -> f.name().equals(c.name()))) {
                throw StatementCheck.error(
                        condition,
                        "the name '%s' stands for two things, of which one are coefficients; rename one",
                        c.name());
            }
        }
    }
}
