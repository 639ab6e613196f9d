package org.pinn4j.jets;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.jets.DerivativePlan.Term;
import org.pinn4j.network.Activation;

/**
 * Truncated Taylor arithmetic on a tile held channel by channel: {@code v[c][f·n + i]}, so that an operation on a channel is
 * one loop over all features and points. It runs over ranges of {@value #BLOCK} numbers, whose rows stay in the first-level
 * cache while the chain rule uses them.
 */
final class TileAlgebra {
    private static final int BLOCK = 384;

    /** Terms that share one written channel, as parallel arrays. */
    private record Row(int[] first, int[] second, double[] factor) {}

    private final int channels;
    private final int order;
    private final Row[] product; // written: out;   first: left, second: right
    private final Row[] transpose; // written: right; first: left, second: out; without the term of s_0
    private final Row[] fullTranspose;
    private final Row[] quadratic; // half the square of the part without constant: written out; pairs left <= right
    private final int[] total; // order of each channel's derivative
    private final double[][] sigma;
    private final double[][] scratchSigma;
    private final double[] q;
    private final double[][] copy;
    private final double[][] powers;
    private final double[][] nextPowers;

    /** @param size numbers of a channel of the widest value */
    TileAlgebra(DerivativePlan plan, int size) {
        Term[] terms = plan.terms();
        channels = plan.channels();
        order = plan.order();
        product = rows(terms, 0);
        fullTranspose = rows(terms, 1);
        transpose = rows(Arrays.stream(terms).filter(t -> t.out() != t.right()).toArray(Term[]::new), 1);
        quadratic = rows(Jets.squares(terms), 0);
        total = totals(plan);
        sigma = new double[order + 2][];
        scratchSigma = new double[order + 2][size];
        q = new double[size];
        copy = new double[order > 2 ? channels : 0][size];
        powers = new double[order > 2 ? channels : 0][size];
        nextPowers = new double[order > 2 ? channels : 0][size];
    }

    private static int[] totals(DerivativePlan plan) {
        int[] totals = new int[plan.channels()];
        Arrays.setAll(
                totals,
                c -> plan.isCollapsed(c)
                        ? 2
                        : plan.index(c).stream().mapToInt(Integer::intValue).sum());
        return totals;
    }

    /** Groups by the written channel: 0 = out, 1 = right. */
    private Row[] rows(Term[] terms, int written) {
        Row[] result = new Row[channels];
        for (int c = 0; c < channels; c++) {
            int channel = c;
            List<Term> mine = Arrays.stream(terms)
                    .filter(t -> (written == 0 ? t.out() : t.right()) == channel)
                    .toList();
            result[c] = new Row(
                    mine.stream().mapToInt(Term::left).toArray(),
                    mine.stream()
                            .mapToInt(t -> written == 0 ? t.right() : t.out())
                            .toArray(),
                    mine.stream().mapToDouble(Term::factor).toArray());
        }
        return result;
    }

    /** h = f * g, or h += with {@code add}; h is none of the others. */
    void multiply(int size, double[][] f, double[][] g, double[][] h, boolean add) {
        bilinear(product, size, f, g, h, add);
    }

    /** The transposed product: z̄_right (+)= Σ factor·s_left·ā_out; z̄ is none of the others. */
    void multiplyTransposed(int size, double[][] s, double[][] abar, double[][] zbar, boolean add) {
        bilinear(fullTranspose, size, s, abar, zbar, add);
    }

    private void bilinear(Row[] rows, int size, double[][] f, double[][] g, double[][] h, boolean add) {
        for (int from = 0; from < size; from += BLOCK) {
            int to = Math.min(from + BLOCK, size);
            for (int c = 0; c < channels; c++) {
                if (!add) {
                    Arrays.fill(h[c], from, to, 0);
                }
                addTerms(rows[c], 0, from, to, f, g, h[c]);
            }
        }
    }

    private static void addTerms(Row row, int k0, int from, int to, double[][] f, double[][] g, double[] out) {
        int[] first = row.first;
        int[] second = row.second;
        double[] factor = row.factor;
        int k = k0;
        for (; k + 1 < first.length; k += 2) {
            TileLoops.addProducts(
                    from,
                    to,
                    factor[k],
                    f[first[k]],
                    g[second[k]],
                    factor[k + 1],
                    f[first[k + 1]],
                    g[second[k + 1]],
                    out);
        }
        if (k < first.length) {
            TileLoops.addProduct(from, to, factor[k], f[first[k]], g[second[k]], out);
        }
    }

    /**
     * The same in place, z̄ in the arrays of ā: channel by channel upwards, since z̄ of a channel needs ā of that channel and of
     * higher ones alone.
     */
    void multiplyTransposed(int size, double[][] s, double[][] bar) {
        for (int from = 0; from < size; from += BLOCK) {
            int to = Math.min(from + BLOCK, size);
            for (int c = 0; c < channels; c++) {
                Row row = transpose[c];
                if (row.first.length == 0) {
                    TileLoops.multiply(from, to, s[0], bar[c]);
                } else {
                    TileLoops.multiplyAdd(from, to, s[0], row.factor[0], s[row.first[0]], bar[row.second[0]], bar[c]);
                    addTerms(row, 1, from, to, s, bar, bar[c]);
                }
            }
        }
    }

    /**
     * a = σ(z), and s = σ'(z) as a jet where {@code s} is not null. The arrays of s may be those of z, but for the one of
     * channel 0; z is destroyed then.
     */
    void compose(Activation activation, int size, double[][] z, double[][] a, double[][] s) {
        System.arraycopy(scratchSigma, 0, sigma, 0, sigma.length);
        sigma[0] = a[0];
        if (s != null) {
            sigma[1] = s[0];
        }
        for (int from = 0; from < size; from += BLOCK) {
            int to = Math.min(from + BLOCK, size);
            activation.derivatives(order + (s == null ? 0 : 1), from, to, z[0], sigma);
            double[][] source = order > 2 ? copied(from, to, z) : z;
            for (int c = channels - 1; c > 0; c--) { // downwards: a channel needs z of lower ones, which s may replace
                chainRule(from, to, c, source, a, s);
            }
            if (order > 2) {
                higherPowers(from, to, source, a, s);
            }
        }
    }

    private double[][] copied(int from, int to, double[][] z) {
        for (int c = 1; c < channels; c++) {
            System.arraycopy(z[c], from, copy[c], from, to - from);
        }
        return copy;
    }

    /** a_c = σ'·z_c + σ''·q_c with q_c half the square of the jet without its constant, and s_c with one derivative more. */
    private void chainRule(int from, int to, int c, double[][] z, double[][] a, double[][] s) {
        Row row = quadratic[c];
        if (row.first.length == 0) {
            if (s == null) {
                TileLoops.product(from, to, 1, sigma[1], z[c], a[c]);
            } else {
                TileLoops.timesBoth(from, to, sigma[1], sigma[2], z[c], a[c], s[c]);
            }
        } else if (row.first.length == 1 && row.first[0] == row.second[0]) {
            double[] v = z[row.first[0]];
            TileLoops.withSquare(from, to, sigma[1], z[c], row.factor[0], sigma[2], v, a[c]);
            if (s != null) {
                TileLoops.withSquare(from, to, sigma[2], z[c], row.factor[0], sigma[3], v, s[c]);
            }
        } else {
            TileLoops.product(from, to, row.factor[0], z[row.first[0]], z[row.second[0]], q);
            addTerms(row, 1, from, to, z, z, q);
            TileLoops.withQuadratic(from, to, sigma[1], z[c], sigma[2], q, a[c]);
            if (s != null) {
                TileLoops.withQuadratic(from, to, sigma[2], z[c], sigma[3], q, s[c]);
            }
        }
    }

    /** Adds σ_k/k!·Z^k for k ≥ 3, Z the jet without its constant: Faà di Bruno by powers. */
    private void higherPowers(int from, int to, double[][] z, double[][] a, double[][] s) {
        double[][] power = powers;
        double[][] next = nextPowers;
        for (int c = 1; c < channels; c++) {
            System.arraycopy(z[c], from, power[c], from, to - from);
        }
        double factorial = 1;
        for (int k = 2; k <= order; k++) {
            factorial *= k;
            for (int c = 1; c < channels; c++) {
                if (total[c] < k || (k == 2 && total[c] == order)) { // zero, or of no use to a higher power
                    continue;
                }
                timesWithoutConstant(from, to, c, k, power, z, next[c]);
                if (k > 2) {
                    TileLoops.addProduct(from, to, 1 / factorial, sigma[k], next[c], a[c]);
                    if (s != null) {
                        TileLoops.addProduct(from, to, 1 / factorial, sigma[k + 1], next[c], s[c]);
                    }
                }
            }
            double[][] swap = power;
            power = next;
            next = swap;
        }
    }

    /** Channel c of Z^k from Z^(k−1), whose channels below order k − 1 are zero. */
    private void timesWithoutConstant(int from, int to, int c, int k, double[][] power, double[][] z, double[] out) {
        Row row = product[c];
        boolean more = false;
        for (int t = 0; t < row.first.length; t++) {
            if (row.second[t] > 0 && total[row.first[t]] >= k - 1) {
                double[] f = power[row.first[t]];
                double[] g = z[row.second[t]];
                if (more) {
                    TileLoops.addProduct(from, to, row.factor[t], f, g, out);
                } else {
                    TileLoops.product(from, to, row.factor[t], f, g, out);
                }
                more = true;
            }
        }
    }
}
