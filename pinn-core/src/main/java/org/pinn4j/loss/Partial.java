package org.pinn4j.loss;

/** A sum over some ranges: of squared rows, and where they are asked for Jᵀr and the lower triangle of JᵀJ. Memory, no value. */
public final class Partial {
    double square;
    double[] gradient;
    double[] matrix;
    int ld;

    Partial(double[] gradient, double[] matrix, int ld) {
        set(gradient, matrix, ld);
    }

    void set(double[] newGradient, double[] newMatrix, int newLd) {
        gradient = newGradient;
        matrix = newMatrix;
        ld = newLd;
    }

    /** Σ of squared rows. */
    public double square() {
        return square;
    }

    public void setSquare(double newSquare) {
        square = newSquare;
    }

    /** [parameters], overwritten by whoever sums; empty where it is not asked for. */
    public double[] gradient() {
        return gradient;
    }

    /** Column-major with {@link #ld}, overwritten by whoever sums; empty where it is not asked for. */
    public double[] matrix() {
        return matrix;
    }

    public int ld() {
        return ld;
    }
}
