package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What only the whole statement can show: too few or too many equations and conditions, constants that nothing fixes, fluxes
 * that do not balance, data that disagree.
 */
final class Findings {
    private Findings() {}

    static List<Finding> of(Problem problem) {
        Reading reading = Reading.of(problem);
        List<Gauge> gauges = reading.gauges();
        Optional<EquationSystem> system = EquationSystem.of(reading);
        Optional<CountFindings> counted = system.map(s ->
                new CountFindings(reading, s, gauges.stream().map(Gauge::field).toList()));
        Optional<PartFindings> parts = system.map(s -> new PartFindings(reading, s));
        int spare = counted.map(CountFindings::spare).orElse(0)
                + parts.map(PartFindings::spare).orElse(0);
        List<Finding> found = new ArrayList<>(EquationFindings.of(reading, spare));
        Compatibility.of(reading).ifPresent(found::add);
        counted.ifPresent(c -> found.addAll(c.found()));
        parts.ifPresent(p -> found.addAll(p.found()));
        found.addAll(AxisFindings.of(reading));
        if (found.stream().noneMatch(Finding::blocking)) { // what is missing would fix these too
            gauges.forEach(g -> found.add(g.finding(problem.domain())));
            JointGauge.of(reading).ifPresent(found::add);
            int onParts = parts.map(PartFindings::spare).orElse(0);
            counted.flatMap(c -> CoefficientFindings.of(reading, c.room() + onParts))
                    .ifPresent(found::add);
        }
        system.ifPresent(s -> found.addAll(GrowthFindings.of(reading, s)));
        found.addAll(Balance.of(reading));
        List<Finding> disagreements = DataFindings.of(reading);
        if (!disagreements.isEmpty()) { // which say more of the same
            found.removeIf(f -> f.key().equals(InitialFindings.CONTRADICTING));
        }
        found.addAll(disagreements);
        found.addAll(WrapFindings.of(reading));
        found.addAll(PulseFindings.of(reading));
        found.addAll(Poles.of(reading));
        return List.copyOf(found);
    }
}
