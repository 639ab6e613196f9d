package org.pinn4j.optimize;

import java.util.Objects;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;
import org.pinn4j.parallel.Workers;

/** The machinery a method computes with: vectors and matrices, factorisations, and the threads they may use. */
public record Algebra(Blas blas, Lapack lapack, Workers workers) {
    public Algebra {
        Objects.requireNonNull(blas, "blas");
        Objects.requireNonNull(lapack, "lapack");
        Objects.requireNonNull(workers, "workers");
    }
}
