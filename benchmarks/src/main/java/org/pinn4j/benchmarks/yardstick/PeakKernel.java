package org.pinn4j.benchmarks.yardstick;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A small C program of fused multiply-adds in registers, compiled here and run as a child process. */
final class PeakKernel implements AutoCloseable {
    private static final String SOURCE = "fma.c";
    private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");
    private static final List<String> TARGETS = List.of("-march=native", "-mcpu=native");
    private static final int SECONDS = 60;
    private static final int RUNS = 5;

    private final Path folder;
    private final String compiler;

    private PeakKernel(Path folder, String compiler) {
        this.folder = folder;
        this.compiler = compiler;
    }

    /** Compiles into a temporary folder; {@link #gigaflops} is empty afterwards where no compiler is there. */
    static PeakKernel compile() throws IOException {
        Path folder = Files.createTempDirectory("pinn-peak");
        try (InputStream source = PeakKernel.class.getResourceAsStream(SOURCE)) {
            Files.copy(source, folder.resolve(SOURCE));
        }
        for (String compiler : COMPILERS) {
            for (String target : TARGETS) {
                if (!output(folder, compiler, "-O3", target, "-pthread", "-o", "fma", SOURCE)
                        .equals("failed")) {
                    return new PeakKernel(folder, compiler + " -O3 " + target);
                }
            }
        }
        return new PeakKernel(folder, "");
    }

    /** The compiler and its flags, or the empty text. */
    String compiler() {
        return compiler;
    }

    /** 10⁹ operations a second, all threads together, the best of some runs; empty without a compiler. */
    OptionalDouble gigaflops(int threads) {
        if (compiler.isEmpty()) {
            return OptionalDouble.empty();
        }
        return IntStream.range(0, RUNS)
                .mapToObj(k -> output(folder, folder.resolve("fma").toString(), String.valueOf(threads)))
                .filter(said -> said.matches("[0-9.]+"))
                .mapToDouble(Double::parseDouble)
                .max();
    }

    /** What a program says, or {@code failed}. */
    private static String output(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "failed";
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? said.strip() : "failed";
        } catch (IOException e) {
            return "failed"; // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "failed";
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("fma"));
        Files.deleteIfExists(folder.resolve(SOURCE));
        Files.deleteIfExists(folder);
    }
}
