package org.pinn4j.validation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The outermost tags of a MATLAB file of level 5. Source: MathWorks, MAT-File Format, chapter 1. */
final class MatEntries {
    private static final int HEADER = 128;
    private static final int TAG = 8;

    private MatEntries() {}

    /**
     * Checks that each entry ends within the file, before the library reads on from wherever one says that it ends.
     * @throws IOException if one does not
     */
    static void requireWhole(byte[] content) throws IOException {
        if (content.length < HEADER) {
            throw new IOException("%d bytes, need a header of %d".formatted(content.length, HEADER));
        }
        ByteOrder order = content[HEADER - 1] == 'I' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer bytes = ByteBuffer.wrap(content).order(order);
        for (long at = HEADER; at + TAG <= content.length; ) {
            long size = Integer.toUnsignedLong(bytes.getInt((int) at + TAG / 2));
            if (size > content.length - at - TAG) {
                throw new IOException("the entry at byte %d has %d bytes, the file ends after %d"
                        .formatted(at, size, content.length - at - TAG));
            }
            at += TAG + size;
        }
    }
}
