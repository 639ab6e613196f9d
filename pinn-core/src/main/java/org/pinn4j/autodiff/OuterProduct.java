package org.pinn4j.autodiff;

/** The inner kernel of the Jacobian: rows of two jets multiplied and summed over channels. */
final class OuterProduct {
    private OuterProduct() {}

    /** out[i] (+)= Σ_c a[c·n + i]·b[c·n + i], up to four channels in one pass so that the sum stays in registers. */
    static void sumOverChannels(
            int n, int channels, double[] a, int ao, double[] b, int bo, double[] out, int oo, boolean add) {
        int c = 0;
        if (!add && channels >= 4) {
            four(n, a, ao, b, bo, out, oo);
            c = 4;
        }
        boolean more = add || c > 0;
        for (; c + 1 < channels; c += 2) {
            two(n, a, ao + c * n, b, bo + c * n, out, oo, more);
            more = true;
        }
        if (c < channels) {
            one(n, a, ao + c * n, b, bo + c * n, out, oo, more);
        }
    }

    private static void one(int n, double[] a, int ao, double[] b, int bo, double[] out, int oo, boolean add) {
        if (add) {
            for (int i = 0; i < n; i++) {
                out[oo + i] += a[ao + i] * b[bo + i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[oo + i] = a[ao + i] * b[bo + i];
            }
        }
    }

    private static void two(int n, double[] a, int ao, double[] b, int bo, double[] out, int oo, boolean add) {
        int a1 = ao + n;
        int b1 = bo + n;
        if (add) {
            for (int i = 0; i < n; i++) {
                out[oo + i] += a[ao + i] * b[bo + i] + a[a1 + i] * b[b1 + i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[oo + i] = a[ao + i] * b[bo + i] + a[a1 + i] * b[b1 + i];
            }
        }
    }

    private static void four(int n, double[] a, int ao, double[] b, int bo, double[] out, int oo) {
        int a1 = ao + n;
        int a2 = a1 + n;
        int a3 = a2 + n;
        int b1 = bo + n;
        int b2 = b1 + n;
        int b3 = b2 + n;
        for (int i = 0; i < n; i++) {
            out[oo + i] =
                    (a[ao + i] * b[bo + i] + a[a1 + i] * b[b1 + i]) + (a[a2 + i] * b[b2 + i] + a[a3 + i] * b[b3 + i]);
        }
    }
}
