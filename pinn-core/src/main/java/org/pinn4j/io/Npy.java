package org.pinn4j.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;

/**
 * Reads and writes one array in NumPy's format, version 1.0, type '&lt;f8', C order.
 * Source: numpy.lib.format, NEP 1.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREFIX = MAGIC.length + 2;
    private static final int ALIGNMENT = 64;
    private static final int MAX_RANK = 32;
    /** The list of sizes is cut out as it stands and read by hand: no pattern runs over it. */
    private static final Pattern HEADER = Pattern.compile(
            "\\{ ?'descr': ?'([^']{1,64})', ?'fortran_order': ?(True|False), ?'shape': ?\\(([0-9, ]{0,1000})\\),? ?\\} *\n?");

    private Npy() {}

    /** Replaces the file whole or not at all. */
    public static void write(Path path, NdArray array) throws IOException {
        Args.given(path, "path", array, "array");
        byte[] header = header(array.shape());
        AtomicFile.write(path, out -> {
            out.write(MAGIC);
            out.write(header.length & 0xFF);
            out.write(header.length >> 8);
            out.write(header);
            LittleEndian.write(out, array);
        });
    }

    private static byte[] header(int[] shape) {
        if (shape.length > MAX_RANK) {
            throw new IllegalArgumentException("npy: at most %d indices, got %d".formatted(MAX_RANK, shape.length));
        }
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s%s), }"
                .formatted(sizes, shape.length == 1 ? "," : "");
        int padding = -(PREFIX + text.length() + 1) & (ALIGNMENT - 1);
        return (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws FormatException if the file is anything but version 1.0, '&lt;f8', C order and exactly as long as its shape */
    public static NdArray read(Path path) throws IOException {
        Args.given(path, "path");
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw new FormatException(path, 0, "not an ordinary file");
        }
        try (FileChannel channel = FileChannel.open(path);
                InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16)) {
            return read(path, in, channel.size());
        }
    }

    private static NdArray read(Path path, InputStream in, long size) throws IOException {
        byte[] prefix = in.readNBytes(PREFIX);
        if (prefix.length < PREFIX || !Arrays.equals(prefix, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new FormatException(path, 0, "not an npy file of version 1.0");
        }
        int headerLength =
                ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getChar(MAGIC.length);
        byte[] header = in.readNBytes(headerLength);
        if (header.length < headerLength) {
            throw new FormatException(path, PREFIX, "the file ends in its header");
        }
        int[] shape = shape(path, new String(header, StandardCharsets.ISO_8859_1));
        long at = (long) PREFIX + headerLength;
        return NdArray.owning(LittleEndian.read(in, length(path, shape, size - at), path, at), shape);
    }

    private static int[] shape(Path path, String header) throws FormatException {
        Matcher m = HEADER.matcher(header);
        if (!m.matches()) {
            throw new FormatException(
                    path, PREFIX, "the header is not {'descr': ..., 'fortran_order': ..., 'shape': (...)}");
        }
        if (!m.group(1).equals("<f8") || !m.group(2).equals("False")) {
            throw new FormatException(
                    path,
                    PREFIX,
                    "type %s, fortran_order %s; only '<f8' in C order is read, use np.ascontiguousarray(a, '<f8')"
                            .formatted(m.group(1), m.group(2)));
        }
        String sizes = m.group(3).strip();
        if (sizes.isEmpty()) {
            return new int[0];
        }
        String[] parts = (sizes.endsWith(",") ? sizes.substring(0, sizes.length() - 1) : sizes).split(",", -1);
        if (parts.length > MAX_RANK) {
            throw new FormatException(path, PREFIX, "more than %d sizes".formatted(MAX_RANK));
        }
        try {
            return Arrays.stream(parts)
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new FormatException(path, PREFIX, "shape (%s) does not fit one array".formatted(sizes));
        }
    }

    private static int length(Path path, int[] shape, long dataBytes) throws FormatException {
        long product = 1;
        for (int size : shape) {
            product = product > Integer.MAX_VALUE ? product : product * size;
        }
        if (product > Integer.MAX_VALUE - 8 || 8 * product != dataBytes) {
            throw new FormatException(
                    path,
                    PREFIX,
                    "shape %s needs %s bytes, the file has %d bytes of data"
                            .formatted(
                                    Arrays.toString(shape),
                                    product > Integer.MAX_VALUE ? "too many" : 8 * product,
                                    dataBytes));
        }
        return (int) product;
    }
}
