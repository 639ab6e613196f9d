package org.pinn4j.validation.fourier;

import java.util.Arrays;

/**
 * Values on n × n equally spaced nodes of a plane and their Fourier modes, two real functions at once. Values stand as
 * {@code [x][y]}, modes as {@code [y][x]}: a transform along each axis and one transposition between them. Belongs to one thread.
 */
final class Plane {
    /** The modes of one real function. */
    record Modes(double[] re, double[] im) {
        static Modes zero(int count) {
            return new Modes(new double[count], new double[count]);
        }

        Modes copy() {
            return new Modes(re.clone(), im.clone());
        }
    }

    private static final int TILE = 16;

    private final int n;
    private final RowTransform rows;
    private final double[] re;
    private final double[] im;
    private final double[] turnedRe;
    private final double[] turnedIm;

    Plane(int n) {
        this.n = n;
        this.rows = new RowTransform(n, n);
        this.re = new double[n * n];
        this.im = new double[n * n];
        this.turnedRe = new double[n * n];
        this.turnedIm = new double[n * n];
    }

    /** The number of waves around an axis of the mode in a place, negative in the upper half. */
    static int waves(int place, int n) {
        return place < n / 2 ? place : place - n;
    }

    /** Modes of two functions, scaled so that those of a constant are it. @param v null for none */
    void modes(double[] u, double[] v, Modes ofU, Modes ofV) {
        System.arraycopy(u, 0, re, 0, re.length);
        if (v == null) {
            Arrays.fill(im, 0);
        } else {
            System.arraycopy(v, 0, im, 0, im.length);
        }
        both(-1);
        double scale = 0.5 / (n * (double) n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                int k = j * n + i;
                int m = (n - j) % n * n + (n - i) % n; // that of the opposite wave
                ofU.re[k] = scale * (turnedRe[k] + turnedRe[m]);
                ofU.im[k] = scale * (turnedIm[k] - turnedIm[m]);
                if (v != null) {
                    ofV.re[k] = scale * (turnedIm[k] + turnedIm[m]);
                    ofV.im[k] = scale * (turnedRe[m] - turnedRe[k]);
                }
            }
        }
    }

    /** Values of two functions. @param ofV null for none */
    void values(Modes ofU, Modes ofV, double[] u, double[] v) {
        for (int k = 0; k < re.length; k++) {
            re[k] = ofU.re[k] - (ofV == null ? 0 : ofV.im[k]);
            im[k] = ofU.im[k] + (ofV == null ? 0 : ofV.re[k]);
        }
        both(1);
        System.arraycopy(turnedRe, 0, u, 0, u.length);
        if (v != null) {
            System.arraycopy(turnedIm, 0, v, 0, v.length);
        }
    }

    private void both(int sign) {
        rows.apply(sign, re, im);
        transpose(re, turnedRe);
        transpose(im, turnedIm);
        rows.apply(sign, turnedRe, turnedIm);
    }

    private void transpose(double[] from, double[] to) {
        for (int top = 0; top < n; top += TILE) {
            for (int left = 0; left < n; left += TILE) {
                for (int i = top; i < Math.min(n, top + TILE); i++) {
                    for (int j = left; j < Math.min(n, left + TILE); j++) {
                        to[j * n + i] = from[i * n + j];
                    }
                }
            }
        }
    }
}
