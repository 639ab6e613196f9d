package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pinn4j.solution.Solution;

/** A solution file that exists and can be read. */
record InputFile(Path path) {
    static InputFile require(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw Failure.badInput("cannot read %s; need a solution file, as 'pinn solve' writes it".formatted(path));
        }
        return new InputFile(path);
    }

    /** @throws Failure naming the file and what is wrong with it */
    Solution open() {
        try {
            return Solution.load(path);
        } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
            String line = Errors.firstLine(e);
            throw Failure.badInput(line.startsWith(path.toString()) ? line : path + ": " + line, e);
        }
    }
}
