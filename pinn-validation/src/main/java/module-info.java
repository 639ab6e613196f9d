/** References computed from statements, estimates of errors, convergence studies. */
module org.pinn4j.validation {
    requires transitive org.pinn4j.problems;
    requires hipparchus.fft;
    requires hipparchus.ode;
    requires us.hebi.matlab.mat.mfl.core;

    exports org.pinn4j.validation;
    exports org.pinn4j.validation.discrete;
    exports org.pinn4j.validation.estimate;
    exports org.pinn4j.validation.evolution;
    exports org.pinn4j.validation.file;
    exports org.pinn4j.validation.fourier;
    exports org.pinn4j.validation.kept;
    exports org.pinn4j.validation.order;
    exports org.pinn4j.validation.paths;
    exports org.pinn4j.validation.potential;
    exports org.pinn4j.validation.study;
    exports org.pinn4j.validation.system;
    exports org.pinn4j.validation.theory;
}
