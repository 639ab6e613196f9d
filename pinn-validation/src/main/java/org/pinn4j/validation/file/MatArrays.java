package org.pinn4j.validation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pinn4j.io.FormatException;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/** The numeric arrays of a MATLAB file of level 5, compressed or not; everything else in it is passed over. */
final class MatArrays {
    private static final long MOST_BYTES = 1L << 30;
    private static final Set<MatlabType> NUMERIC = EnumSet.range(MatlabType.Double, MatlabType.UInt64);

    private MatArrays() {}

    /** @throws FormatException whatever is wrong with the content of the file */
    static List<MatArray> read(Path file) throws IOException {
        byte[] content = content(file);
        if (new String(content, 0, Math.min(10, content.length), StandardCharsets.US_ASCII).equals("MATLAB 7.3")) {
            throw new FormatException(
                    file, "a MATLAB file of version 7.3 (HDF5); only level 5 is read: save it with -v7");
        }
        try {
            MatEntries.requireWhole(content);
            return arrays(content);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new FormatException(file, "not a whole MATLAB file of level 5: " + reason(e));
        }
    }

    private static byte[] content(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new FormatException(file, "not an ordinary file of at most %d bytes".formatted(MOST_BYTES));
        }
        return Files.readAllBytes(file);
    }

    private static List<MatArray> arrays(byte[] content) throws IOException {
        List<MatArray> arrays = new ArrayList<>();
        long mostBytes = Math.min(MOST_BYTES, MatEntries.MOST_INFLATION * content.length);
        try (MatFile mat = Mat5.newReader(Sources.wrap(content))
                .setEntryFilter(header -> NUMERIC.contains(header.getType()))
                .setBufferAllocator(new Bounded(mostBytes))
                .disableSubsystemProcessing()
                .readMat()) {
            for (MatFile.Entry entry : mat.getEntries()) {
                if (entry.getValue() instanceof Matrix matrix && matrix.getNumElements() > 0) {
                    arrays.add(array(entry.getName(), matrix));
                }
            }
        }
        return arrays;
    }

    private static MatArray array(String name, Matrix matrix) {
        double[] values = new double[matrix.getNumElements()];
        Arrays.setAll(values, matrix::getDouble);
        int[] sizes =
                Arrays.stream(matrix.getDimensions()).filter(size -> size != 1).toArray();
        return new MatArray(name, sizes, values, matrix.isComplex());
    }

    /** The innermost message: the library wraps what it meets. */
    private static String reason(Throwable e) {
        Throwable inner = e;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
    }

    /** Takes no more memory than the file can fill. Confined to one thread. */
    private static final class Bounded implements BufferAllocator {
        private long left;

        Bounded(long most) {
            this.left = most;
        }

        @Override
        public ByteBuffer allocate(int bytes) {
            left -= bytes;
            if (bytes < 0 || left < 0) {
                throw new IllegalStateException("an array of %d bytes, more than the file can hold".formatted(bytes));
            }
            return ByteBuffer.allocate(bytes);
        }

        @Override
        public void release(ByteBuffer buffer) {
            // left to the collector
        }
    }
}
