package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.Group;

/** The commands on the library itself, in few steps. */
class OtherCommandsTest {
    @TempDir
    private Path folder;

    private static Console run(Object... args) {
        return Console.run(args);
    }

    private Path solve(String name, int threads) {
        Path out = folder.resolve(name + threads);
        Console console = run(
                "solve", name, "--steps", 45, "--no-plots", "--threads", threads, "--backend", "java", "--out", out);
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains("relative L2"), console.out());
        return out.resolve("solution.pinn");
    }

    @Test
    void theFileDoesNotDependOnTheNumberOfThreads() throws IOException {
        assertEquals(-1, Files.mismatch(solve("poisson-2d", 1), solve("poisson-2d", 3)));
    }

    @Test
    void anUnknownProblemIsAnsweredWithTheNearestName() {
        Path out = folder.resolve("out");
        Console console = run("solve", "brugers", "--out", out);
        assertEquals(2, console.code());
        assertFalse(Files.exists(out), "a folder for nothing");
        assertTrue(console.err().contains("did you mean 'burgers'?"), console.err());
    }

    @Test
    void aStatementIsCheckedWithoutBeingSolved() throws IOException {
        Console right = run("check", "burgers");
        assertEquals(0, right.code(), right.err());
        assertTrue(right.out().startsWith("burgers over x in [-1, 1]"), right.out());
        assertTrue(right.out().endsWith("nothing looks wrong\n"), right.out());
        Path file = Tiny.write(folder);
        String source = Files.readString(file);
        Files.writeString(file, source.replace("on(X.ends())", "on(X.start())"));
        Console wrong = run("check", file);
        assertEquals(2, wrong.code());
        assertTrue(wrong.out().contains("\nstops a solve: u needs 2 conditions"), wrong.out());
        Files.writeString(
                file,
                source.replace(
                        "on(X.ends())",
                        "on(X.start())).acknowledge(\"missing-boundary:u:x\", \"any of them will do\""));
        Console meant = run("check", file);
        assertEquals(0, meant.code(), meant.err());
        assertTrue(meant.out().contains("\nacknowledged: u needs"), meant.out());
        assertTrue(meant.out().endsWith("[missing-boundary:u:x]: any of them will do\n"), meant.out());
    }

    @Test
    void listShowsEveryProblemWithItsReferenceAndTheBestPublishedError() {
        Console console = run("list");
        assertEquals(0, console.code());
        List<String> lines = console.out().lines().toList();
        Catalogue.names()
                .forEach(name -> assertEquals(
                        1, lines.stream().filter(l -> l.startsWith(name + " ")).count(), name));
        Stream.of(Group.values())
                .filter(g -> !Catalogue.in(g).isEmpty())
                .forEach(g -> assertEquals(
                        lines.indexOf(g.title()) + 1,
                        IntStream.range(0, lines.size())
                                .filter(k -> lines.get(k)
                                        .startsWith(Catalogue.in(g).get(0).name() + " "))
                                .findFirst()
                                .orElse(-1),
                        g.title()));
        assertTrue(console.out().lines().skip(1).anyMatch(l -> l.matches("burgers .*  Cole-Hopf quadrature  .+")));
        assertTrue(console.out().lines().anyMatch(l -> l.matches("kdv .*  computed +\\S.*")), console.out());
    }

    @Test
    void doctorTellsTheVersionsAndTheLinearAlgebra() {
        Console console = run("doctor");
        assertEquals(0, console.code());
        assertTrue(console.out().contains("Java " + Runtime.version()), console.out());
        assertTrue(console.out().matches("(?s).*\nlinear algebra  \\S.*\nto be faster .*"), console.out());
    }

    @Test
    void theCatalogueHasTheFourFirstProblems() {
        String list = run("list").out();
        for (String name : new String[] {"burgers", "poisson-2d", "heat-1d", "allen-cahn"}) {
            assertTrue(list.lines().anyMatch(line -> line.startsWith(name + " ")), list);
        }
    }

    @Test
    void theFiniteDifferencesAgreeWithTheTruthWithinTheirFloor() {
        Console console = run("reference", "poisson-2d", "--grid", "11x11", "--method", "fd", "--tolerance", "1e-6");
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains("finite differences of order 6"), console.out());
        assertTrue(console.out().contains("differs from closed form"), console.out());
        assertTrue(console.out().contains("within the sum of the floors"), console.out());
    }

    /** Fourier modes have the exact rate of a sine mode; the file says the same by a formula. */
    @Test
    void aStatementInAFileIsCheckedByTheOtherMethodAndAgainstATable() throws IOException {
        Path statement = Files.writeString(folder.resolve("Heat.java"), """
                import org.pinn4j.pde.*;
                public class Heat {
                    public static Problem problem() {
                        Axis x = Axis.of("x", 0, 2), t = Axis.time("t", 0, 1);
                        Field u = Field.of("u", x, t);
                        return Problem.over(x, t)
                            .require(u.d(t).equalTo(u.d(x, x).times(0.1)))
                            .require(u.equalTo(Expr.sin(x.times(Math.PI))).on(t.start()))
                            .periodicIn(x);
                    }
                }
                """);
        double u = Math.exp(-0.1 * Math.PI * Math.PI);
        Path table = Files.writeString(folder.resolve("t.csv"), "x,t,u\n0.5,1," + u + "\n1.5,1," + -u + "\n");
        Console console = run(
                "reference",
                statement,
                "--tolerance",
                "1e-6",
                "--check",
                "--against",
                table,
                "--against-floor",
                "1e-15");
        assertEquals(0, console.code(), console.out() + console.err());
        assertTrue(console.out().startsWith("Heat: spectral collocation"), console.out());
        assertTrue(console.out().contains("differs from finite differences of order 6"), console.out());
        assertTrue(console.out().contains("differs from " + table + " (floor 1.00e-15) by "), console.out());
    }

    @Test
    void aStatementThatCannotBePutOnAGridIsOneLineWithTheReason() throws IOException {
        Path statement = Files.writeString(folder.resolve("Open.java"), """
                import org.pinn4j.pde.*;
                public class Open {
                    public static Problem problem() {
                        Axis x = Axis.of("x", 0, 2), t = Axis.time("t", 0, 1);
                        Field u = Field.of("u", x, t);
                        return Problem.over(x, t).require(u.d(t).equalTo(u.d(x, x))).periodicIn(x);
                    }
                }
                """);
        Console console = run("reference", statement);
        assertEquals(2, console.code(), console.err());
        assertEquals(1, console.err().lines().count(), console.err());
        assertTrue(console.err().contains("Open: ") && console.err().contains("initial"), console.err());
    }
}
