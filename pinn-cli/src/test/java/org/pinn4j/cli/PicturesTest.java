package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;

class PicturesTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", 0, 2);
    private static final Axis T = Axis.time("t", 0, 3);

    @TempDir
    private Path folder;

    @Test
    void everyPictureIsAPngOfTheStatedSize() throws IOException {
        Slice slice = Slice.of(List.of(X, T), Grid.of(X, 31).by(T, 17));
        double[] u = new double[slice.size()];
        Arrays.setAll(u, i -> Math.sin(3 * slice.points()[i]) * slice.points()[slice.size() + i]);
        double[] wrong = Arrays.stream(u).map(v -> v + 1e-6 * v).toArray();
        Pictures pictures = new Pictures(folder);
        pictures.field(Field.of("u", X, T), "", slice, u, wrong);
        pictures.history(List.of(
                new WatchedSolve.Point(1, 1e-2, 1e-1, Double.NaN), new WatchedSolve.Point(9, 1e-8, 1e-4, 1e-5)));
        assertEquals(4, pictures.written().size());
        for (Path file : pictures.written()) {
            BufferedImage image = ImageIO.read(file.toFile());
            assertEquals(HeatMap.WIDTH, image.getWidth(), file.toString());
            assertEquals(HeatMap.HEIGHT, image.getHeight(), file.toString());
        }
    }

    @Test
    void oneAxisGivesCurves() throws IOException {
        Slice slice = Slice.of(List.of(X), Grid.of(X, 31));
        Pictures pictures = new Pictures(folder);
        pictures.field(Field.of("u", X), "-u", slice, slice.line(), slice.line());
        assertTrue(Files.exists(folder.resolve("solution-u.png")));
        assertTrue(ImageIO.read(folder.resolve("solution-u.png").toFile()).getWidth() == HeatMap.WIDTH);
    }

    @Test
    void aConstantAndAValueThatIsNotANumberCanBeDrawn() throws IOException {
        Slice slice = Slice.of(List.of(X, Y), Grid.of(X, 5).by(Y, 5));
        double[] u = new double[25];
        u[3] = Double.NaN;
        Pictures pictures = new Pictures(folder);
        pictures.field(Field.of("u", X, Y), "", slice, u, new double[25]);
        assertEquals(3, pictures.written().size());
    }

    /** u = t + 10 x: the lowest colour is at the lower left, the highest at the upper right, time across. */
    @Test
    void timeRunsAcrossAndSpaceUp() {
        Slice slice = Slice.of(List.of(X, T), Grid.of(X, 3).by(T, 4));
        double[] u = new double[12];
        Arrays.setAll(u, i -> slice.points()[12 + i] + 10 * slice.points()[i]);
        BufferedImage image = slice.map("u", u, -10, 13, false).draw();
        assertEquals(Palette.VALUES.colour(0), image.getRGB(90, 440) & 0xffffff);
        assertEquals(Palette.VALUES.colour(1), image.getRGB(700, 60) & 0xffffff);
        assertEquals(Palette.VALUES.colour(3 / 23.0), image.getRGB(700, 440) & 0xffffff);
        assertNotEquals(image.getRGB(90, 60), image.getRGB(700, 440));
    }

    @Test
    void withThreeAxesTimeIsHeldAtItsEnd() {
        Slice slice = Slice.of(List.of(X, Y, T), Grid.of(X, 3).by(Y, 4).by(T, 5));
        assertEquals(List.of(X, Y), slice.shown());
        assertEquals(12, slice.size());
        assertEquals(" at t = 3.000", slice.where());
        assertEquals(3.0, slice.points()[2 * 12 + 7]);
        assertEquals(-1.0, slice.points()[0]);
        assertEquals(2.0, slice.points()[12 + 3]);
    }
}
