package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.pinn4j.pde.symbol.HalfPlanes;
import org.pinn4j.random.RandomStream;

/**
 * Conditions on the boundary of a shape that is no box, counted for the system as {@link CountFindings} does on ends: at every
 * point as many as its modes that decay along the inward normal.
 */
final class PartFindings {
    private static final int POINTS = 256;
    /** Of these every one has its own normal and coefficients; at the others only conditions are counted. */
    private static final int ASKED = 12;

    private static final int STATES = 4;

    private final Reading reading;
    private final EquationSystem system;
    private final List<Axis> axes;
    private final Running running;
    private final List<Finding> found = new ArrayList<>();
    private int spare;

    PartFindings(Reading reading, EquationSystem system) {
        this.reading = reading;
        this.system = system;
        this.axes = reading.problem().axes();
        this.running = system.running;
        Domain domain = reading.problem().domain();
        domain.partNames().forEach(name -> part(domain.part(name)));
    }

    List<Finding> found() {
        return found;
    }

    /** Conditions beyond those the equations ask for; they may determine coefficients. */
    int spare() {
        return spare;
    }

    private void part(Region part) {
        List<Clause> clauses = reading.clauses().stream()
                .filter(c -> c.part().whole().isBoundary() || c.part().whole().equals(part))
                .toList();
        EndStates states = new EndStates(axes, clauses);
        List<Count> counts = new ArrayList<>();
        List<double[]> points = points(part);
        for (double[] x : points) {
            List<Given> given = given(clauses, x);
            boolean alike = counts.size() >= ASKED && counts.stream().anyMatch(c -> c.given.equals(given));
            if (!alike) {
                counts.add(count(part, states, x, given));
            }
        }
        report(part, counts);
    }

    /** What is asked for and given at a point. */
    private record Count(double[] point, List<Given> given, List<Ask> asks, int[] missing) {
        int lack() {
            return Arrays.stream(missing).sum();
        }

        int excess() {
            return given.size() - asks.stream().mapToInt(Ask::most).sum();
        }
    }

    private List<Given> given(List<Clause> clauses, double[] x) {
        return clauses.stream()
                .filter(c -> c.part().holds(axes, x))
                .map(c -> new Given(c, fields(c), Set.of()))
                .filter(g -> !g.atMin().isEmpty())
                .toList();
    }

    private Set<Field> fields(Clause c) {
        Set<Field> fields = new HashSet<>();
        Leaves.of(c.residual()).statesHere().forEach(s -> fields.add(s.field()));
        fields.retainAll(system.fields);
        return fields;
    }

    private Count count(Region part, EndStates states, double[] x, List<Given> given) {
        double[] normal = new double[axes.size()];
        reading.problem().domain().geometry(part).normal(x, normal);
        HalfPlanes[] least = null;
        HalfPlanes[] most = null;
        List<Linear> known = states.at(x, normal);
        for (int k = 0; k < STATES; k++) {
            HalfPlanes[] sample = sample(x, normal, known, k);
            HalfPlanes[] less = least;
            HalfPlanes[] more = most;
            least = all(b -> less == null ? sample[b] : less[b].least(sample[b]));
            most = all(b -> more == null ? sample[b] : more[b].most(sample[b]));
        }
        List<Ask> asks = new ArrayList<>();
        for (int b = 0; b < least.length; b++) {
            int take = most[b].left() + most[b].slow() + most[b].undecided();
            asks.add(new Ask(system.dependence.blocks().get(b), least[b].left(), 0, 0, 0, take));
        }
        return new Count(x, given, asks, new Supply(system, given, asks).missing(asks));
    }

    private HalfPlanes[] all(java.util.function.IntFunction<HalfPlanes> of) {
        return IntStream.range(0, system.dependence.blocks().size())
                .mapToObj(of)
                .toArray(HalfPlanes[]::new);
    }

    private HalfPlanes[] sample(double[] x, double[] normal, List<Linear> known, int k) {
        RandomStream random = RandomStream.of(1, "part").substream("states " + k / 2);
        int sign = k % 2 == 0 ? 1 : -1;
        double[] inward = Arrays.stream(normal).map(v -> -v).toArray();
        List<Axis> extents =
                axes.stream().map(reading.problem().domain()::extent).toList();
        Symbol symbol = Symbol.of(system, extents, inward, running.time(), random.substream("sample " + k));
        double[] at = system.linear.at(x, EndStates.draw(system.linear.states(), axes, x, known, random, sign));
        double[] inside = system.linear.at(x, EndStates.draw(system.linear.states(), axes, x, List.of(), random, sign));
        return all(b -> symbol.modes(system.dependence.blocks().get(b), at, inside));
    }

    private void report(Region part, List<Count> counts) {
        Count few = counts.get(0);
        Count many = counts.get(0);
        for (Count c : counts) {
            few = c.lack() > few.lack() ? c : few;
            many = c.excess() > many.excess() ? c : many;
        }
        for (int b = 0; b < few.missing.length; b++) {
            if (few.missing[b] > 0) {
                found.add(missing(part, few, few.asks.get(b)));
            }
        }
        spare += Math.max(0, many.excess());
        int free = reading.problem().parameters().size();
        if (few.lack() == 0 && many.excess() > free && system.coefficients.isEmpty()) {
            found.add(surplus(part, many));
        }
    }

    private Finding missing(Region part, Count at, Ask ask) {
        List<Field> fields = system.fields(ask.block());
        long got = at.given.stream()
                .filter(g -> system.sees(g.atMin(), ask.block()))
                .count();
        return system.finding(
                reading,
                "missing-boundary:" + fields.get(0) + ":" + part,
                ask.block(),
                "%s %s %s at every point of '%s', got %d at %s"
                        .formatted(
                                Names.list(fields),
                                fields.size() == 1 ? "needs" : "together need",
                                Names.count(ask.min(), "condition"),
                                part,
                                got,
                                place(at)),
                "add one there");
    }

    private Finding surplus(Region part, Count at) {
        int most = at.asks.stream().mapToInt(Ask::most).sum();
        Field first = at.given.get(0).atMin().iterator().next();
        return new Finding(
                "surplus-boundary:" + first + ":" + part,
                "%s on '%s' at %s where the equations take %d; a solution exists only if they fit together"
                        .formatted(Names.count(at.given.size(), "condition"), part, place(at), most),
                Finding.Severity.NOTE);
    }

    private String place(Count at) {
        return "%s = %s".formatted(Names.tuple(axes), CountWords.text(at.point));
    }

    private List<double[]> points(Region part) {
        Random random = new Random(5);
        Part geometry = reading.problem().domain().geometry(part);
        return IntStream.range(0, POINTS)
                .mapToObj(i -> geometry.point(random::nextDouble))
                .toList();
    }
}
