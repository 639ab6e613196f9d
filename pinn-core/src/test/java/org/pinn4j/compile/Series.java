package org.pinn4j.compile;

import java.util.function.Function;

/**
 * Truncated Taylor series of one variable by the recurrences of their differential equations, with none of the library's
 * derivative rules: exp, for one, solves y' = y·z'. Source: Griewank and Walther, Evaluating Derivatives (2008), table 13.2.
 */
record Series(double[] c) {
    static Series variable(double at, int order) {
        double[] c = new double[order + 1];
        c[0] = at;
        c[1] = 1;
        return new Series(c);
    }

    private Series constant(double value) {
        double[] k = new double[c.length];
        k[0] = value;
        return new Series(k);
    }

    /** The k-th derivative. */
    double derivative(int k) {
        double factorial = 1;
        for (int i = 2; i <= k; i++) {
            factorial *= i;
        }
        return c[k] * factorial;
    }

    Series plus(double number) {
        double[] sum = c.clone();
        sum[0] += number;
        return new Series(sum);
    }

    Series plus(Series other) {
        double[] sum = c.clone();
        for (int k = 0; k < c.length; k++) {
            sum[k] += other.c[k];
        }
        return new Series(sum);
    }

    Series times(double factor) {
        return times(constant(factor));
    }

    Series times(Series other) {
        double[] product = new double[c.length];
        for (int k = 0; k < c.length; k++) {
            for (int i = 0; i <= k; i++) {
                product[k] += c[i] * other.c[k - i];
            }
        }
        return new Series(product);
    }

    /** y with y(0) given and y' = slope(y so far)·z', coefficient after coefficient. */
    private Series solving(double first, Function<Series, Series> slope) {
        Series y = constant(first);
        for (int k = 1; k < c.length; k++) {
            double[] s = slope.apply(y).c;
            double sum = 0;
            for (int i = 1; i <= k; i++) {
                sum += i * c[i] * s[k - i];
            }
            y.c[k] = sum / k;
        }
        return y;
    }

    Series exp() {
        return solving(Math.exp(c[0]), y -> y);
    }

    Series tanh() {
        return solving(Math.tanh(c[0]), y -> y.times(y).times(-1).plus(1));
    }

    /** z^a by y = z^a, z·y' = a·y·z'. */
    Series pow(double a) {
        double[] y = new double[c.length];
        y[0] = Math.pow(c[0], a);
        for (int k = 1; k < c.length; k++) {
            for (int i = 1; i <= k; i++) {
                y[k] += (a * i - (k - i)) * c[i] * y[k - i];
            }
            y[k] /= k * c[0];
        }
        return new Series(y);
    }

    Series log() {
        return solving(Math.log(c[0]), y -> pow(-1));
    }

    Series atan() {
        return solving(Math.atan(c[0]), y -> times(this).plus(1).pow(-1));
    }

    Series asinh() {
        double z = c[0];
        return solving(
                Math.log(z + Math.sqrt(1 + z * z)), y -> times(this).plus(1).pow(-0.5));
    }

    /** @param value erf at the constant, from tables */
    Series erf(double value) {
        return solving(value, y -> times(this).times(-1).exp().times(2 / Math.sqrt(Math.PI)));
    }

    Series sinh() {
        return exp().plus(times(-1).exp().times(-1)).times(0.5);
    }

    Series cosh() {
        return exp().plus(times(-1).exp()).times(0.5);
    }

    /** Both at once: s' = c·z', c' = -s·z'. */
    private Series circular(boolean sine) {
        double[] s = new double[c.length];
        double[] k = new double[c.length];
        s[0] = Math.sin(c[0]);
        k[0] = Math.cos(c[0]);
        for (int n = 1; n < c.length; n++) {
            for (int i = 1; i <= n; i++) {
                s[n] += i * c[i] * k[n - i] / n;
                k[n] -= i * c[i] * s[n - i] / n;
            }
        }
        return new Series(sine ? s : k);
    }

    Series sin() {
        return circular(true);
    }

    Series cos() {
        return circular(false);
    }
}
