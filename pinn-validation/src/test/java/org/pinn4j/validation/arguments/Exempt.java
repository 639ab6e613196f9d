package org.pinn4j.validation.arguments;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The few calls that may answer otherwise, each in one way and by a reason; one that nobody needs any more is a failure as well. */
final class Exempt {
    /** What is not as it should be. */
    enum Kind {
        /** A null is taken: allowed where the documentation gives it a meaning. */
        NULL_TAKEN,
        /** A null is answered without its name: allowed nowhere. */
        NULL_UNNAMED,
        /** An index or a size is found wrong by the machine: allowed on tiles, whose sizes the documentation leaves to the caller. */
        CARELESS,
        /** There is nothing to call it on, or with: allowed for what users write themselves and for what takes seconds to make. */
        UNCALLED
    }

    private static final Map<Kind, List<String>> CALLS = Map.of(
            Kind.NULL_TAKEN,
            List.of(
                    "ConditionForm.new",
                    "Backends.known",
                    "Backends.select",
                    "Json.compact",
                    "Json.pretty",
                    "Discretization.system"),
            Kind.NULL_UNNAMED,
            List.of(),
            Kind.CARELESS,
            List.of(
                    "Tanh.derivatives",
                    "Activation.derivatives",
                    "StencilRow.apply",
                    "AnsatzColumns.evaluate",
                    "AnsatzJets.forward",
                    "AnsatzJets.jacobian",
                    "AnsatzJets.reverse",
                    "AnsatzJets.tangents",
                    "AnsatzValues.forward",
                    "Folding.fold",
                    "RangeSums.add"),
            Kind.UNCALLED,
            List.of("Otherwise.", "ExprVisitor.", "Coefficient.", "Background.breaks", "PotentialReference."));

    /** As many steps, or as large a measurement, as somebody asks for: not called with absurd numbers. */
    private static final Set<String> LONG = Set.of(
            "ApproximationRate.of", "GeneralisationGap.of", "FixedNetwork.descend", "BlasRates.gemm", "BlasRates.syrk");

    private final Set<String> needed = new HashSet<>();

    /** Whether the call of this type and name may answer so. */
    boolean has(Kind kind, String type, String name) {
        List<String> of = CALLS.get(kind).stream()
                .filter(entry -> (type + "." + name).startsWith(entry))
                .toList();
        of.forEach(entry -> needed.add(kind + " " + entry));
        return !of.isEmpty();
    }

    /** Whether a number is how long a call of this type and name takes. */
    static boolean isLong(String type, String name) {
        return LONG.contains(type + "." + name);
    }

    /** Those that no failure asked for. */
    Set<String> needless() {
        Set<String> rest = new TreeSet<>();
        CALLS.forEach((kind, of) -> of.forEach(entry -> rest.add(kind + " " + entry)));
        rest.removeAll(needed);
        return rest;
    }
}
