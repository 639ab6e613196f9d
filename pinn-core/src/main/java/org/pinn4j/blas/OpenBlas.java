package org.pinn4j.blas;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/** What can be learnt of, and set in, an OpenBLAS in this process. */
final class OpenBlas {
    private static final Logger LOG = System.getLogger(OpenBlas.class.getName());

    private OpenBlas() {}

    /** @param ours the library's file when we loaded it ourselves: only then may its threads be set */
    static Backend describe(String name, NetlibLibrary library, Optional<Path> ours) {
        OpenBlasState state = ours.isPresent() ? OpenBlasState.singleThreaded(ours.get()) : OpenBlasState.asFound();
        String threads = state.threads() == 0
                ? "threads unknown"
                : state.threads() + (state.threads() == 1 ? " thread" : " threads");
        String description = "%s %s (%s, %s)".formatted(name, state.file(), state.kernel(), threads);
        if (state.threads() != 1) {
            LOG.log(
                    Level.WARNING,
                    "{0}: one call may use several threads, which costs speed and the bitwise repeatability; start the JVM with OPENBLAS_NUM_THREADS=1",
                    description);
        }
        return new Backend(
                name,
                new NetlibBlas(library.blas(), description),
                new NetlibLapack(library.lapack()),
                description,
                "asked for",
                state.kernel(),
                state.threads());
    }
}
