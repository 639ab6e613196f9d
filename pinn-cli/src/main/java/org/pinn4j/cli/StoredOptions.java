package org.pinn4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.pinn4j.pde.Expr;
import org.pinn4j.solution.Solution;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The solution file of a command, and where the functions are that no file can hold. */
final class StoredOptions {
    @Parameters(paramLabel = "FILE.pinn", description = "A file that 'pinn solve' wrote.")
    private Path file;

    @Option(
            names = "--with",
            paramLabel = "FILE.java",
            description = "The file that was solved, where its problem has functions given as code.")
    private Path with;

    /** @throws Failure naming the file and what is wrong with it */
    Solution open() {
        Failure.require(
                Files.isReadable(file) && !Files.isDirectory(file),
                "cannot read %s; need a solution file, as 'pinn solve' writes it".formatted(file));
        Map<String, Expr> functions =
                with == null ? Map.of() : UserFile.load(with).functions();
        try {
            return Solution.load(file, functions);
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            String line = Errors.firstLine(e);
            throw Failure.badInput(line.startsWith(file.toString()) ? line : file + ": " + line, e);
        }
    }
}
