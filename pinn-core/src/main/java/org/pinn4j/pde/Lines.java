package org.pinn4j.pde;

import java.util.List;
import java.util.Set;
import org.pinn4j.random.RandomStream;

/** Lines on which a known function of a clause is looked at: through points of the place, on the clause's end of a box. */
record Lines(Domain domain, Clause clause) {
    /** The axes along which it may change there. */
    List<Axis> moving(Expr function) {
        Set<Axis> varying = Leaves.of(function).axes();
        return Many.some(domain.axes()).stream()
                .filter(a -> varying.contains(a) && a.isBounded())
                .filter(a -> clause.part().face().map(f -> !f.axis().equals(a)).orElse(true))
                .toList();
    }

    /** A point of the next line. */
    double[] base(RandomStream random) {
        double[] base = domain.geometry(Region.interior()).point(random::nextDouble);
        clause.part().face().ifPresent(f -> base[domain.axes().indexOf(f.axis())] = f.coordinate());
        return base;
    }
}
