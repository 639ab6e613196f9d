package org.pinn4j.solution;

import org.pinn4j.args.Args;

/** How a solution was trained, for a run that goes on from it; recipes are in their text form. */
public interface Continuation {
    /** The recipe that it was trained by. */
    String recipe();

    /** The same with what the training has come to: the stages that are left, damping or learning rate, the next interval of points. */
    String next();

    /** Optimiser steps so far, those of the solutions it started from included. */
    long steps();

    /** As a file holds it. */
    record Stored(String recipe, String next, long steps) implements Continuation {
        public Stored {
            Args.given(recipe, "recipe", next, "next");
        }
    }
}
