package org.pinn4j.cli;

import java.util.List;
import org.pinn4j.pde.Axis;

/** A solution read from a file. */
interface Stored {
    /** The model card, one line each. */
    List<String> card();

    List<Axis> axes();

    /** Fields by name, for a table of values without an expression. */
    List<String> fields();

    /**
     * @param expression in the library's text form, for example {@code u_x}
     * @param x [axes × n]
     * @return [n]
     */
    double[] values(String expression, double[] x, int n);
}
