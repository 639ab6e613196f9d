package org.pinn4j.validation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The tags of a MATLAB file of level 5: of its entries, and of flags, sizes, name and values in each.
 * Source: MathWorks, MAT-File Format, chapter 1.
 */
final class MatEntries {
    /** No deflated byte holds more than so many. Source: zlib, technical details. */
    static final long MOST_INFLATION = 1032;

    private static final int HEADER = 128;
    private static final int TAG = 8;
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;
    /** Of an inflated entry: flags, sizes and a name of usual length stand here, before any values. */
    private static final int HEAD = 256;

    private MatEntries() {}

    /**
     * Checks that each part ends within its whole, before the library takes memory for it or reads on from wherever it says that it
     * ends, and complains on standard error.
     * @throws IOException if one does not
     */
    static void requireWhole(byte[] content) throws IOException {
        if (content.length < HEADER) {
            throw new IOException("%d bytes, need a header of %d".formatted(content.length, HEADER));
        }
        ByteOrder order = content[HEADER - 1] == 'I' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        for (int at = HEADER; at + TAG <= content.length; ) {
            ByteBuffer tag =
                    ByteBuffer.wrap(content, at, content.length - at).slice().order(order);
            int size = fitting(tag.getInt(TAG / 2), content.length - at - TAG, at);
            if (tag.getInt(0) == COMPRESSED) {
                requireArray(inflated(content, at + TAG, size).order(order), MOST_INFLATION * size, at);
            } else {
                requireArray(tag, TAG + size, at);
            }
            at += TAG + size;
        }
    }

    /** @param head the beginning of an array's entry; @param most bytes that the whole of it may have */
    private static void requireArray(ByteBuffer head, long most, int entry) throws IOException {
        if (head.remaining() < TAG || head.getInt(0) != MATRIX) {
            throw new IOException("the entry at byte %d is not an array".formatted(entry));
        }
        long end = TAG + (long) fitting(head.getInt(TAG / 2), most - TAG, entry);
        for (long at = TAG; at + TAG <= Math.min(end, head.limit()); ) {
            boolean packed = head.getInt((int) at) >>> Short.SIZE != 0; // up to four bytes within the tag itself
            int size = packed ? 0 : fitting(head.getInt((int) at + TAG / 2), end - at - TAG, entry);
            at += TAG + (long) (size + TAG - 1) / TAG * TAG;
        }
    }

    private static int fitting(int size, long most, int entry) throws IOException {
        if (size < 0 || size > most) {
            throw new IOException("the entry at byte %d claims %d bytes, there is room for %d"
                    .formatted(entry, Integer.toUnsignedLong(size), most));
        }
        return size;
    }

    private static ByteBuffer inflated(byte[] content, int from, int size) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, from, size);
            byte[] head = new byte[HEAD];
            return ByteBuffer.wrap(Arrays.copyOf(head, inflater.inflate(head)));
        } catch (DataFormatException e) {
            throw new IOException("the compressed entry at byte %d: %s".formatted(from - TAG, e.getMessage()), e);
        } finally {
            inflater.end();
        }
    }
}
