package org.pinn4j.validation.reference;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;
import org.pinn4j.problems.AllenCahn;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.reference.ComputedReference.Levels;

/**
 * The Allen-Cahn equation by Fourier modes in space and {@link ExponentialStep}s in time. The datum enters by its exact Fourier
 * coefficients, not by its values at points: its kink then costs nothing once diffusion has damped the modes left out.
 */
public final class AllenCahnSpectrum {
    private static final double RATIO = 16;
    /** What the first 1/200 of the time and interpolation between the slices leave at points off the grid of record. */
    private static final double BETWEEN_NODES = 3e-10;

    private final int modes;
    private final double[][] state;

    private AllenCahnSpectrum(int modes) {
        this.modes = modes;
        this.state = new double[2][modes];
        for (int k = -modes / 2 + 1; k < modes / 2; k++) {
            state[0][Math.floorMod(k, modes)] = modes * (k % 2 == 0 ? 0.5 : -0.5) * datum(k);
        }
    }

    /**
     * The reference with a floor from halved modes and halved steps.
     * @param modes of the finest of three runs, a power of two, at least 256
     * @param steps per 1/200 of the time of the finest of three runs, a multiple of 4
     */
    public static Reference reference(int modes, int steps) {
        if (Integer.bitCount(modes) != 1 || modes < 256 || steps < 4 || steps % 4 != 0) {
            throw new IllegalArgumentException(
                    "Allen-Cahn spectrum: need a power of two of at least 256 modes and a multiple of 4 steps, got %d and %d"
                            .formatted(modes, steps));
        }
        SpaceTimeTable finest = solve(modes, steps);
        SpaceTimeTable middle = solve(modes / 2, steps);
        return ComputedReference.of(
                "Fourier spectral, exponential steps of order 4, %s x %s".formatted(modes, steps * Slices.INTERVALS),
                AllenCahn.U,
                finest::values,
                new AllenCahn().grid(),
                BETWEEN_NODES,
                new Levels(solve(modes / 4, steps)::values, middle::values, finest::values, RATIO),
                new Levels(
                        solve(modes / 2, steps / 4)::values,
                        solve(modes / 2, steps / 2)::values,
                        middle::values,
                        RATIO));
    }

    /** The first interval, with the initial layer, takes steps · PIECES² / 4 steps, the others {@code steps}. */
    static SpaceTimeTable solve(int modes, int steps) {
        AllenCahnSpectrum spectrum = new AllenCahnSpectrum(modes);
        double[] times = Slices.over(AllenCahn.T);
        double[][] values = new double[times.length][];
        values[0] = spectrum.initialValues();
        double interval = AllenCahn.T.length() / Slices.INTERVALS;
        int piece = Math.max(1, steps / 4);
        int parts = Slices.PIECES * Slices.PIECES * piece;
        ExponentialStep small = spectrum.step(interval / parts);
        for (int j = 1; j <= Slices.PIECES; j++) {
            values[j] = spectrum.advance(small, (2 * j - 1) * piece);
        }
        ExponentialStep large = spectrum.step(interval / steps);
        for (int k = Slices.PIECES + 1; k < times.length; k++) {
            values[k] = spectrum.advance(large, steps);
        }
        return new SpaceTimeTable(new Line(AllenCahn.X, modes, 0), Ends.WRAP, AllenCahn.T, times, values);
    }

    /** ∫ x² cos πx cos kπx dx over [-1, 1]. */
    static double datum(int k) {
        return (squareTimesCosine(k + 1) + squareTimesCosine(k - 1)) / 2;
    }

    private static double squareTimesCosine(int m) {
        return m == 0 ? 2.0 / 3 : (m % 2 == 0 ? 4 : -4) / (Math.PI * m * (Math.PI * m));
    }

    private ExponentialStep step(double dt) {
        double[] linear = new double[modes];
        for (int k = 0; k < modes; k++) {
            double wave = Math.PI * (k <= modes / 2 ? k : k - modes);
            linear[k] = AllenCahn.RATE - AllenCahn.DIFFUSIVITY * wave * wave;
        }
        return new ExponentialStep(linear, dt);
    }

    private double[] advance(ExponentialStep step, int count) {
        for (int k = 0; k < count; k++) {
            step.advance(state, this::cubic);
        }
        double[][] u = {state[0].clone(), state[1].clone()};
        FastFourierTransformer.transformInPlace(u, DftNormalization.STANDARD, TransformType.INVERSE);
        return u[0];
    }

    /** The modes of -5u³. */
    private void cubic(double[][] v, double[][] result) {
        System.arraycopy(v[0], 0, result[0], 0, modes);
        System.arraycopy(v[1], 0, result[1], 0, modes);
        FastFourierTransformer.transformInPlace(result, DftNormalization.STANDARD, TransformType.INVERSE);
        for (int i = 0; i < modes; i++) {
            double u = result[0][i];
            result[0][i] = -AllenCahn.RATE * u * u * u;
            result[1][i] = 0;
        }
        FastFourierTransformer.transformInPlace(result, DftNormalization.STANDARD, TransformType.FORWARD);
    }

    private double[] initialValues() {
        double[] u = new double[modes];
        for (int i = 0; i < modes; i++) {
            u[i] = AllenCahn.initial(-1 + 2.0 * i / modes);
        }
        return u;
    }
}
