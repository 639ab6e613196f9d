package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pinn4j.optimize.Outcome;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.estimate.Estimates;

/** A finished solve: the solution and the figures of the run; an unknown figure is NaN. */
interface Answer {
    Outcome outcome();

    /** What the outcome suggests to do; empty where all is well. */
    String advice();

    /** What the recipe knew beyond the statement; empty for none. */
    List<String> knowledge();

    double heldOutResidual();

    /** What can be said about the error without a reference, if it was asked of a solution of the library. Takes seconds. */
    Optional<Estimates> estimates(Grid grid);

    /** Training alone. */
    double seconds();

    int parameters();

    int points();

    long steps();

    String backend();

    int threads();

    /** Notes for the reader: parities derived, conditions that are soft and why, fallbacks. */
    List<String> notes();

    /** Loss by step, as recorded. */
    List<Update> history();

    ErrorReport compare(Reference reference, Grid grid);

    /** @param x [axes × n], as {@link Reference#values} */
    double[] values(Field field, double[] x, int n);

    /** @param report kept in the file, if there is one */
    void save(Path file, Optional<ErrorReport> report) throws IOException;
}
