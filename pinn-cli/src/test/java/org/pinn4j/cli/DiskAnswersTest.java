package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk: outside of it pictures are blank and tables have no number. */
class DiskAnswersTest {
    private static final String PLATE = """
            import org.pinn4j.pde.*;
            import org.pinn4j.domain.Disk;
            public class Plate {
                static final Axis X = Axis.of("x", 0, 2), Y = Axis.of("y", -1, 1);
                static final Field U = Field.of("u", X, Y);
                public static Problem problem() {
                    return Problem.over(Disk.of(X, Y, 1, 0, 1))
                        .require(U.d(X, X).plus(U.d(Y, Y)).equalTo(-4))
                        .require(U.equalTo(3).on(Region.boundary()));
                }
                public static org.pinn4j.sampling.Grid grid() { return org.pinn4j.sampling.Grid.of(X, 41).by(Y, 41); }
                public static org.pinn4j.solution.Reference reference() {
                    return new org.pinn4j.solution.Reference() {
                        public String kind() { return "closed form"; }
                        public double floor() { return 1e-15; }
                        public double[] values(Field f, double[] x, int n) {
                            double[] u = new double[n];
                            for (int i = 0; i < n; i++) { u[i] = 4 - Math.pow(x[i] - 1, 2) - Math.pow(x[n + i], 2); }
                            return u;
                        }
                    };
                }
            }
            """;

    /** Of the plot, in parts of its sides from its lower left corner. */
    private static int colour(BufferedImage image, double across, double up) {
        return image.getRGB(80 + (int) (across * 630), 50 + (int) ((1 - up) * 400));
    }

    private static List<String> tableOf(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    @Test
    void outsideIsBlank(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Plate.java"), PLATE);
        Path out = folder.resolve("out");
        Console run = Console.run("run", file, "--steps", 2, "--threads", 1, "--accept-unresolved", "--out", out);
        assertEquals(0, run.code(), run.err());
        for (String name : List.of("solution", "reference", "error")) {
            BufferedImage image = ImageIO.read(out.resolve(name + ".png").toFile());
            for (double[] corner : new double[][] {{0.05, 0.05}, {0.05, 0.95}, {0.95, 0.05}, {0.95, 0.95}}) {
                assertEquals(Color.WHITE.getRGB(), colour(image, corner[0], corner[1]), name);
            }
            assertNotEquals(Color.WHITE.getRGB(), colour(image, 0.5, 0.9), name);
        }
        Path table = folder.resolve("t.csv");
        Console written = Console.run(
                "evaluate",
                out.resolve("solution.pinn"),
                "--grid",
                "5x5",
                "--expr",
                "u",
                "--expr",
                "u_x",
                "--out",
                table);
        assertEquals(0, written.code(), written.err());
        for (String row : tableOf(table).subList(1, 26)) {
            String[] cells = row.split(",");
            boolean inside = Math.hypot(Double.parseDouble(cells[0]) - 1, Double.parseDouble(cells[1])) <= 1;
            assertTrue(inside != Double.isNaN(Double.parseDouble(cells[2])), row);
            assertTrue(inside != Double.isNaN(Double.parseDouble(cells[3])), row);
        }
    }
}
