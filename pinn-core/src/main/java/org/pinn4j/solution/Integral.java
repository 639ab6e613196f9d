package org.pinn4j.solution;

/**
 * A number found by quadrature, and what it may be wrong by: the difference between two resolutions, or three standard
 * deviations of a randomised rule. The error of the solution itself comes on top.
 * @param points evaluations of the integrand, over all resolutions
 */
public record Integral(double value, double error, long points) {
    Integral plus(Integral other) {
        return new Integral(value + other.value, error + other.error, points + other.points);
    }

    Integral over(double divisor) {
        return new Integral(value / divisor, error / divisor, points);
    }
}
