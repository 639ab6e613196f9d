package org.pinn4j.cli;

/**
 * Where a solve stands; an unknown figure is NaN.
 * @param loss ½‖r‖²
 * @param heldOut relative residual on points that are not trained on
 * @param error relative L2 against the reference on the grid of record
 * @param fraction of the budget that is used, in [0, 1]
 */
record Update(
        String stage, long step, double loss, double heldOut, double error, double fraction, double secondsLeft) {}
