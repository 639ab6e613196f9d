package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.pinn4j.random.RandomStream;

/**
 * Too few conditions, or too many, on the ends of each axis, counted as the system of equations needs them.
 *
 * <p>A system needs on an end as many conditions as it has modes that decay from there into the domain ({@link Symbol}), whoever
 * of its fields they name: E_t = −H_x, H_t = −E_x takes one condition at each wall, on E or on H; −ν∇²u + ∇p = 0, ∇·u = 0 takes
 * two, and none on p; r² u_rr + r u_r + u_φφ = 0 takes none at r = 0. Fields that determine each other form a block, and a
 * condition counts for a block if it names one of its fields or one that hangs on it ({@link Supply}). Time takes as many as the determinant
 * of the symbol has powers of τ: one for each evolving field, none for a pressure.
 *
 * <p>The finding blocks only where at some place every sample of states falls short, nothing measured can make up for it,
 * and the equations are as many as the fields; modes that neither decay nor grow, as those of steady flow, are worth a note.
 * Where there are more equations than fields no conditions are counted, see {@link Compatibility}.
 */
final class CountFindings {
    /** Of many axes of one kind. */
    private static final int ALIKE = 2;

    private final Reading reading;
    private final EquationSystem system;
    private final Collection<Field> loose;
    private final List<Finding> found = new ArrayList<>();
    private final Map<Kind, int[]> alike = new HashMap<>();
    private int spare;
    private int room;

    /** What is asked for and given at one place of the ends of an axis, and how much of it is missing. */
    record Count(double[] place, List<Given> given, List<Ask> asks, int[] missing) {
        static Count of(EquationSystem system, double[] place, List<Given> given, List<Ask> asks) {
            return new Count(place, given, asks, new Supply(system, given, asks).missing(asks));
        }

        int lack() {
            return Arrays.stream(missing).sum();
        }

        int most() {
            return asks.stream().mapToInt(Ask::most).sum();
        }

        /** Beyond the fewest that the equations can do with. */
        int excess() {
            return given.size() - asks.stream().mapToInt(Ask::total).sum();
        }
    }

    CountFindings(Reading reading, EquationSystem system, Collection<Field> loose) {
        this.reading = reading;
        this.system = system;
        this.loose = loose;
        for (Axis axis : reading.problem().axes()) {
            if (Many.has(reading.problem().axes())) {
                countAlike(axis);
            } else {
                count(axis);
            }
        }
    }

    /** What one of many axes has in common with others that are counted as it is. */
    private record Kind(Axis.Kind kind, List<Integer> orders, List<Object> given, boolean ends, boolean periodic) {}

    /** Axes of one kind after the first few as the first, as far as it has no finding. */
    private void countAlike(Axis axis) {
        Kind kind = new Kind(
                axis.kind(),
                reading.fields().stream().map(f -> reading.order(f, axis)).toList(),
                Given.on(reading, axis).stream()
                        .map(g -> (Object) List.of(g.clause().condition(), g.atMin(), g.atMax()))
                        .toList(),
                reading.problem().domain().hasEnds(axis),
                reading.periodic().contains(axis));
        int[] before = alike.computeIfAbsent(kind, k -> new int[3]);
        if (before[0]++ < ALIKE) {
            int spares = spare;
            int rooms = room;
            count(axis);
            before[1] = spare - spares;
            before[2] = room - rooms;
        } else {
            spare += before[1];
            room += before[2];
        }
    }

    List<Finding> found() {
        return found;
    }

    /** Conditions beyond those the equations ask for; they may determine coefficients. */
    int spare() {
        return spare;
    }

    /** Conditions beyond the fewest that the equations can do with, those on ends that continue each other among them. */
    int room() {
        return room;
    }

    private void count(Axis axis) {
        boolean ends =
                axis.isTime() || axis.isSpace() && reading.problem().domain().hasEnds(axis);
        if (!ends || reading.periodic().contains(axis)) {
            room += onPeriodic(axis);
            return;
        }
        Places places = Places.of(reading, system, axis);
        List<Count> inside = counts(axis, places.all());
        List<Count> all = new ArrayList<>(inside);
        all.addAll(counts(axis, places.first()));
        boolean marked = places.all().size() > 1;
        Count worst = worst(all);
        report(worst, axis, marked, false);
        if (worst.lack() == 0) {
            Count doubtful = worst(all.stream().map(this::doubted).toList());
            report(doubtful, axis, marked, true);
        }
        surplus(axis, inside);
        room += Math.max(0, inside.stream().mapToInt(Count::excess).max().orElse(0));
        if (found.isEmpty() && !axis.isTime()) {
            int order = inside.stream().mapToInt(Count::most).max().orElse(0);
            timeInDisguise(axis, order).ifPresent(found::add);
        }
    }

    /** The phase of a wave, a value where it passes. */
    private int onPeriodic(Axis axis) {
        return (int) reading.clauses().stream()
                .filter(c -> c.part().isEndOf(axis) && !c.isWrap())
                .map(Clause::condition)
                .distinct()
                .count();
    }

    private List<Count> counts(Axis axis, List<double[]> places) {
        Asking asking = new Asking(system, reading, axis);
        RandomStream random = RandomStream.of(1, "conditions counted").substream(axis.name());
        List<Count> counts = new ArrayList<>();
        for (double[] place : places) {
            List<Given> given = given(Given.at(reading, axis, place));
            boolean alike = counts.size() >= Places.VARIED && counts.stream().anyMatch(c -> c.given.equals(given));
            if (!alike) {
                List<Ask> asks = asking.at(place, random.substream("place " + counts.size()));
                counts.add(Count.of(system, place, given, asks));
            }
        }
        return counts;
    }

    private List<Given> given(List<Given> all) {
        return all.stream()
                .filter(g -> g.at(Region.Side.BOTH).stream().anyMatch(system.fields::contains))
                .toList();
    }

    private Count doubted(Count c) {
        return Count.of(
                system, c.place, c.given, c.asks.stream().map(Ask::doubted).toList());
    }

    private static Count worst(List<Count> counts) {
        Count worst = counts.get(0);
        for (Count c : counts) {
            worst = c.lack() > worst.lack() ? c : worst;
        }
        return worst;
    }

    private void report(Count count, Axis axis, boolean marked, boolean doubtful) {
        CountWords words = new CountWords(reading, system, loose, axis, count, marked, doubtful);
        for (int b = 0; b < count.missing.length; b++) {
            if (count.missing[b] > 0) {
                found.add(words.finding(count.asks.get(b)));
            }
        }
    }

    private void surplus(Axis axis, List<Count> counts) {
        int all = counts.stream().mapToInt(Count::most).max().orElse(0);
        ToIntFunction<Count> take =
                c -> system.linear.nonlinear() ? all : c.most(); // a state may be met at another place
        Count most = counts.stream()
                .max(Comparator.comparingInt(c -> c.given.size() - take.applyAsInt(c)))
                .orElseThrow();
        int excess = most.given.size() - take.applyAsInt(most);
        spare += Math.max(0, excess);
        int free = reading.problem().parameters().size() + system.coefficients.size();
        if (axis.isTime() && excess > 0 && free == 0) {
            initialSurplus(axis, most);
        } else if (excess > free && system.coefficients.isEmpty()) {
            Field first = most.given.get(0).at(Region.Side.BOTH).iterator().next();
            found.add(new Finding(
                    "surplus-boundary:" + first + ":" + axis,
                    "%s on the ends of %s where the equations take %d; a solution exists only if they fit together"
                            .formatted(Names.count(most.given.size(), "condition"), axis, take.applyAsInt(most)),
                    Finding.Severity.NOTE));
        }
    }

    private void initialSurplus(Axis time, Count count) {
        Running running = system.running;
        if (!running.open() && time.equals(running.origin().axis())) {
            String words = "%s where the equations take %d"
                    .formatted(Names.count(count.given.size(), "initial condition"), count.most());
            InitialFindings.of(reading, running.origin(), words).ifPresent(found::add);
        }
    }

    /** All conditions at one end of the only axis that has that: an evolution from there, better stated as one. */
    private Optional<Finding> timeInDisguise(Axis axis, int order) {
        List<Given> given = given(Given.on(reading, axis));
        boolean oneSided = !given.isEmpty()
                && given.stream().allMatch(g -> g.atMax().isEmpty())
                && reading.problem().time().isEmpty();
        boolean twoSided = reading.problem().spaceAxes().stream()
                .filter(a -> !a.equals(axis))
                .allMatch(a -> reading.periodic().contains(a)
                        || reading.clausesOn(a, Region.Side.MIN).size() > 0
                                && reading.clausesOn(a, Region.Side.MAX).size() > 0);
        if (!oneSided || !twoSided || order == 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "initial-value:" + axis,
                ("every condition on %s stands at %s, as in an initial value problem; state the axis as"
                                + " Axis.time(\"%s\", %s, %s), so that values and slopes at its start are met exactly")
                        .formatted(
                                axis,
                                new Region.Face(axis, Region.Side.MIN),
                                axis,
                                Printer.number(axis.min()),
                                Printer.number(axis.max())),
                Finding.Severity.NOTE));
    }
}
