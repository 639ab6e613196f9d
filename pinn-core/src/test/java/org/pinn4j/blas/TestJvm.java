package org.pinn4j.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a main class of the tests in a JVM of its own, because a native library is bound once to a JVM. */
record TestJvm(int exitCode, String output) {
    /** The library folders in which the JVM's own process looks first. */
    static TestJvm withLibraries(Path folder, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(main, entry -> true, List.of(), Map.of("LD_LIBRARY_PATH", folder.toString()), arguments);
    }

    static TestJvm run(Class<?> main, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return run(main, entry -> true, options, arguments);
    }

    /** @param classPath which entries of the class path to keep */
    static TestJvm run(Class<?> main, Predicate<String> classPath, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return run(main, classPath, options, Map.of(), arguments);
    }

    private static TestJvm run(
            Class<?> main,
            Predicate<String> classPath,
            List<String> options,
            Map<String, String> environment,
            String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(classPath)
                .collect(Collectors.joining(java.io.File.pathSeparator)));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("pinn4j-test", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new TestJvm(process.waitFor(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
