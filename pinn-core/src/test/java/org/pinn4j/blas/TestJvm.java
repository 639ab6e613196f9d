package org.pinn4j.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a main class of the tests in a JVM of its own, because a native library is bound once to a JVM. */
record TestJvm(int exitCode, String output) {
    static TestJvm run(Class<?> main, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return run(main, entry -> true, options, arguments);
    }

    /** @param classPath which entries of the class path to keep */
    static TestJvm run(Class<?> main, Predicate<String> classPath, List<String> options, String... arguments)
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
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new TestJvm(process.waitFor(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
