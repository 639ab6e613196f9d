package org.pinn4j.blas;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Threads and kernel of the OpenBLAS in this process.
 * @param file the library's file name, or {@code library} when it is not known
 * @param kernel such as SKYLAKEX, or {@code unknown}
 * @param threads 0 when unknown
 */
record OpenBlasState(String file, String kernel, int threads) {
    /** Asks the library we loaded for one thread, by its own function where Java can call it, else by its variable. */
    static OpenBlasState singleThreaded(Path file) {
        Optional<OpenBlasState> state = OpenBlasCalls.singleThreaded(file);
        return state.orElseGet(() ->
                OpenBlasMemory.open(file).map(OpenBlasMemory::singleThreaded).orElseGet(() -> environment(file)));
    }

    /** What a library that somebody else loaded looks like; nothing is changed. */
    static OpenBlasState asFound() {
        return OpenBlasMemory.find().map(OpenBlasMemory::state).orElseGet(() -> environment(Path.of("library")));
    }

    private static OpenBlasState environment(Path file) {
        boolean one = "1".equals(System.getenv("OPENBLAS_NUM_THREADS"));
        return new OpenBlasState(file.getFileName().toString(), "unknown", one ? 1 : 0);
    }
}
