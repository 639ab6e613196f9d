package org.pinn4j.pde;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.pinn4j.args.Args;

/**
 * Axes in their order. Its hash is known and an axis is found at once, however many there are: fields and points name them by the
 * thousand. Equal to any list of the same axes. Immutable.
 */
final class AxisList extends AbstractList<Axis> implements RandomAccess {
    /** Up to here a walk is faster than a map. */
    private static final int FEW = 8;

    private final Axis[] axes;
    private final int hash;
    private final Map<Axis, Integer> places = new HashMap<>();

    private AxisList(List<Axis> list) {
        axes = list.toArray(Axis[]::new);
        hash = Arrays.hashCode(axes);
        for (int k = axes.length - 1; k >= 0; k--) {
            places.put(axes[k], k);
        }
    }

    /** The same axes in an immutable list that suits their number. */
    static List<Axis> of(List<Axis> list) {
        return list instanceof AxisList known ? known : list.size() <= FEW ? List.copyOf(list) : new AxisList(list);
    }

    /** As {@link Args#list}, without a walk where none of them can be null. */
    static void given(List<Axis> axes) {
        if (!(axes instanceof AxisList)) {
            Args.list(axes, "axes");
        }
    }

    @Override
    public Axis get(int k) {
        return axes[k];
    }

    @Override
    public int size() {
        return axes.length;
    }

    @Override
    public int indexOf(Object axis) {
        return axis instanceof Axis a ? places.getOrDefault(a, -1) : -1;
    }

    @Override
    public boolean contains(Object axis) {
        return indexOf(axis) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || !(other instanceof AxisList list && (hash != list.hash || axes.length != list.axes.length))
                        && super.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
