package org.pinn4j.pde;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** That fields keep or change their sign under axis → 2·centre − axis, as declared; no fields stand for all of them. */
record Parity(Axis axis, double centre, int sign, List<Field> fields) {
    /**
     * By axis and centre.
     * @param all the fields of the statement
     * @throws IllegalArgumentException if a field is declared even and odd
     */
    static List<Symmetry> joined(List<Parity> parities, List<Field> all) {
        Map<Map.Entry<Axis, Double>, Map<Field, Integer>> joined = new LinkedHashMap<>();
        for (Parity p : parities) {
            Map<Field, Integer> map = joined.computeIfAbsent(Map.entry(p.axis, p.centre), k -> new LinkedHashMap<>());
            for (Field field : p.fields.isEmpty() ? all : p.fields) {
                Integer before = map.put(field, p.sign);
                if (before != null && before != p.sign) {
                    throw new IllegalArgumentException("%s is declared even and odd in %s about %s: keep one of the two"
                            .formatted(field, p.axis, p.centre));
                }
            }
        }
        return joined.entrySet().stream()
                .map(e -> new Symmetry(e.getKey().getKey(), e.getKey().getValue(), e.getValue()))
                .toList();
    }
}
