package org.pinn4j.pde;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Orders of a derivative by axis, of which all but a few are zero: its size, hash and comparison follow from those that are not, so
 * that the d derivatives of a field of d axes cost d and not d². Equal to any list of the same numbers. Immutable.
 */
final class Orders extends AbstractList<Integer> implements RandomAccess {
    private final int size;
    private final int[] at; // rising
    private final int[] order; // none is zero
    private final int hash;

    private Orders(int size, int[] at, int[] order) {
        this.size = size;
        this.at = at;
        this.order = order;
        int sum = power31(size);
        for (int k = 0; k < at.length; k++) {
            sum += order[k] * power31(size - 1 - at[k]);
        }
        this.hash = sum;
    }

    static Orders of(List<Integer> orders) {
        if (orders instanceof Orders known) {
            return known;
        }
        int[] all = orders.stream().mapToInt(Integer::intValue).toArray();
        int[] at = new int[all.length];
        int[] order = new int[all.length];
        int n = 0;
        for (int k = 0; k < all.length; k++) {
            if (all[k] != 0) {
                at[n] = k;
                order[n++] = all[k];
            }
        }
        return new Orders(all.length, Arrays.copyOf(at, n), Arrays.copyOf(order, n));
    }

    /** All zero. */
    static Orders none(int size) {
        return new Orders(size, new int[0], new int[0]);
    }

    /** One more along an axis. */
    Orders raised(int axis) {
        return raised(axis, 1);
    }

    /** Some more along an axis. */
    Orders raised(int axis, int by) {
        if (by == 0) {
            return this;
        }
        int k = Arrays.binarySearch(at, axis);
        if (k >= 0) {
            int[] more = order.clone();
            more[k] += by;
            return new Orders(size, at, more);
        }
        int[] places = Arrays.copyOf(at, at.length + 1);
        int[] orders = Arrays.copyOf(order, order.length + 1);
        int to = -k - 1;
        System.arraycopy(at, to, places, to + 1, at.length - to);
        System.arraycopy(order, to, orders, to + 1, at.length - to);
        places[to] = axis;
        orders[to] = by;
        return new Orders(size, places, orders);
    }

    /** The axes along which an order is not zero, rising. */
    int[] along() {
        return at.clone();
    }

    int total() {
        int sum = 0;
        for (int o : order) {
            sum += o;
        }
        return sum;
    }

    /** 31^n as an int: the hash of a list is a polynomial in 31. */
    private static int power31(int n) {
        int result = 1;
        int base = 31;
        for (int k = n; k > 0; k >>= 1) {
            result *= (k & 1) == 1 ? base : 1;
            base *= base;
        }
        return result;
    }

    @Override
    public Integer get(int axis) {
        int k = Arrays.binarySearch(at, axis);
        return k < 0 ? 0 : order[k];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        if (other instanceof Orders o) {
            return hash == o.hash && size == o.size && Arrays.equals(at, o.at) && Arrays.equals(order, o.order);
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
