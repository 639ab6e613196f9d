package org.pinn4j.linear;

import java.util.Objects;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;
import org.pinn4j.parallel.Workers;

/** What factorisations compute with. */
record Tools(Blas blas, Lapack lapack, Workers workers) {
    private static final int EIGHT = 8; // numbers in a line of the cache

    Tools {
        Objects.requireNonNull(blas, "blas");
        Objects.requireNonNull(lapack, "lapack");
        Objects.requireNonNull(workers, "workers");
    }

    /** A leading dimension for so many rows: an odd number of lines, since columns a power of two apart share the cache's sets. */
    static int ld(int rows) {
        return EIGHT * ((rows + EIGHT - 1) / EIGHT | 1);
    }
}
