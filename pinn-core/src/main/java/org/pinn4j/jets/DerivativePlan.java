package org.pinn4j.jets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Taylor channels that the equations of a region need, and no others: the downward closure of their multi-indices,
 * channel 0 the value. A channel holds the normalised coefficient u_α = ∂^α u/α!; a collapsed one holds Σ c_i ∂_i² u as it is.
 *
 * <p>Everything the sweeps need is one table: the terms (out, left, right, factor) of the truncated product,
 * (fg)_out = Σ factor·f_left·g_right. The chain rule of an activation is the same table, δa = s * δz with s = σ'(z) as
 * a jet, and so is its transpose. Source: Griewank and Walther, Evaluating Derivatives (2008), ch. 13.
 */
public final class DerivativePlan {
    /** One term of the truncated product. */
    record Term(int out, int left, int right, double factor) {}

    private final int axes;
    private final List<List<Integer>> indices;
    private final List<double[]> collapsed;
    private final Map<List<Integer>, Integer> channelOf = new LinkedHashMap<>();
    private final Term[] terms;
    private final int order;

    private DerivativePlan(int axes, List<List<Integer>> indices, List<double[]> collapsed) {
        this.axes = axes;
        this.indices = indices;
        this.collapsed = collapsed;
        for (List<Integer> index : indices) {
            channelOf.put(index, channelOf.size());
        }
        this.terms = productTerms();
        this.order = highestOrder();
    }

    private DerivativePlan(DerivativePlan other, Term[] terms) {
        this.axes = other.axes;
        this.indices = other.indices;
        this.collapsed = other.collapsed;
        this.channelOf.putAll(other.channelOf);
        this.terms = terms;
        this.order = other.order;
    }

    /** The same channels with another table: what a check of the tables has to notice. */
    DerivativePlan withTerms(Term[] changed) {
        return new DerivativePlan(this, changed.clone());
    }

    private int highestOrder() {
        return Math.max(
                collapsed.isEmpty() ? 0 : 2,
                indices.stream().mapToInt(DerivativePlan::total).max().orElse(0));
    }

    /** The plan for the given multi-indices (each as long as {@code axes}) and everything below them. */
    public static DerivativePlan of(int axes, Collection<List<Integer>> needed) {
        return of(axes, needed, List.of());
    }

    /**
     * The same with collapsed channels Σ c_i ∂_i² at the end.
     * @param collapsed weights c by axis, one array per channel; needs all {@code needed} of order two at most
     */
    public static DerivativePlan of(int axes, Collection<List<Integer>> needed, List<double[]> collapsed) {
        TreeSet<List<Integer>> closure = new TreeSet<>(Comparator.<List<Integer>>comparingInt(DerivativePlan::total)
                .thenComparing(DerivativePlan::lexicographic));
        closure.add(Collections.nCopies(axes, 0));
        for (List<Integer> index : needed) {
            if (index.size() != axes) {
                throw new IllegalArgumentException("multi-index %s: need %d entries".formatted(index, axes));
            }
            addBelow(closure, index);
        }
        for (double[] weights : collapsed) {
            for (int k = 0; k < axes; k++) {
                if (weights[k] != 0) {
                    addBelow(closure, unit(axes, k));
                }
            }
        }
        if (!collapsed.isEmpty() && total(closure.last()) > 2) {
            throw new IllegalArgumentException("collapsed channels stand beside orders of two at most, got " + needed);
        }
        return new DerivativePlan(
                axes,
                List.copyOf(closure),
                collapsed.stream().map(double[]::clone).toList());
    }

    private static int lexicographic(List<Integer> a, List<Integer> b) {
        for (int k = 0; k < a.size(); k++) {
            if (!a.get(k).equals(b.get(k))) {
                return Integer.compare(b.get(k), a.get(k));
            }
        }
        return 0;
    }

    private static void addBelow(Set<List<Integer>> closure, List<Integer> index) {
        if (!closure.add(List.copyOf(index))) {
            return;
        }
        for (int k = 0; k < index.size(); k++) {
            if (index.get(k) > 0) {
                List<Integer> lower = new ArrayList<>(index);
                lower.set(k, lower.get(k) - 1);
                addBelow(closure, lower);
            }
        }
    }

    static List<Integer> unit(int axes, int axis) {
        List<Integer> index = new ArrayList<>(Collections.nCopies(axes, 0));
        index.set(axis, 1);
        return List.copyOf(index);
    }

    private static int total(List<Integer> index) {
        return index.stream().mapToInt(Integer::intValue).sum();
    }

    private Term[] productTerms() {
        List<Term> result = new ArrayList<>();
        for (int out = 0; out < indices.size(); out++) {
            List<Integer> index = indices.get(out);
            TreeSet<Integer> below = new TreeSet<>();
            collectBelow(index, 0, new ArrayList<>(index), below);
            for (int left : below) {
                result.add(new Term(out, left, channelOf.get(minus(index, indices.get(left))), 1));
            }
        }
        for (int k = 0; k < collapsed.size(); k++) { // Λ(fg) = fΛg + gΛf + 2 Σ c_i f_i g_i
            int out = indices.size() + k;
            result.add(new Term(out, 0, out, 1));
            result.add(new Term(out, out, 0, 1));
            for (int axis = 0; axis < axes; axis++) {
                double weight = collapsed.get(k)[axis];
                if (weight != 0) {
                    int first = channelOf.get(unit(axes, axis));
                    result.add(new Term(out, first, first, 2 * weight));
                }
            }
        }
        return result.toArray(Term[]::new);
    }

    /** The channels of all multi-indices that are nowhere above another one: of d axes all but a few are zero. */
    private void collectBelow(List<Integer> index, int from, List<Integer> part, Set<Integer> below) {
        int axis = from;
        while (axis < axes && index.get(axis) == 0) {
            axis++;
        }
        if (axis == axes) {
            below.add(channelOf.get(part));
            return;
        }
        for (int o = 0; o <= index.get(axis); o++) {
            part.set(axis, o);
            collectBelow(index, axis + 1, part, below);
        }
    }

    private static List<Integer> minus(List<Integer> a, List<Integer> b) {
        List<Integer> difference = new ArrayList<>(a);
        for (int k = 0; k < a.size(); k++) {
            difference.set(k, a.get(k) - b.get(k));
        }
        return difference;
    }

    /** Number of axes of the multi-indices. */
    public int axes() {
        return axes;
    }

    /** Number of channels C. */
    public int channels() {
        return indices.size() + collapsed.size();
    }

    /** The highest total order of derivatives among the channels. */
    public int order() {
        return order;
    }

    /** The channel of a multi-index, or −1. */
    public int channel(List<Integer> index) {
        return channelOf.getOrDefault(index, -1);
    }

    /** The multi-index of a channel that is not collapsed. */
    public List<Integer> index(int channel) {
        return indices.get(channel);
    }

    public boolean isCollapsed(int channel) {
        return channel >= indices.size();
    }

    /** The weights c of a collapsed channel, by axis. */
    public double[] weights(int channel) {
        return collapsed.get(channel - indices.size()).clone();
    }

    /** The collapsed channel with these weights, or −1. */
    public int collapsedChannel(double[] weights) {
        for (int k = 0; k < collapsed.size(); k++) {
            if (Arrays.equals(collapsed.get(k), weights)) {
                return indices.size() + k;
            }
        }
        return -1;
    }

    /** α!: what turns the channel into the plain derivative; 1 for a collapsed one. */
    public double factorial(int channel) {
        double product = 1;
        if (!isCollapsed(channel)) {
            for (int o : indices.get(channel)) {
                for (int k = 2; k <= o; k++) {
                    product *= k;
                }
            }
        }
        return product;
    }

    Term[] terms() {
        return terms.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DerivativePlan p
                && indices.equals(p.indices)
                && Arrays.deepEquals(collapsed.toArray(), p.collapsed.toArray());
    }

    @Override
    public int hashCode() {
        return indices.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<Integer> index : indices) {
            text.append(text.isEmpty() ? "" : " ").append(index);
        }
        collapsed.forEach(c -> text.append(" collapsed").append(Arrays.toString(c)));
        return text.toString();
    }
}
