package org.pinn4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Doubles as eight bytes each, lowest byte first, in chunks. */
final class LittleEndian {
    private static final int CHUNK = 8192;

    private LittleEndian() {}

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void write(OutputStream out, NdArray array) throws IOException {
        ByteBuffer buffer = buffer(8 * Math.min(CHUNK, array.length()));
        for (int from = 0; from < array.length(); from += CHUNK) {
            int n = Math.min(CHUNK, array.length() - from);
            for (int i = 0; i < n; i++) {
                buffer.putDouble(8 * i, array.value(from + i));
            }
            out.write(buffer.array(), 0, 8 * n);
        }
    }

    /** @param at where the stream stands, for the error */
    static double[] read(InputStream in, int length, Path path, long at) throws IOException {
        double[] values = allocate(length, path, at);
        ByteBuffer buffer = buffer(8 * Math.min(CHUNK, length));
        for (int from = 0; from < length; from += CHUNK) {
            int n = Math.min(CHUNK, length - from);
            if (in.readNBytes(buffer.array(), 0, 8 * n) < 8 * n) {
                throw new FormatException(path, at + 8L * from, "the file ended while its data was read");
            }
            buffer.asDoubleBuffer().get(values, from, n);
        }
        return values;
    }

    private static double[] allocate(int length, Path path, long at) throws FormatException {
        try {
            return new double[length];
        } catch (OutOfMemoryError e) {
            throw new FormatException(
                    path, at, "no memory for %d numbers; give the JVM more with -Xmx".formatted(length));
        }
    }
}
