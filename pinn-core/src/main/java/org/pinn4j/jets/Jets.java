package org.pinn4j.jets;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.jets.DerivativePlan.Term;

/**
 * Truncated Taylor arithmetic on rows: a jet is C contiguous rows of n points. Each operation takes whole jets by array
 * and offset and leaves its arguments alone; the written array must be another one than those read.
 *
 * <p><b>Why two terms at a time:</b> C2 of Java 17 stops vectorising when a loop body grows beyond its unroll limit.
 */
public final class Jets {
    /** Terms that share one written row, as parallel arrays. */
    private record Row(int channel, int[] first, int[] second, double[] factor) {}

    private final int channels;
    private final int order;
    private final Row[] product; // written: out;   first: left, second: right
    private final Row[] transpose; // written: right; first: left, second: out
    private final Row[] quadratic; // half the square of the part without constant: written out; pairs left <= right
    private final double[] q;
    private final double[][] powers;

    public Jets(DerivativePlan plan, int maxPoints) {
        channels = plan.channels();
        order = plan.order();
        product = rows(plan.terms(), 0);
        transpose = rows(plan.terms(), 1);
        quadratic = rows(squares(plan.terms()), 0);
        q = new double[maxPoints];
        powers = new double[order > 2 ? 2 : 0][channels * maxPoints];
    }

    /** The products of half the square of a jet without its constant, each pair once. */
    static Term[] squares(Term[] terms) {
        List<Term> result = new ArrayList<>();
        for (Term t : terms) {
            if (t.left() > 0 && t.right() > 0 && t.left() <= t.right()) {
                result.add(new Term(t.out(), t.left(), t.right(), t.left() == t.right() ? t.factor() / 2 : t.factor()));
            }
        }
        return result.toArray(Term[]::new);
    }

    /** Groups by the written channel: 0 = out, 1 = right. */
    private Row[] rows(Term[] terms, int written) {
        Row[] result = new Row[channels];
        for (int c = 0; c < channels; c++) {
            int channel = c;
            List<Term> mine = java.util.Arrays.stream(terms)
                    .filter(t -> (written == 0 ? t.out() : t.right()) == channel)
                    .toList();
            result[c] = new Row(
                    c,
                    mine.stream().mapToInt(Term::left).toArray(),
                    mine.stream()
                            .mapToInt(t -> written == 0 ? t.right() : t.out())
                            .toArray(),
                    mine.stream().mapToDouble(Term::factor).toArray());
        }
        return result;
    }

    /** h = f * g (or h += with {@code add}). */
    public void multiply(int n, double[] f, int fo, double[] g, int go, double[] h, int ho, boolean add) {
        bilinear(product, n, f, fo, g, go, h, ho, add);
    }

    /** The transposed product: z̄_right (+)= Σ factor·s_left·ā_out. */
    public void multiplyTransposed(
            int n, double[] s, int so, double[] abar, int ao, double[] zbar, int zo, boolean add) {
        bilinear(transpose, n, s, so, abar, ao, zbar, zo, add);
    }

    private static void bilinear(
            Row[] rows, int n, double[] f, int fo, double[] g, int go, double[] h, int ho, boolean add) {
        for (Row row : rows) {
            int out = ho + row.channel * n;
            int[] first = row.first;
            int[] second = row.second;
            double[] factor = row.factor;
            int k = 0;
            if (!add) {
                if (first.length >= 2) {
                    set2(
                            n,
                            factor[0],
                            f,
                            fo + first[0] * n,
                            g,
                            go + second[0] * n,
                            factor[1],
                            fo + first[1] * n,
                            go + second[1] * n,
                            h,
                            out);
                    k = 2;
                } else {
                    set1(n, factor[0], f, fo + first[0] * n, g, go + second[0] * n, h, out);
                    k = 1;
                }
            }
            for (; k + 1 < first.length; k += 2) {
                add2(
                        n,
                        factor[k],
                        f,
                        fo + first[k] * n,
                        g,
                        go + second[k] * n,
                        factor[k + 1],
                        fo + first[k + 1] * n,
                        go + second[k + 1] * n,
                        h,
                        out);
            }
            if (k < first.length) {
                add1(n, factor[k], f, fo + first[k] * n, g, go + second[k] * n, h, out);
            }
        }
    }

    private static void set1(int n, double c, double[] f, int fo, double[] g, int go, double[] h, int ho) {
        for (int i = 0; i < n; i++) {
            h[ho + i] = c * f[fo + i] * g[go + i];
        }
    }

    private static void add1(int n, double c, double[] f, int fo, double[] g, int go, double[] h, int ho) {
        for (int i = 0; i < n; i++) {
            h[ho + i] += c * f[fo + i] * g[go + i];
        }
    }

    private static void set2(
            int n, double c, double[] f, int fo, double[] g, int go, double d, int fp, int gp, double[] h, int ho) {
        for (int i = 0; i < n; i++) {
            h[ho + i] = c * f[fo + i] * g[go + i] + d * f[fp + i] * g[gp + i];
        }
    }

    private static void add2(
            int n, double c, double[] f, int fo, double[] g, int go, double d, int fp, int gp, double[] h, int ho) {
        for (int i = 0; i < n; i++) {
            h[ho + i] += c * f[fo + i] * g[go + i] + d * f[fp + i] * g[gp + i];
        }
    }

    /** How many derivatives of the activation {@link #compose} wants, with or without s. */
    int derivatives(boolean withSlope) {
        return order + (withSlope ? 1 : 0);
    }

    /**
     * a = σ(z), and s = σ'(z) as a jet where {@code s} is not null (it may be the array z came from: z is a copy).
     * @param z C rows of n at offset 0
     * @param sigma σ, σ', ... at the constant row of z, {@link #derivatives} + 1 of them
     */
    void compose(int n, double[] z, double[][] sigma, double[] a, int ao, double[] s, int so) {
        System.arraycopy(sigma[0], 0, a, ao, n);
        if (s != null) {
            System.arraycopy(sigma[1], 0, s, so, n);
        }
        for (int c = 1; c < channels; c++) {
            Row row = quadratic[c];
            if (row.first.length == 0) {
                linear(n, sigma[1], z, c * n, a, ao + c * n);
                if (s != null) {
                    linear(n, sigma[2], z, c * n, s, so + c * n);
                }
            } else {
                square(n, row, z);
                linearQuadratic(n, sigma[1], sigma[2], z, c * n, q, a, ao + c * n);
                if (s != null) {
                    linearQuadratic(n, sigma[2], sigma[3], z, c * n, q, s, so + c * n);
                }
            }
        }
        if (order > 2) {
            higherPowers(n, z, sigma, a, ao, s, so);
        }
    }

    private static void linear(int n, double[] slope, double[] z, int zo, double[] out, int oo) {
        for (int i = 0; i < n; i++) {
            out[oo + i] = slope[i] * z[zo + i];
        }
    }

    private static void linearQuadratic(
            int n, double[] slope, double[] curvature, double[] z, int zo, double[] q, double[] out, int oo) {
        for (int i = 0; i < n; i++) {
            out[oo + i] = slope[i] * z[zo + i] + curvature[i] * q[i];
        }
    }

    private void square(int n, Row row, double[] z) {
        for (int k = 0; k < row.first.length; k++) {
            if (k == 0) {
                set1(n, row.factor[0], z, row.first[0] * n, z, row.second[0] * n, q, 0);
            } else {
                add1(n, row.factor[k], z, row.first[k] * n, z, row.second[k] * n, q, 0);
            }
        }
    }

    /** Adds σ_k/k!·Z^k for k ≥ 3, Z the jet without its constant: Faà di Bruno by powers. */
    private void higherPowers(int n, double[] z, double[][] sigma, double[] a, int ao, double[] s, int so) {
        double[] power = powers[0];
        double[] next = powers[1];
        System.arraycopy(z, n, power, n, (channels - 1) * n);
        java.util.Arrays.fill(power, 0, n, 0);
        double factorial = 1;
        for (int k = 2; k <= order; k++) {
            factorial *= k;
            for (int c = 0; c < channels; c++) {
                timesWithoutConstant(n, power, z, next, c);
                if (k > 2) {
                    addScaled(n, 1 / factorial, sigma[k], next, c * n, a, ao + c * n);
                    if (s != null) {
                        addScaled(n, 1 / factorial, sigma[k + 1], next, c * n, s, so + c * n);
                    }
                }
            }
            double[] swap = power;
            power = next;
            next = swap;
        }
    }

    private void timesWithoutConstant(int n, double[] power, double[] z, double[] next, int channel) {
        Row row = product[channel];
        java.util.Arrays.fill(next, channel * n, channel * n + n, 0);
        for (int k = 0; k < row.first.length; k++) {
            if (row.first[k] > 0 && row.second[k] > 0) {
                add1(n, row.factor[k], power, row.first[k] * n, z, row.second[k] * n, next, channel * n);
            }
        }
    }

    private static void addScaled(int n, double c, double[] f, double[] g, int go, double[] h, int ho) {
        for (int i = 0; i < n; i++) {
            h[ho + i] += c * f[i] * g[go + i];
        }
    }
}
