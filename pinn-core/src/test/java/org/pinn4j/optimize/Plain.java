package org.pinn4j.optimize;

import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.parallel.Workers;

/** Plain Java linear algebra on one thread: these tests are about the methods, not about speed. */
final class Plain {
    static final Algebra ALGEBRA = algebra(1);

    private Plain() {}

    static Algebra algebra(int workers) {
        Backend java = Backends.select("java");
        return new Algebra(java.blas(), java.lapack(), Workers.of(workers));
    }
}
