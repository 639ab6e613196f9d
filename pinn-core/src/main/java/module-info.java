/**
 * The library. What users name is exported to all; the rooms of the engine to the modules of this project alone, so that they
 * may change.
 */
@SuppressWarnings("module") // the modules named below are built after this one
module org.pinn4j.core {
    requires java.logging; // to keep netlib's start quiet
    requires java.management;
    requires jdk.management;
    requires transitive hipparchus.core;
    requires dev.ludovic.netlib.blas;
    requires dev.ludovic.netlib.lapack;
    requires arpack.combined.all;
    requires static jblas;

    exports org.pinn4j;
    exports org.pinn4j.ansatz;
    exports org.pinn4j.blas;
    exports org.pinn4j.direct;
    exports org.pinn4j.domain;
    exports org.pinn4j.io;
    exports org.pinn4j.linear;
    exports org.pinn4j.loss;
    exports org.pinn4j.network;
    exports org.pinn4j.optimize;
    exports org.pinn4j.parallel;
    exports org.pinn4j.paths;
    exports org.pinn4j.pde;
    exports org.pinn4j.pde.text;
    exports org.pinn4j.random;
    exports org.pinn4j.sampling;
    exports org.pinn4j.solution;
    exports org.pinn4j.train;
    exports org.pinn4j.args to
            org.pinn4j.problems,
            org.pinn4j.validation;
    exports org.pinn4j.compile to
            org.pinn4j.problems,
            org.pinn4j.validation;
    exports org.pinn4j.jets to
            org.pinn4j.validation;

    uses org.pinn4j.blas.BlasProvider;
    uses org.pinn4j.pde.DomainFormat;

    provides org.pinn4j.blas.BlasProvider with
            org.pinn4j.blas.OpenBlasProvider,
            org.pinn4j.blas.SystemProvider,
            org.pinn4j.blas.JblasProvider,
            org.pinn4j.blas.JavaProvider;
    provides org.pinn4j.pde.DomainFormat with
            org.pinn4j.domain.DiskFormat;
}
