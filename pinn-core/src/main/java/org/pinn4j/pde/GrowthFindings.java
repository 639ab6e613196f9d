package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.symbol.HalfPlanes;
import org.pinn4j.random.RandomStream;

/**
 * Evolutions whose short waves grow without bound, as those of u_t = −u_xx: no solution depends continuously on its initial
 * data. Source: Hadamard, Lectures on Cauchy's Problem (1923); of the criterion, Petrovsky, Moscow University Bulletin A 1 (1938).
 */
final class GrowthFindings {
    private static final int STATES = 12;
    /** Waves so short that lower orders, which may grow, are nothing beside the highest. */
    private static final double SHORT = 1e7;
    /** A root of higher multiplicity is not known well enough. */
    private static final int MOST_IN_BLOCK = 5;

    private final EquationSystem system;
    private final List<Axis> axes;
    private final List<Axis> extents;
    private final Domain domain;
    private final Running running;
    private final Axis time;

    private GrowthFindings(Reading reading, EquationSystem system, Axis time) {
        this.system = system;
        this.domain = reading.problem().domain();
        this.axes = domain.axes();
        this.extents = axes.stream().map(domain::extent).toList();
        this.running = system.running;
        this.time = time;
    }

    static List<Finding> of(Reading reading, EquationSystem system) {
        List<Finding> found = new ArrayList<>();
        Optional<Axis> time = reading.problem().time();
        if (time.isEmpty() || reading.initial().isEmpty()) {
            return found;
        }
        GrowthFindings findings = new GrowthFindings(reading, system, time.get());
        if (!findings.running.open()) {
            system.dependence.blocks().stream()
                    .filter(b -> b.length <= MOST_IN_BLOCK && findings.grows(b))
                    .forEach(b -> found.add(findings.finding(system.fields(b))));
        }
        return found;
    }

    /** In every state that the initial data allow. */
    private boolean grows(int[] block) {
        RandomStream random = RandomStream.of(1, "short waves");
        Agreement start = Agreement.on(domain, "short waves").on(running.origin());
        for (int k = 0; k < STATES; k++) {
            HalfPlanes modes = modes(block, start.points().get(k), random.substream("state " + k));
            if ((running.forward() ? modes.right() : modes.left()) == 0) {
                return false;
            }
        }
        return true;
    }

    private HalfPlanes modes(int[] block, double[] point, RandomStream random) {
        double[] direction = new double[axes.size()];
        direction[axes.indexOf(time)] = 1;
        Symbol symbol = Symbol.of(system, extents, direction, new int[axes.size()], SHORT, random);
        double[] state = EndStates.draw(system.linear.states(), axes, point, running.initial(point), random, 1);
        double[] coefficients = system.linear.at(point, state);
        return symbol.modes(block, coefficients, coefficients);
    }

    private Finding finding(List<Field> fields) {
        String from = running.forward() ? "start" : "end";
        String to = running.forward() ? "end" : "start";
        return new Finding(
                "ill-posed:" + fields.get(0),
                ("from %s.%s() short waves of %s grow the faster the shorter they are: the solution does not depend"
                                + " continuously on its data there; correct a sign, or state them on %s.%s()")
                        .formatted(time, from, Names.list(fields), time, to),
                Finding.Severity.NOTE);
    }
}
