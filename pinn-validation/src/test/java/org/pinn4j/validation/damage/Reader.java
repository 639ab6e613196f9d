package org.pinn4j.validation.damage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.Npy;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.file.TabulatedSolution;

/** The readers that there are, each with what it may say of a file that is not what it should be. */
enum Reader {
    SOLUTION(".pinn") {
        @Override
        void read(Path file) throws IOException {
            Solution.load(file);
        }
    },
    STATEMENT(".txt") {
        @Override
        void read(Path file) throws IOException {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            try {
                ProblemText.parse(text, Map.of());
            } catch (IllegalArgumentException e) { // of a text, which has no file
                throw new FormatException(file, e.getMessage());
            }
        }
    },
    CSV(".csv") {
        @Override
        void read(Path file) throws IOException {
            TabulatedSolution.read(file, SoundFiles.PROBLEM, SoundFiles.GRID);
        }
    },
    NPY(".npy") {
        @Override
        void read(Path file) throws IOException {
            Npy.read(file);
        }
    },
    MAT(".mat") {
        @Override
        void read(Path file) throws IOException {
            TabulatedSolution.read(file, SoundFiles.PROBLEM, SoundFiles.GRID);
        }
    };

    private final String ending;

    Reader(String ending) {
        this.ending = ending;
    }

    /** @throws FormatException if the file is not what it should be: the one exception that a damaged file may end in */
    abstract void read(Path file) throws IOException;

    Path file(Path folder) {
        return folder.resolve("damaged" + ending);
    }

    List<byte[]> sound() {
        return SoundFiles.of(this);
    }
}
