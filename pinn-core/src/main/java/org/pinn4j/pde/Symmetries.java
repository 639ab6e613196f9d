package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.args.Args;

/**
 * Reflections x → 2c − x, u → ±u that leave a statement unchanged. Each is established as an identity: at seeded random
 * coordinates and random values of every derivative, the residual of each condition equals, up to one sign, that of a condition
 * on the reflected region. If the problem has one solution, that solution has the symmetry.
 */
public final class Symmetries {
    /** With more fields the declared parities are checked and none are searched for. */
    private static final int MAX_FIELDS = 4;
    /** Of evaluations, in operations: beyond, the declared parities are checked and none are searched for. */
    private static final double MOST_WORK = 2e8;

    private final Problem problem;
    private final List<Field> fields;

    private Symmetries(Problem problem) {
        this.problem = problem;
        this.fields = problem.fields();
    }

    /**
     * The declared symmetries with the parities of all fields, and for each other space axis the reflection about its middle if
     * one holds, even before odd. None are derived where data points or functions known by values only take part.
     * @throws IllegalArgumentException if a declared symmetry does not hold, with the equation that breaks it
     */
    public static List<Symmetry> of(Problem problem) {
        Args.given(problem, "problem");
        return new Symmetries(problem).all();
    }

    /**
     * The declared ones alone.
     * @throws IllegalArgumentException as {@link #of}
     */
    public static List<Symmetry> declared(Problem problem) {
        Args.given(problem, "problem");
        return new Symmetries(problem).declared();
    }

    /**
     * Whether parities that are not declared are searched for: not in a statement of so many axes, conditions and terms that the
     * search would take hundreds of millions of operations.
     */
    public static boolean searched(Problem problem) {
        double nodes = Reading.of(Args.given(problem, "problem")).clauses().stream()
                .mapToDouble(c -> Node.work(c.condition().equation().left())
                        + Node.work(c.condition().equation().right())
                        + problem.axes().size())
                .sum();
        double choices = Math.pow(2, Math.min(MAX_FIELDS, problem.fields().size()));
        return problem.spaceAxes().size() * choices * 2 * Reflection.SAMPLES * nodes <= MOST_WORK;
    }

    private List<Symmetry> all() {
        List<Symmetry> result = new ArrayList<>(declared());
        if (!derivable() || !searched(problem)) {
            return List.copyOf(result);
        }
        for (Axis axis : problem.spaceAxes()) {
            if (result.stream().noneMatch(s -> s.axis().equals(axis))) {
                derived(new Symmetry(axis, middle(axis), Map.of())).ifPresent(result::add);
            }
        }
        return List.copyOf(result);
    }

    private List<Symmetry> declared() {
        if (problem.domain().box().isEmpty() && !problem.declaredSymmetries().isEmpty()) {
            throw new IllegalArgumentException("%s: symmetries are used on boxes only; leave the declaration away"
                    .formatted(problem.declaredSymmetries().get(0)));
        }
        return problem.declaredSymmetries().stream().map(this::completed).toList();
    }

    private static double middle(Axis axis) {
        return axis.min() + axis.length() / 2;
    }

    private boolean derivable() {
        boolean values = problem.conditions().stream()
                .anyMatch(c -> !c.leaves().sampledFunctions().isEmpty()
                        || !c.region().cuts().isEmpty());
        return problem.domain().box().isPresent()
                && !values
                && Reading.of(problem).data().isEmpty()
                && !Reading.of(problem).equations().isEmpty();
    }

    private Symmetry completed(Symmetry declared) {
        Axis axis = declared.axis();
        if (!declared.aboutMiddle() && !Reading.of(problem).periodic().contains(axis)) {
            throw new IllegalArgumentException(
                    "%s: reflecting about %s does not map [%s, %s] to itself; use %s or periodicIn(%s)"
                            .formatted(declared, declared.centre(), axis.min(), axis.max(), middle(axis), axis));
        }
        return derived(declared).orElseThrow(() -> {
            Condition broken = candidates(declared).stream()
                    .map(s -> new Reflection(problem, s).broken())
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
            return new IllegalArgumentException(
                    "%s: '%s' breaks the declared symmetry (%s); remove the declaration or correct the equation"
                            .formatted(broken, broken.name(), declared));
        });
    }

    private Optional<Symmetry> derived(Symmetry partial) {
        return candidates(partial).stream()
                .filter(s -> new Reflection(problem, s).broken().isEmpty())
                .findFirst();
    }

    /** Every choice of signs for the fields without one, fewest odd fields first; a field that does not vary along x is even. */
    private List<Symmetry> candidates(Symmetry partial) {
        List<Field> open = fields.stream()
                .filter(f -> !partial.parity().containsKey(f) && f.axes().contains(partial.axis()))
                .toList();
        List<Symmetry> result = new ArrayList<>();
        int choices = open.size() > MAX_FIELDS ? 1 : 1 << open.size();
        for (int bits = 0; bits < choices; bits++) {
            Map<Field, Integer> parity = new LinkedHashMap<>();
            for (Field f : fields) {
                int k = open.indexOf(f);
                parity.put(f, k < 0 ? partial.parity().getOrDefault(f, 1) : (bits >> k & 1) == 0 ? 1 : -1);
            }
            result.add(new Symmetry(partial.axis(), partial.centre(), parity));
        }
        result.sort(Comparator.comparingInt(
                s -> (int) fields.stream().filter(s::odd).count()));
        return result;
    }
}
