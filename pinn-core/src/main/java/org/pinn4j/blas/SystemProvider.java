package org.pinn4j.blas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The libblas and liblapack that the operating system has, found by netlib, or the file that the host names by netlib's properties. */
public final class SystemProvider implements BlasProvider {
    private static final List<String> NEEDED = List.of("libblas.so.3", "liblapack.so.3");

    @Override
    public String name() {
        return "system";
    }

    @Override
    public Availability availability() {
        if (System.getProperty(NetlibLibrary.BLAS_PATH) != null
                || System.getProperty("dev.ludovic.netlib.blas.nativeLib") != null) {
            return Availability.yes("the library named by netlib's system properties");
        }
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Availability.yes("netlib's own lookup");
        }
        for (String library : NEEDED) {
            if (!onLinux(library)) {
                return Availability.no(
                        "this system has no %s; install OpenBLAS or another BLAS with LAPACK".formatted(library));
            }
        }
        return Availability.yes("libblas and liblapack of the system");
    }

    @Override
    public Backend create() {
        return OpenBlas.describe(name(), NetlibLibrary.load(name(), Optional.empty()), Optional.empty());
    }

    /** Asked beforehand, because a failed attempt cannot be repeated in the same JVM and writes to standard error. */
    private static boolean onLinux(String library) {
        List<String> folders = new ArrayList<>(List.of("/usr/local/lib", "/usr/lib64", "/usr/lib", "/lib"));
        String path = System.getenv("LD_LIBRARY_PATH");
        if (path != null) {
            folders.addAll(List.of(path.split(":")));
        }
        return folders.stream().anyMatch(folder -> Files.exists(Path.of(folder, library)))
                || loaderCache().contains("/" + library + "\0");
    }

    private static String loaderCache() {
        try {
            return new String(Files.readAllBytes(Path.of("/etc/ld.so.cache")), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
