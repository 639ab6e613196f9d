package org.pinn4j.blas;

import org.jblas.NativeBlas;
import org.jblas.util.Logger;

/** jblas, where its jar is on the class path: a baseline to compare with, never chosen by itself. */
public final class JblasProvider implements BlasProvider {
    static final String DESCRIPTION =
            "jblas (arrays are copied on each call; plain Java for syrk, symv, syr, syr2, trsm, QR and band solvers)";

    /** Above all of its levels: what goes wrong is in our own message. */
    private static final int QUIET = Logger.ERROR + 1;

    @Override
    public String name() {
        return "jblas";
    }

    @Override
    public Availability availability() {
        if (JblasProvider.class.getClassLoader().getResource("org/jblas/NativeBlas.class") == null) {
            return Availability.no("no jblas on the class path; add org.jblas:jblas");
        }
        return Availability.yes("jblas on the class path");
    }

    @Override
    public Backend create() {
        try {
            Logger.getLogger().setLevel(QUIET);
            OpenBlasProvider.loadFortranRuntime();
            NativeBlas.dnrm2(1, new double[] {1}, 0, 1);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "the native library of jblas does not load (%s); it may need a system libgfortran".formatted(e), e);
        }
        JblasBlas blas = new JblasBlas();
        return new Backend(
                "jblas",
                blas,
                new JblasLapack(),
                DESCRIPTION,
                "asked for",
                "unknown",
                1,
                "openblas is two to five times faster");
    }
}
