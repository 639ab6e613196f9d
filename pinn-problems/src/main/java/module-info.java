/** The catalogue of problems with known answers. */
module org.pinn4j.problems {
    requires transitive org.pinn4j.core;

    exports org.pinn4j.problems;
}
