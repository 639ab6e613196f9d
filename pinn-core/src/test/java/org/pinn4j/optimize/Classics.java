package org.pinn4j.optimize;

import java.util.Arrays;
import java.util.Random;

/** Test functions. Source of the first four: Moré, Garbow, Hillstrom, ACM TOMS 7 (1981) 17, problems 1, 3, 5 and 21. */
final class Classics {
    private Classics() {}

    /** (10(y - x²), 1 - x) for each pair; minimum 0 at (1, 1, ...). */
    static DenseLeastSquares rosenbrock(int pairs) {
        return new DenseLeastSquares(2 * pairs, 2 * pairs) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                zero(j);
                for (int k = 0; k < t.length; k += 2) {
                    r[k] = 10 * (t[k + 1] - t[k] * t[k]);
                    r[k + 1] = 1 - t[k];
                    if (j != null) {
                        j[k + k * t.length] = -20 * t[k];
                        j[k + (k + 1) * t.length] = 10;
                        j[k + 1 + k * t.length] = -1;
                    }
                }
            }
        };
    }

    static double[] rosenbrockStart(int pairs) {
        double[] start = new double[2 * pairs];
        for (int k = 0; k < start.length; k += 2) {
            start[k] = -1.2;
            start[k + 1] = 1;
        }
        return start;
    }

    /** Powell badly scaled: (1e4·x·y - 1, e^-x + e^-y - 1.0001), start (0, 1), minimum 0. */
    static DenseLeastSquares powellBadlyScaled() {
        return new DenseLeastSquares(2, 2) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                r[0] = 1e4 * t[0] * t[1] - 1;
                r[1] = Math.exp(-t[0]) + Math.exp(-t[1]) - 1.0001;
                if (j != null) {
                    j[0] = 1e4 * t[1];
                    j[1] = -Math.exp(-t[0]);
                    j[2] = 1e4 * t[0];
                    j[3] = -Math.exp(-t[1]);
                }
            }
        };
    }

    /** Beale: yᵢ - x(1 - yⁱ), start (1, 1), minimum 0 at (3, 0.5). */
    static DenseLeastSquares beale() {
        double[] data = {1.5, 2.25, 2.625};
        return new DenseLeastSquares(2, 3) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                for (int i = 0; i < 3; i++) {
                    r[i] = data[i] - t[0] * (1 - Math.pow(t[1], i + 1));
                    if (j != null) {
                        j[i] = -(1 - Math.pow(t[1], i + 1));
                        j[i + 3] = t[0] * (i + 1) * Math.pow(t[1], i);
                    }
                }
            }
        };
    }

    /** r = A(theta - target), A a random matrix plus four times the identity. */
    static DenseLeastSquares linear(int n, int m, long seed) {
        double[] a = new Random(seed).doubles((long) m * n, -1, 1).toArray();
        double[] target = new Random(seed + 1).doubles(n, -1, 1).toArray();
        for (int k = 0; k < n; k++) {
            a[k + k * m] += 4;
        }
        return new DenseLeastSquares(n, m) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                for (int i = 0; i < m; i++) {
                    r[i] = 0;
                    for (int k = 0; k < n; k++) {
                        r[i] += a[i + k * m] * (t[k] - target[k]);
                    }
                }
                if (j != null) {
                    System.arraycopy(a, 0, j, 0, a.length);
                }
            }
        };
    }

    /** Σ cₖ·tanh(aₖx + bₖ) fitted to sin(3x)·e^-x at m points of [-1, 1]; theta = (a, b, c). */
    static DenseLeastSquares tanhFit(int units, int m) {
        return new DenseLeastSquares(3 * units, m) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                double weight = 1 / Math.sqrt(m);
                for (int i = 0; i < m; i++) {
                    double x = -1 + 2.0 * i / (m - 1);
                    double sum = -Math.sin(3 * x) * Math.exp(-x);
                    for (int k = 0; k < units; k++) {
                        double y = Math.tanh(t[k] * x + t[units + k]);
                        double slope = weight * t[2 * units + k] * (1 - y * y);
                        sum += t[2 * units + k] * y;
                        if (j != null) {
                            j[i + k * m] = slope * x;
                            j[i + (units + k) * m] = slope;
                            j[i + (2 * units + k) * m] = weight * y;
                        }
                    }
                    r[i] = weight * sum;
                }
            }
        };
    }

    static double[] tanhStart(int units, long seed) {
        return new Random(seed).doubles(3L * units, -1.5, 1.5).toArray();
    }

    private static void zero(double[] j) {
        if (j != null) {
            Arrays.fill(j, 0);
        }
    }
}
