package org.pinn4j.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.pinn4j.io.AtomicFile;

/** A picture as a file. */
final class PngFile {
    private PngFile() {}

    /** Replaces the file whole or not at all. */
    static void write(Path file, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("no PNG writer in this Java");
        }
        AtomicFile.write(file, bytes::writeTo);
    }
}
