package org.pinn4j.blas;

import java.util.concurrent.Callable;
import org.pinn4j.Pinn;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Cases;

/** What an application does with the library: it keeps a solution and asks for values of it. */
public final class Embedded implements Callable<String> {
    private final Solution solution = Pinn.trained()
            .backend(System.getProperty("pinn.embedded"))
            .workers(2)
            .steps(5)
            .solve(Cases.heat());

    /** A value and the backend. */
    @Override
    public String call() {
        return solution.at(0.3, 0.2) + " by "
                + Backends.select(System.getProperty("pinn.embedded")).name();
    }
}
