package org.pinn4j.blas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** OpenBLAS from the org.bytedeco:openblas jar of this platform, copied out and loaded without any other library. */
public final class OpenBlasProvider implements BlasProvider {
    private static final String RESOURCES = "org/bytedeco/openblas/";

    private final String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));

    @Override
    public String name() {
        return "openblas";
    }

    @Override
    public Availability availability() {
        if (loader(platform).getResource(library(platform)) == null) {
            return Availability.no(
                    "no OpenBLAS artifact for %s on the class path or the module path; add org.bytedeco:openblas with classifier %s"
                            .formatted(platform, platform));
        }
        return Availability.yes("OpenBLAS for " + platform + " from its artifact");
    }

    @Override
    public Backend create() {
        if (NetlibLibrary.owner() != null || NetlibLibrary.chosenByTheHost()) {
            return OpenBlas.describe(name(), NetlibLibrary.load(name(), Optional.empty()), Optional.empty());
        }
        Path file = extracted();
        loadable(file);
        NetlibLibrary library = NetlibLibrary.load(name(), Optional.of(file));
        return OpenBlas.describe(name(), library, Optional.of(file));
    }

    private Path extracted() {
        try {
            return NativeFiles.standard().extract(loader(platform), RESOURCES + platform + "/", files(platform));
        } catch (IOException | SecurityException e) {
            throw new IllegalStateException(
                    "OpenBLAS could not be copied out of its jar (%s); set -D%s=FOLDER to a folder you can write to"
                            .formatted(e, NativeFiles.CACHE),
                    e);
        }
    }

    /** Lends the jar's Fortran runtime to a library that needs one and finds none; where there is none to lend, nothing happens. */
    static void loadFortranRuntime() {
        OpenBlasProvider provider = new OpenBlasProvider();
        List<String> names = files(provider.platform);
        List<String> fortran = names.subList(1, names.size());
        try {
            System.load(NativeFiles.standard()
                    .extract(loader(provider.platform), RESOURCES + provider.platform + "/", fortran)
                    .toString());
        } catch (IOException | SecurityException | UnsatisfiedLinkError e) {
            System.getLogger(OpenBlasProvider.class.getName())
                    .log(System.Logger.Level.DEBUG, "no Fortran runtime to lend", e);
        }
    }

    /** Loads it once by ourselves: a failure here has a clear text and leaves netlib's classes untouched. */
    private static void loadable(Path file) {
        try {
            System.load(file.toString());
        } catch (UnsatisfiedLinkError e) {
            throw new IllegalStateException("OpenBLAS does not load (%s)".formatted(e.getMessage()), e);
        }
    }

    /** The platform's name in the artifacts' classifiers, such as linux-x86_64. */
    static String platform(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        String arch = processor.toLowerCase(Locale.ROOT);
        String family = os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : "linux";
        return family
                + switch (arch) {
                    case "amd64", "x86_64" -> "-x86_64";
                    case "aarch64", "arm64" -> "-arm64";
                    default -> "-" + arch;
                };
    }

    /** The library and what it needs beside it. */
    static List<String> files(String platform) {
        if (platform.startsWith("windows")) {
            return List.of(
                    "libopenblas.dll",
                    "libgfortran-5.dll",
                    "libquadmath-0.dll",
                    "libgcc_s_seh-1.dll",
                    "libwinpthread-1.dll");
        }
        if (platform.startsWith("macosx")) {
            return List.of(
                    "libopenblas.0.dylib",
                    "libgfortran.5.dylib",
                    "libgfortran.dylib",
                    "libquadmath.0.dylib",
                    "libgcc_s.1.1.dylib",
                    "libgcc_s.1.dylib");
        }
        return List.of(
                "libopenblas.so.0",
                "libgfortran.so.5",
                "libgfortran.so.4",
                "libgfortran.so.3",
                "libquadmath.so.0",
                "libgcc_s.so.1");
    }

    private static String library(String platform) {
        return RESOURCES + platform + "/" + files(platform).get(0);
    }

    /** Where the artifact is: on the class path, or a jar of the module path that nothing requires and so nothing has opened. */
    private static ClassLoader loader(String platform) {
        ClassLoader own = OpenBlasProvider.class.getClassLoader();
        return own.getResource(library(platform)) != null
                ? own
                : ModulePath.holderOf(library(platform)).orElse(own);
    }
}
