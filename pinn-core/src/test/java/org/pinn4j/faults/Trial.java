package org.pinn4j.faults;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the package of a fault with the fault in it, puts the result before the sound classes and runs the test that has to
 * see it. The package, because a constant is copied into the classes that use it; in those of other packages it stays sound.
 */
final class Trial {
    private static final int SECONDS = 60;

    private final Path home;

    Trial(Path home) {
        this.home = home;
    }

    /** How a run of tests ended. @param line the first failure, or what else there is to say */
    record Ended(int code, String line) {}

    /** @throws IllegalArgumentException if the patch does not apply or compile */
    Ended faulty(SeededFault fault) throws IOException, InterruptedException {
        Path classes = Files.createTempDirectory("pinn-fault-" + fault.number());
        try {
            compile(fault, classes);
            return run(classes.toString(), List.of(fault.named()), SECONDS);
        } finally {
            delete(classes);
        }
    }

    /** The tests of all these faults without any of them, one after the other in one JVM. */
    Ended sound(List<SeededFault> faults) throws IOException, InterruptedException {
        List<String> tests = faults.stream().map(SeededFault::named).distinct().toList();
        return run("", tests, SECONDS * tests.size());
    }

    private void compile(SeededFault fault, Path to) throws IOException {
        Path file = home.resolve(fault.patch().file());
        Path source = Files.createDirectories(to.resolve("source")).resolve(file.getFileName());
        Files.writeString(source, fault.patch().applied(Files.readString(file)));
        List<Path> sources = new ArrayList<>(List.of(source));
        try (Stream<Path> neighbours = Files.list(file.getParent())) {
            neighbours
                    .filter(f -> f.toString().endsWith(".java") && !f.equals(file))
                    .filter(f -> !f.endsWith("package-info.java"))
                    .forEach(sources::add);
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-d", to.toString(), "-cp", classPath(), "-implicit:none");
            boolean right = javac.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!right) {
                throw new IllegalArgumentException(fault + " does not compile: " + messages);
            }
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static Ended run(String first, List<String> tests, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-cp",
                first.isEmpty() ? classPath() : first + File.pathSeparator + classPath(),
                TestRun.class.getName()));
        command.addAll(tests);
        Path output = Files.createTempFile("pinn-fault", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            return ended
                    ? new Ended(process.exitValue(), last(Files.readString(output)))
                    : new Ended(TestRun.BROKEN, "no end within %d s".formatted(seconds));
        } finally {
            Files.delete(output);
        }
    }

    private static String last(String output) {
        return output.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
