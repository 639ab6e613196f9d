package org.pinn4j.validation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The outermost tags of a MATLAB file of level 5. Source: MathWorks, MAT-File Format, chapter 1. */
final class MatEntries {
    private static final int HEADER = 128;
    private static final int TAG = 8;
    private static final int COMPRESSED = 15;
    /** No deflated byte holds more than so many. Source: zlib, technical details. */
    static final long MOST_INFLATION = 1032;

    private MatEntries() {}

    /**
     * Checks that each entry ends within the file, before the library reads on from wherever one says that it ends and complains on
     * standard error.
     * @throws IOException if one does not
     */
    static void requireWhole(byte[] content) throws IOException {
        if (content.length < HEADER) {
            throw new IOException("%d bytes, need a header of %d".formatted(content.length, HEADER));
        }
        ByteOrder order = content[HEADER - 1] == 'I' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        for (int at = HEADER; at + TAG <= content.length; ) {
            ByteBuffer tag = ByteBuffer.wrap(content, at, TAG).order(order);
            int type = tag.getInt();
            int size = fitting(at, tag.getInt(), content.length - at - TAG);
            if (type == COMPRESSED) {
                ByteBuffer inner = inflatedTag(content, at + TAG, size).order(order);
                fitting(at, inner.getInt(TAG / 2), MOST_INFLATION * size);
            }
            at += TAG + size;
        }
    }

    private static int fitting(int at, int size, long most) throws IOException {
        if (Integer.toUnsignedLong(size) > most || size < 0) {
            throw new IOException("the entry at byte %d claims %d bytes, there is room for %d"
                    .formatted(at, Integer.toUnsignedLong(size), most));
        }
        return size;
    }

    private static ByteBuffer inflatedTag(byte[] content, int from, int size) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, from, size);
            byte[] tag = new byte[TAG];
            if (inflater.inflate(tag) < TAG) {
                throw new IOException("the compressed entry at byte %d is empty".formatted(from - TAG));
            }
            return ByteBuffer.wrap(tag);
        } catch (DataFormatException e) {
            throw new IOException("the compressed entry at byte %d: %s".formatted(from - TAG, e.getMessage()), e);
        } finally {
            inflater.end();
        }
    }
}
