package org.pinn4j.periodic;

/**
 * One slab of time: fields Σ weight·sin(k·φ + c·z + b), φ the phases of the space axes and z the time on [−1, 1] from the start of
 * the slab to its end. Immutable.
 * @param numbers k, [features × axes]
 * @param rates c, [features]
 * @param phases b, [features]
 * @param weights [fields][features]
 * @param rounding of the residual of each equation: 2⁻⁵²·Σ|weight|·|what the linear part makes of the feature|
 * @param defect what the residual between the nodes can make of an error over the slab, over the size of the fields
 * @param truncation the same of waves that are left out
 */
public record WaveSlab(
        double from,
        double to,
        int[] numbers,
        double[] rates,
        double[] phases,
        double[][] weights,
        double[] rounding,
        double defect,
        double truncation,
        String description) {
    public int features() {
        return rates.length;
    }
}
