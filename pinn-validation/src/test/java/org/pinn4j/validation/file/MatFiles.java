package org.pinn4j.validation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.zip.Deflater;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

/** MATLAB files for the tests, written by the library that reads them. */
public final class MatFiles {
    private final MatFile content = Mat5.newMatFile();

    /** An array whose entry at column-major position k is {@code value(k)}. */
    public MatFiles with(String name, int[] sizes, IntToDoubleFunction value) {
        return with(name, Mat5.newMatrix(sizes), value);
    }

    public MatFiles with(String name, Matrix matrix, IntToDoubleFunction value) {
        for (int k = 0; k < matrix.getNumElements(); k++) {
            matrix.setDouble(k, value.applyAsDouble(k));
        }
        content.addArray(name, matrix);
        return this;
    }

    public MatFiles withText(String name, String text) {
        content.addArray(name, Mat5.newString(text));
        return this;
    }

    public Path write(Path file) throws IOException {
        Mat5.writeToFile(content, file.toFile());
        return file;
    }

    /** The bytes of the file, its entries deflated or as they are. */
    public byte[] bytes(boolean deflated) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(1 << 16);
        Mat5.newWriter(Sinks.wrap(out))
                .setDeflateLevel(deflated ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION)
                .writeMat(content);
        return Arrays.copyOf(out.array(), out.position());
    }
}
