package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions stated so far, with what each new one is held to in maps: what is asked of n conditions costs n questions and not
 * n². Mutable, of one thread.
 */
final class Stated {
    private final Problem place;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Energy> energies = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbered = new HashMap<>();
    private final Set<Field> fields = new LinkedHashSet<>();
    private final Set<Parameter> parameters = new LinkedHashSet<>();
    private final Map<String, Expr> names = new HashMap<>();
    private final Map<String, List<String>> longer = new HashMap<>();
    private final Map<String, Coefficients> coefficients = new HashMap<>();
    private final Map<Expr, Expr> functions = new LinkedHashMap<>();
    private final Map<Equation, List<Condition>> equations = new HashMap<>();
    private final Map<Region, Agreement> samples = new HashMap<>();
    private final Set<Axis> axes;

    /** @param problem whose axes and domain hold, with the conditions it has */
    Stated(Problem problem) {
        this.place = problem;
        this.axes = new HashSet<>(problem.axes());
        problem.axes().forEach(a -> names.put(a.name(), a));
        problem.energies().forEach(this::keep);
        problem.statedConditions().forEach(c -> append(c, c.leaves()));
    }

    /** Where the statement holds; its conditions may be fewer. */
    Problem place() {
        return place;
    }

    List<Condition> conditions() {
        return conditions;
    }

    List<Energy> energies() {
        return energies;
    }

    Set<Field> fields() {
        return fields;
    }

    Set<Parameter> parameters() {
        return parameters;
    }

    /** The axis, field or coefficient of a name, or null. */
    Expr named(String name) {
        return names.get(name);
    }

    /** The names that are another one with an underscore and more behind it. */
    List<String> longer(String stem) {
        return longer.getOrDefault(stem, List.of());
    }

    /** The function given as code that is equal to this one, that is of its name and arguments. */
    Optional<Expr> function(Expr equal) {
        return Optional.ofNullable(functions.get(equal));
    }

    /** The coefficients of a name. */
    Optional<Coefficients> coefficients(String name) {
        return Optional.ofNullable(coefficients.get(name));
    }

    /** Conditions of the same equation, its sides in this order. */
    List<Condition> equal(Equation equation) {
        return equations.getOrDefault(equation, List.of());
    }

    boolean hasAxis(Axis axis) {
        return axes.contains(axis);
    }

    /** Points of a region, always the same; those of regions that are not cut are kept. */
    Agreement inside(Region region) {
        return region.cuts().isEmpty() && region.data().isEmpty()
                ? samples.computeIfAbsent(region, r -> Agreement.on(place.domain(), r, "statement"))
                : Agreement.on(place.domain(), region, "statement");
    }

    /** Adds a condition under a name of its own. @throws IllegalArgumentException if it is wrong */
    void require(Condition condition) {
        Leaves leaves = condition.leaves();
        StatementCheck.check(this, condition, leaves);
        requireOne(condition.region(), !energies.isEmpty(), condition);
        if (taken.contains(condition.name())) {
            throw new IllegalArgumentException("%s: the name '%s' is taken; choose another with .named(...)"
                    .formatted(condition, condition.name()));
        }
        boolean unnamed = condition.name().isEmpty();
        append(unnamed ? condition.named(unused(defaultName(condition))) : condition, leaves);
    }

    /** Adds an energy. @throws IllegalArgumentException if it is wrong */
    void minimise(Energy energy) {
        EnergyCheck.require(place, this, energy);
        conditions.forEach(c -> requireOne(c.region(), true, energy));
        keep(energy);
    }

    private void keep(Energy energy) {
        energies.add(energy);
        unknowns(Leaves.of(energy.density()));
    }

    /** An energy in place of equations, not beside them. */
    private static void requireOne(Region region, boolean minimised, Object added) {
        if (minimised && region.isInterior()) {
            throw new IllegalArgumentException(
                    "%s: an energy is minimised in place of equations in the interior; state one of the two"
                            .formatted(added));
        }
    }

    /** Adds what follows from an energy, under its name or that with a number. @param loose the derivatives of a jump in it are not asked for */
    void derive(Condition condition, boolean loose) {
        Condition free = condition.named(unused(condition.name()));
        Leaves leaves = free.leaves();
        if (!loose) {
            StatementCheck.check(this, free, leaves);
        }
        append(free, leaves);
    }

    private void append(Condition condition, Leaves leaves) {
        conditions.add(condition);
        taken.add(condition.name());
        unknowns(leaves);
        equations.computeIfAbsent(condition.equation(), e -> new ArrayList<>()).add(condition);
    }

    private void unknowns(Leaves leaves) {
        fields.addAll(leaves.fields());
        parameters.addAll(leaves.parameters());
        leaves.fields().forEach(f -> name(f.name(), f));
        leaves.parameters().forEach(p -> name(p.name(), p));
        leaves.coefficients().forEach(c -> coefficients.put(c.name(), c));
        leaves.functions().forEach(f -> functions.putIfAbsent(f, f));
    }

    private void name(String name, Expr e) {
        int stem = name.lastIndexOf('_');
        if (names.put(name, e) == null && stem > 0) {
            longer.computeIfAbsent(name.substring(0, stem), s -> new ArrayList<>())
                    .add(name);
        }
    }

    /** The stem itself, else the first of stem2, stem3, ... that is free; below the last one given none is. */
    private String unused(String stem) {
        int k = numbered.getOrDefault(stem, 1);
        String name = stem;
        for (; taken.contains(name); name = stem + k) {
            k++;
        }
        numbered.put(stem, k);
        return name;
    }

    private static String defaultName(Condition condition) {
        Region region = condition.region();
        if (region.isEndOfTime()) {
            return condition.terminal() ? "terminal" : "initial";
        }
        return region.isInterior() ? "pde" : region.data().isPresent() ? "data" : "boundary";
    }
}
