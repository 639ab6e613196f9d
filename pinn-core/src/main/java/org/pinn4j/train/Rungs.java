package org.pinn4j.train;

/** Which ways to solve are open to a run that is told no recipe. */
public enum Rungs {
    /** Directly first, in the output layer of features that stand still; by training where that does not reach the digits. */
    ALL,
    /** By training alone. */
    TRAINED
}
