package org.pinn4j.validation.kept;

import java.util.Optional;
import java.util.function.Supplier;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.solution.Reference;

/** A reference known on a grid, computed only when somebody asks for another point. Safe to share. */
final class KeptReference implements Reference {
    private final KeptValues values;
    private final Supplier<? extends Reference> computed;
    private Reference elsewhere;

    KeptReference(KeptValues values, Supplier<? extends Reference> computed) {
        this.values = values;
        this.computed = computed;
    }

    @Override
    public String kind() {
        return values.kind();
    }

    @Override
    public boolean knows(Field field) {
        return values.knows(field);
    }

    @Override
    public double floor() {
        return values.floor();
    }

    @Override
    public double[] values(Field field, double[] x, int n) {
        return values.at(field, Optional.empty(), x, n)
                .orElseGet(() -> elsewhere().values(field, x, n));
    }

    @Override
    public Optional<double[]> derivative(Field field, Axis by, double[] x, int n) {
        if (!values.hasSlope(field, by)) {
            return Optional.empty();
        }
        Optional<double[]> known = values.at(field, Optional.of(by), x, n);
        return known.isPresent() ? known : elsewhere().derivative(field, by, x, n);
    }

    private synchronized Reference elsewhere() {
        if (elsewhere == null) {
            elsewhere = computed.get();
        }
        return elsewhere;
    }
}
