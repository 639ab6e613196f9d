package org.pinn4j.loss;

/**
 * What judges a network during training, on points that no gradient sees. The best network is the one with the smallest size;
 * a loss that is no residual brings a held-out figure of its own. Confined to one thread.
 */
public interface HeldOut {
    /** Smaller is better; figures of one run are compared with each other and with that of the untrained network. */
    double size(double[] theta);

    /** What the loss would be on these points: far above the loss itself it tells of too few points. */
    double value(double[] theta);

    /** In words, why the last size was not finite. */
    String diagnosis();
}
