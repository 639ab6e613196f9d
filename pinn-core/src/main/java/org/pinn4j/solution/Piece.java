package org.pinn4j.solution;

import java.util.Arrays;
import java.util.Objects;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.args.Args;

/**
 * What a solution is on one stretch of an axis. Immutable; equality is by value.
 * @param from lower end, which is the piece's own
 * @param to upper end; the next piece answers there, if there is one
 * @param ansatz over the axes of the whole problem
 * @param theta copied: parameters of the networks in order, then the trainable coefficients as the optimiser sees them
 */
public record Piece(double from, double to, Ansatz ansatz, double[] theta) {
    public Piece {
        Args.given(theta, "theta");
        Objects.requireNonNull(ansatz, "ansatz");
        if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) { // written so that NaN fails too
            throw new IllegalArgumentException("piece: need finite from < to, got [%s, %s]".formatted(from, to));
        }
        from += 0.0; // a zero has one sign
        to += 0.0;
        theta = theta.clone();
    }

    /** A copy. */
    @Override
    public double[] theta() {
        return theta.clone();
    }

    /** The array itself, read only. */
    double[] shared() {
        return theta;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Piece p
                && from == p.from
                && to == p.to
                && ansatz.equals(p.ansatz)
                && Arrays.equals(theta, p.theta);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to, ansatz, Arrays.hashCode(theta));
    }

    @Override
    public String toString() {
        return "piece [%s, %s] of %d numbers".formatted(from, to, theta.length);
    }
}
