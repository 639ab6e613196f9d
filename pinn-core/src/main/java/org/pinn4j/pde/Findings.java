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
        List<Finding> found = new ArrayList<>(
                EquationFindings.of(reading, counted.map(CountFindings::spare).orElse(0)));
        Compatibility.of(reading).ifPresent(found::add);
        counted.ifPresent(c -> found.addAll(c.found()));
        system.ifPresent(s -> found.addAll(PartFindings.of(reading, s)));
        found.addAll(AxisFindings.of(reading));
        if (found.stream().noneMatch(Finding::blocking)) { // what is missing would fix the constants too
            gauges.forEach(g -> found.add(g.finding()));
        }
        found.addAll(Balance.of(reading));
        found.addAll(DataFindings.of(reading));
        found.addAll(WrapFindings.of(reading));
        found.addAll(PulseFindings.of(reading));
        return List.copyOf(found);
    }
}
