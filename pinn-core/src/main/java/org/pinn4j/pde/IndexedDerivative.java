package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pinn4j.args.Args;

/** A derivative of a field along the coordinates that an index names, u_{x_i x_i}. @param along in the order of a text */
record IndexedDerivative(Derivative of, List<Component> along) implements Indexed {
    IndexedDerivative {
        along = List.copyOf(along);
    }

    /** One more derivative of a state, which may be one of these already. */
    static IndexedDerivative of(Expr state, Component by) {
        IndexedDerivative before = state instanceof IndexedDerivative p ? p : null;
        Derivative plain = before == null ? Derivative.of(state) : before.of;
        List<Component> along = new ArrayList<>(before == null ? List.of() : before.along);
        along.add(by);
        along.sort((a, b) -> a.toString().compareTo(b.toString())); // derivatives commute
        Field field = plain.field();
        if (!field.axes().containsAll(by.axes().all())) {
            throw new IllegalArgumentException("%s.d(%s): field %s has not the axes %s among its own, %s"
                    .formatted(state, by, field, by.axes(), Axes.tuple(field.axes())));
        }
        return new IndexedDerivative(plain, along);
    }

    @Override
    public Expr at(int i) {
        Expr result = of.total() == 0 ? of.field() : of;
        for (Component c : along) {
            result = result.d(c.at(i));
        }
        return result;
    }

    @Override
    public IndexedDerivative with(UnaryOperator<Index> places) {
        return new IndexedDerivative(of, along.stream().map(c -> c.with(places)).toList());
    }

    @Override
    public void check(int from, int to) {
        along.forEach(c -> c.check(from, to));
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return new IndexedDerivative((Derivative) of.d(by), along);
    }

    /** {@code u_{t,x[i],x[i]}}. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        for (int k : Orders.of(of.orders()).along()) {
            for (int o = 0; o < of.orders().get(k); o++) {
                names.add(of.field().axes().get(k).name());
            }
        }
        along.forEach(c -> names.add(c.toString()));
        return of.field().name() + "_{" + String.join(",", names) + "}";
    }
}
