package org.pinn4j.validation.evolution;

import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/** Implicit systems with known solutions. */
final class Systems {
    private Systems() {}

    /** A system whose matrices come from central differences of its residual; n is small. */
    abstract static class Small implements ImplicitSystem {
        private final int n;

        Small(int n) {
            this.n = n;
        }

        /** The solution. */
        abstract void exact(double t, double[] y);

        @Override
        public int size() {
            return n;
        }

        @Override
        public int lowerBandwidth() {
            return n - 1;
        }

        @Override
        public int upperBandwidth() {
            return n - 1;
        }

        @Override
        public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
            out.clear();
            double[] low = new double[n];
            double[] high = new double[n];
            for (int j = 0; j < n; j++) {
                double[] v = y.clone();
                double step = 1e-6;
                v[j] = y[j] + step;
                residual(t, v, yDot, high);
                v[j] = y[j] - step;
                residual(t, v, yDot, low);
                for (int i = 0; i < n; i++) {
                    out.add(i, j, (high[i] - low[i]) / (2 * step));
                }
                v = yDot.clone();
                v[j] = yDot[j] + 1;
                residual(t, y, v, high);
                v[j] = yDot[j] - 1;
                residual(t, y, v, low);
                for (int i = 0; i < n; i++) {
                    out.add(i, j, shift * (high[i] - low[i]) / 2);
                }
            }
        }

        @Override
        public void initial(double[] y, double[] yDot) {
            exact(0, y);
        }
    }

    /** Prothero and Robinson's problem y' = λ(y − cos t) − sin t with a nonlinear algebraic row z² + z = y + t. */
    static Small stiffWithAlgebraicRow(double lambda) {
        return new Small(2) {
            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                f[0] = yDot[0] - lambda * (y[0] - Math.cos(t)) + Math.sin(t);
                f[1] = y[1] * y[1] + y[1] - y[0] - t - 1;
            }

            @Override
            public boolean algebraic(int row) {
                return row == 1;
            }

            @Override
            void exact(double t, double[] y) {
                y[0] = Math.cos(t);
                y[1] = (-1 + Math.sqrt(5 + 4 * (Math.cos(t) + t))) / 2;
            }
        };
    }

    /** A pendulum-like system: y1' = y2·w, y2' = −w·y1 with an implicit nonlinear mass (5 + y1²)·(y3' + y3) = 0. */
    static Small oscillator(double frequency) {
        return new Small(3) {
            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                f[0] = yDot[0] - frequency * y[1];
                f[1] = yDot[1] + frequency * y[0];
                f[2] = (5 + y[0] * y[0]) * (yDot[2] + y[2]);
            }

            @Override
            public boolean algebraic(int row) {
                return false;
            }

            @Override
            void exact(double t, double[] y) {
                y[0] = Math.sin(frequency * t);
                y[1] = Math.cos(frequency * t);
                y[2] = Math.exp(-t);
            }
        };
    }

    /** The same pendulum alone: y1' = y2·w, y2' = −w·y1. */
    static Small rotation(double frequency) {
        return new Small(2) {
            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                f[0] = yDot[0] - frequency * y[1];
                f[1] = yDot[1] + frequency * y[0];
            }

            @Override
            public boolean algebraic(int row) {
                return false;
            }

            @Override
            void exact(double t, double[] y) {
                y[0] = Math.sin(frequency * t);
                y[1] = Math.cos(frequency * t);
            }
        };
    }

    /** y' = −λ(t)(y − cos t) − sin t, mild at the start and stiff at the end: λ = 1 + most·t². */
    static Small stiffening(double most) {
        return new Small(1) {
            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                f[0] = yDot[0] + (1 + most * t * t) * (y[0] - Math.cos(t)) + Math.sin(t);
            }

            @Override
            public boolean algebraic(int row) {
                return false;
            }

            @Override
            void exact(double t, double[] y) {
                y[0] = Math.cos(t);
            }
        };
    }

    /** y' = y² from 1 has a pole at t = 1. */
    static Small pole() {
        return new Small(1) {
            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                f[0] = yDot[0] - y[0] * y[0];
            }

            @Override
            public boolean algebraic(int row) {
                return false;
            }

            @Override
            void exact(double t, double[] y) {
                y[0] = 1 / (1 - t);
            }
        };
    }

    /**
     * u_t = u_xx + g on [0, 1] by second differences, whose solution cos(3t + x) at the nodes is exact because g is chosen for the
     * differences; the boundary rows u = cos(3t + x) depend on time.
     */
    static Small heatWithMovingEnds(int cells) {
        double h = 1.0 / cells;
        double difference = (2 - 2 * Math.cos(h)) / (h * h);
        return new Small(cells + 1) {
            @Override
            public int lowerBandwidth() {
                return 1;
            }

            @Override
            public int upperBandwidth() {
                return 1;
            }

            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                for (int i = 1; i < cells; i++) {
                    double source = -3 * Math.sin(3 * t + i * h) + difference * Math.cos(3 * t + i * h);
                    f[i] = yDot[i] - (y[i - 1] - 2 * y[i] + y[i + 1]) / (h * h) - source;
                }
                f[0] = y[0] - Math.cos(3 * t);
                f[cells] = y[cells] - Math.cos(3 * t + 1);
            }

            @Override
            public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
                out.clear();
                out.add(0, 0, 1);
                out.add(cells, cells, 1);
                for (int i = 1; i < cells; i++) {
                    out.add(i, i - 1, -1 / (h * h));
                    out.add(i, i, 2 / (h * h) + shift);
                    out.add(i, i + 1, -1 / (h * h));
                }
            }

            @Override
            public boolean algebraic(int row) {
                return row == 0 || row == cells;
            }

            @Override
            void exact(double t, double[] y) {
                for (int i = 0; i <= cells; i++) {
                    y[i] = Math.cos(3 * t + i * h);
                }
            }
        };
    }
}
