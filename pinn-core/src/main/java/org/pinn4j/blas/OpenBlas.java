package org.pinn4j.blas;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be learnt of, and set in, an OpenBLAS in this process. */
final class OpenBlas {
    private static final Logger LOG = System.getLogger(OpenBlas.class.getName());

    private static final String ONE_THREAD =
            "one call may use several threads, which costs speed and bitwise repeatability; start the JVM with OPENBLAS_NUM_THREADS=1";
    private static final Set<String> NARROW =
            Set.of("HASWELL", "ZEN", "EXCAVATOR", "STEAMROLLER", "PILEDRIVER", "SANDYBRIDGE", "NEHALEM", "PRESCOTT");

    private OpenBlas() {}

    /** @param ours the library's file when we loaded it ourselves: only then may its threads be set */
    static Backend describe(String name, NetlibLibrary library, Optional<Path> ours) {
        OpenBlasState state = ours.isPresent() ? OpenBlasState.singleThreaded(ours.get()) : OpenBlasState.asFound();
        String description = "%s %s%s (%s, %s)"
                .formatted(
                        name,
                        library.ofTheHost() ? "as the host loaded it, " : "",
                        state.file(),
                        state.kernel(),
                        threads(state));
        if (state.threads() != 1) {
            LOG.log(Level.WARNING, "{0}: {1}", description, ONE_THREAD);
        }
        Blas blas = new NetlibBlas(library.blas(), description);
        return new Backend(
                name,
                blas,
                state.threads() == 1
                        ? new NetlibLapack(library.lapack())
                        : new NetlibLapack(library.lapack(), new JavaLapack(blas)),
                description,
                "asked for",
                state.kernel(),
                state.threads(),
                state.threads() == 1
                        ? kernelAdvice(state.kernel(), processorFlags(), System.getenv("OPENBLAS_CORETYPE"))
                        : ONE_THREAD);
    }

    private static String threads(OpenBlasState state) {
        return switch (state.threads()) {
            case 0 -> "threads unknown";
            case 1 -> "1 thread";
            default -> state.threads() + " threads";
        };
    }

    /**
     * A 256-bit kernel on a processor with AVX-512: the 512-bit one was 1.6 times faster on such a machine.
     * @param asked the variable OPENBLAS_CORETYPE of the environment, or null
     */
    static String kernelAdvice(String kernel, Set<String> processorFlags, String asked) {
        boolean wide = processorFlags.containsAll(List.of("avx512f", "avx512dq", "avx512bw", "avx512vl"));
        if (!wide || !NARROW.contains(kernel.toUpperCase(Locale.ROOT))) {
            return "";
        }
        String remedy = asked == null || asked.isBlank()
                ? "start the JVM with OPENBLAS_CORETYPE=SKYLAKEX"
                : "the environment asks for it, OPENBLAS_CORETYPE=%s: unset that".formatted(asked);
        return "OpenBLAS runs its %s kernel on a processor with AVX-512; %s".formatted(kernel, remedy);
    }

    private static Set<String> processorFlags() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line ->
                            Set.of(line.substring(line.indexOf(':') + 1).trim().split(" ")))
                    .orElse(Set.of());
        } catch (IOException | RuntimeException e) {
            return Set.of();
        }
    }
}
