package org.pinn4j.pde;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinn4j.random.RandomStream;

/** An equation that says nothing, because both sides are the same whatever the fields are, or that an earlier one says already. */
final class Redundancy {
    private static final int SAMPLES = 8;

    private final Stated stated;
    private final Problem problem;
    private final Condition condition;

    private Redundancy(Stated stated, Condition condition) {
        this.stated = stated;
        this.problem = stated.place();
        this.condition = condition;
    }

    /** What is wrong, if anything is. */
    static Optional<String> of(Stated stated, Condition condition) {
        Redundancy redundancy = new Redundancy(stated, condition);
        return redundancy.empty()
                ? Optional.of("both sides are the same, which is no equation; correct one of them")
                : redundancy.repeated();
    }

    private boolean empty() {
        Equation e = condition.equation();
        return e.left().equals(e.right()) || identical(e);
    }

    /** Equal for random values of all that an equation may contain, wherever both are numbers. */
    private boolean identical(Equation e) {
        RandomStream random = RandomStream.of(1, "redundancy");
        boolean seen = false;
        for (double[] point : places()) {
            Evaluation at = sample(point, random);
            double left = at.evaluate(e.left());
            double right = at.evaluate(e.right());
            double bound = Agreement.IDENTICAL * (Math.abs(left) + Math.abs(right));
            if (Math.abs(left - right) > bound) {
                return false;
            }
            seen |= Double.isFinite(left - right);
        }
        return seen;
    }

    private List<double[]> places() {
        return stated.inside(condition.region()).points().subList(0, SAMPLES);
    }

    private Evaluation sample(double[] point, RandomStream random) {
        Map<Object, Double> drawn = new HashMap<>();
        return Evaluation.at(problem.axes(), point)
                .withStates((field, orders) -> draw(drawn, random, field, orders))
                .withTraces((region, field, orders) -> draw(drawn, random, region, field, orders))
                .withParameters(p -> p.value(p.unbounded(p.start()) + draw(drawn, random, p)))
                .withNormal(problem.axes().stream()
                        .mapToDouble(a -> random.nextGaussian())
                        .toArray())
                .withMeasurement(random.nextGaussian());
    }

    private static double draw(Map<Object, Double> drawn, RandomStream random, Object... what) {
        return drawn.computeIfAbsent(Arrays.asList(what), w -> random.nextGaussian());
    }

    /** Readings may be taken twice; an equation that holds on a region says nothing new there. */
    private Optional<String> repeated() {
        Equation own = condition.equation();
        Equation turned = new Equation(/* left= */ own.right(), /* right= */ own.left());
        return Stream.of(own, turned)
                .flatMap(e -> stated.equal(e).stream())
                .filter(c -> condition.region().data().isEmpty() && covers(c.region(), condition.region()))
                .findFirst()
                .map(c -> "it repeats '%s', which says so already; leave it out".formatted(c.name()));
    }

    private boolean covers(Region whole, Region part) {
        List<Region.Face> ends = Reading.ends(problem, part);
        return whole.equals(part)
                || !ends.isEmpty() && Reading.ends(problem, whole).containsAll(ends);
    }
}
