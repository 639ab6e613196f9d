package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.random.RandomStream;

/**
 * Sources and data that rise without end inside of an axis and have no integral there, as 1/(x − ½): a weak form has no meaning,
 * and no equation says what holds across the place. A root of a pole, 1/√|x|, has an integral and is none; nor is a pole at an
 * end, where a condition stands, or in a coefficient, as 1/r in polar coordinates.
 */
final class Poles {
    private static final int LINES = 3;

    private Poles() {}

    static List<Finding> of(Reading reading) {
        List<Finding> found = new ArrayList<>();
        for (Clause clause : Many.clauses(reading)) {
            if (clause.part().data().isEmpty()) {
                of(reading.problem().domain(), clause)
                        .filter(f -> found.stream().noneMatch(g -> g.key().equals(f.key()))) // of another side
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Finding> of(Domain domain, Clause clause) {
        Expr source = source(clause.residual());
        RandomStream random = RandomStream.of(1, "poles");
        Lines lines = new Lines(domain, clause);
        List<Axis> axes = domain.axes();
        List<Axis> moving = lines.moving(source);
        for (int line = 0; line < (axes.size() > 1 ? LINES : 1); line++) {
            double[] base = lines.base(random);
            for (Axis along : moving) {
                Optional<Double> pole = new PulseSearch(source, axes, along, base, 1).pole();
                if (pole.isPresent()) {
                    return pole.map(c -> finding(clause.condition(), source, along, c));
                }
            }
        }
        return Optional.empty();
    }

    /** The terms without any unknown. */
    private static Expr source(Expr residual) {
        List<Expr> terms = residual instanceof Sum sum ? sum.terms() : List.of(residual);
        return Sum.of(terms.stream().filter(Node::known).toArray(Expr[]::new));
    }

    private static Finding finding(Condition condition, Expr source, Axis along, double at) {
        return new Finding(
                "singular:" + condition.name(),
                ("%s: %s rises without end at %s = %s and has no integral there, so that nothing says what holds across it; take"
                                + " two domains with a condition between them, smooth it, or acknowledge it")
                        .formatted(condition.name(), source, along, Printer.number((float) at)),
                Finding.Severity.BLOCKING);
    }
}
