package org.pinn4j.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small project that stands on the module path alone, as an application that embeds the library would; {@code -Dpinn.jdk} runs it. */
class ModulePathTest {
    private static final String MODULE = "module embed { requires org.pinn4j.validation; }";

    private static final String MAIN = """
            package embed;

            import org.pinn4j.Pinn;
            import org.pinn4j.blas.Backends;
            import org.pinn4j.pde.*;
            import org.pinn4j.sampling.Grid;
            import org.pinn4j.solution.Solution;
            import org.pinn4j.validation.References;

            public final class Main {
                public static void main(String[] none) {
                    Axis x = Axis.of("x", 0, 1);
                    Field u = Field.of("u", x);
                    Problem problem = Problem.over(x)
                            .require(u.d(x, x).equalTo(u))
                            .require(u.equalTo(1).on(x.start()))
                            .require(u.equalTo(Math.E).on(x.end()));
                    Solution s = Pinn.standard().workers(1).steps(20).solve(problem);
                    Grid grid = Grid.of(x, 33);
                    double error = s.compare(References.of(problem, grid).best(), grid).relativeL2();
                    System.out.println(Main.class.getModule() + " error small " + (error < 1e-3) + " by "
                            + Backends.select("auto").name());
                }
            }
            """;

    @TempDir
    Path folder;

    /** The artifact of OpenBLAS is a jar among the others there, and its library is found. */
    @Test
    void aModuleSolvesComparesAndFindsTheNativeLibrary() throws Exception {
        assertEquals("", compiled(MAIN));
        String output = run();
        assertTrue(output.contains("module embed error small true by openblas"), output);
    }

    @Test
    void theEngineIsNotForOthers() throws Exception {
        String errors = compiled("package embed; final class Main { org.pinn4j.jets.DerivativePlan plan; }");
        assertTrue(errors.contains("org.pinn4j.jets"), errors);
        assertTrue(errors.contains("not visible") || errors.contains("does not export"), errors);
    }

    /** The class path of this test without the tests: modules in folders, dependencies in jars. */
    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
                .filter(entry -> entry.matches(".*(classes|pinn-|netlib|arpack|hipparchus|mfl|openblas|jblas).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String compiled(String main) throws Exception {
        Path source = Files.createDirectories(folder.resolve("src/embed"));
        Files.writeString(source.resolveSibling("module-info.java"), MODULE);
        Files.writeString(source.resolve("Main.java"), main);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "--module-path",
                    modulePath(),
                    "-d",
                    folder.resolve("out").toString());
            compiler.getTask(
                            errors,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjects(
                                    source.resolveSibling("module-info.java"), source.resolve("Main.java")))
                    .call();
        }
        return errors.toString();
    }

    private String run() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("pinn.jdk", System.getProperty("java.home")), "bin", "java")
                .toString());
        command.addAll(
                List.of("-p", folder.resolve("out") + File.pathSeparator + modulePath(), "-m", "embed/embed.Main"));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
