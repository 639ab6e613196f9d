package org.pinn4j.blas;

import dev.ludovic.netlib.blas.NativeBLAS;
import dev.ludovic.netlib.lapack.NativeLAPACK;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one native library behind netlib's JNI classes. They are static: what they are bound to at first use they keep until
 * the JVM ends, so this class keeps the same record, and refuses a second, different choice.
 */
final class NetlibLibrary {
    static final String BLAS_PATH = "dev.ludovic.netlib.blas.nativeLibPath";
    static final String LAPACK_PATH = "dev.ludovic.netlib.lapack.nativeLibPath";

    /** At most one entry, as netlib's own static fields. */
    private static final Map<String, NetlibLibrary> LOADED = new ConcurrentHashMap<>();

    private final String owner;
    private final NativeBLAS blas;
    private final NativeLAPACK lapack;
    private final boolean ofTheHost;

    private NetlibLibrary(String owner, boolean ofTheHost, NativeBLAS blas, NativeLAPACK lapack) {
        this.owner = owner;
        this.ofTheHost = ofTheHost;
        this.blas = blas;
        this.lapack = lapack;
    }

    /** The name of the backend whose library is loaded, or null. */
    static String owner() {
        return LOADED.values().stream()
                .map(library -> library.owner)
                .findFirst()
                .orElse(null);
    }

    /** Whether netlib was bound, or told to which file to bind, before this library was asked. */
    static boolean chosenByTheHost() {
        return LOADED.isEmpty() && (System.getProperty(BLAS_PATH) != null || OpenBlasMemory.mapped("netlibblasjni"))
                || LOADED.values().stream().anyMatch(NetlibLibrary::ofTheHost);
    }

    boolean ofTheHost() {
        return ofTheHost;
    }

    NativeBLAS blas() {
        return blas;
    }

    NativeLAPACK lapack() {
        return lapack;
    }

    /**
     * Binds netlib to a library.
     * @param file the library, or nothing for netlib's own lookup of libblas and liblapack
     * @throws IllegalStateException when it does not load, or another one was loaded before
     */
    static synchronized NetlibLibrary load(String owner, Optional<Path> file) {
        if (owner() != null && !owner().equals(owner)) {
            throw new IllegalStateException(
                    "this JVM already runs the native library of backend '%s' and cannot load a second one; choose '%s', or start another JVM for '%s'"
                            .formatted(owner(), owner(), owner));
        }
        if (LOADED.isEmpty()) {
            boolean ofTheHost = chosenByTheHost();
            if (ofTheHost) {
                sameForLapack();
            } else {
                file.ifPresent(NetlibLibrary::point);
            }
            LOADED.put(owner, quietly(() -> bind(owner, ofTheHost)));
        }
        return LOADED.get(owner);
    }

    private static void point(Path file) {
        System.setProperty(BLAS_PATH, file.toString());
        System.setProperty(LAPACK_PATH, file.toString());
    }

    private static void sameForLapack() {
        String blas = System.getProperty(BLAS_PATH);
        if (blas != null && System.getProperty(LAPACK_PATH) == null) {
            System.setProperty(LAPACK_PATH, blas);
        }
    }

    private static NetlibLibrary bind(String owner, boolean ofTheHost) {
        try {
            return new NetlibLibrary(owner, ofTheHost, NativeBLAS.getInstance(), NativeLAPACK.getInstance());
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalStateException("netlib could not bind the native library: " + e.getMessage(), e);
        }
    }

    /** netlib announces itself through java.util.logging while it starts; what is in use is reported by us instead. */
    private static <T> T quietly(java.util.function.Supplier<T> action) {
        Logger logger = Logger.getLogger("dev.ludovic.netlib");
        Level before = logger.getLevel();
        if (before == null) {
            logger.setLevel(Level.WARNING);
        }
        try {
            return action.get();
        } finally {
            logger.setLevel(before);
        }
    }
}
