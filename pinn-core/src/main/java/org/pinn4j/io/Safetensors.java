package org.pinn4j.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pinn4j.args.Args;

/**
 * Reads and writes the safetensors format: eight bytes of header length, a JSON header, the data without gaps.
 * Arrays are of type F64. Equal contents give equal bytes.
 * Source: the format description of the safetensors project, github.com/huggingface/safetensors.
 */
public final class Safetensors {
    static final int PREFIX = 8;

    private static final long MAX_HEADER = 100_000_000;

    private Safetensors() {}

    /**
     * Replaces the file whole or not at all.
     * @throws IllegalArgumentException if it is more than {@link #read} takes
     */
    public static void write(Path path, NamedArrays content) throws IOException {
        Args.given(path, "path", content, "content");
        byte[] header = header(content);
        AtomicFile.write(path, out -> writeTo(out, header, content));
    }

    /**
     * Bytes of the file that {@link #write} would make.
     * @throws IllegalArgumentException if it is more than {@link #read} takes
     */
    public static long size(NamedArrays content) {
        Args.given(content, "content");
        long numbers = 0;
        for (String name : content.names()) {
            numbers += content.array(name).length();
        }
        return PREFIX + header(content).length + 8 * numbers;
    }

    /** SHA-256 of the file that {@link #write} would make, as 64 lower-case hexadecimal digits. */
    public static String sha256(NamedArrays content) {
        Args.given(content, "content");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest), header(content), content);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) { // every Java has the one; nothing is written
            throw new IllegalStateException(e);
        }
    }

    /**
     * Holds a file that was read to be byte for byte what {@link #write} makes of its content; another one may say the same, such
     * as with white space, or with escapes that JSON has for a letter.
     * @throws FormatException if it is another
     */
    public static void requireAsWritten(Path path, NamedArrays content) throws IOException {
        Args.given(path, "path", content, "content");
        byte[] header = header(content);
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(PREFIX);
            int at = Arrays.mismatch(in.readNBytes(header.length), header);
            if (at >= 0) {
                throw new FormatException(
                        path, PREFIX + at, "the header is not as it was written; the file was changed");
            }
        }
    }

    private static void writeTo(OutputStream out, byte[] header, NamedArrays content) throws IOException {
        out.write(LittleEndian.buffer(PREFIX).putLong(header.length).array());
        out.write(header);
        for (String name : content.names()) {
            LittleEndian.write(out, content.array(name));
        }
    }

    private static byte[] header(NamedArrays content) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (!content.metadata().isEmpty()) {
            object.put(NamedArrays.METADATA, content.metadata());
        }
        long end = 0;
        for (String name : content.names()) {
            NdArray array = content.array(name);
            long begin = end;
            end += 8L * array.length();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", "F64");
            entry.put("shape", array.shape());
            entry.put("data_offsets", List.of(begin, end));
            object.put(name, entry);
        }
        requireReadable(content);
        String text = Json.compact(object);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > JsonCursor.STRING_BUDGET) {
            throw new IllegalArgumentException("names and metadata take %d bytes, at most %d are read back"
                    .formatted(bytes, JsonCursor.STRING_BUDGET));
        }
        return (text + " ".repeat(-bytes & 7)).getBytes(StandardCharsets.UTF_8); // data then starts at a multiple of 8
    }

    private static void requireReadable(NamedArrays content) {
        int arrays = content.names().size();
        int metadata = content.metadata().size();
        if (Math.max(arrays, metadata) > SafetensorsHeader.MAX_ENTRIES) {
            throw new IllegalArgumentException("%d arrays and %d metadata, at most %d of each are read back"
                    .formatted(arrays, metadata, SafetensorsHeader.MAX_ENTRIES));
        }
    }

    /**
     * Reads a whole file. It may come from anywhere: sizes are checked against the file before memory is taken for them.
     * @throws FormatException if the file breaks the format in any way, or holds another type than F64
     */
    public static NamedArrays read(Path path) throws IOException {
        Args.given(path, "path");
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw new FormatException(path, 0, "not an ordinary file");
        }
        try (FileChannel channel = FileChannel.open(path);
                InputStream in = new BufferedInputStream(Channels.newInputStream(channel), buffer(channel.size()))) {
            return read(path, in, channel.size());
        }
    }

    /** For a small file, one as small. */
    private static int buffer(long size) {
        return (int) Math.max(PREFIX, Math.min(size, 1 << 16));
    }

    static NamedArrays read(Path path, InputStream in, long size) throws IOException {
        long length = headerLength(path, in, size);
        SafetensorsHeader header = SafetensorsHeader.read(new JsonCursor(path, in, PREFIX, PREFIX + length));
        List<SafetensorsHeader.Entry> entries = inOrderOfData(path, header, size - PREFIX - length);
        TreeMap<String, NdArray> arrays = new TreeMap<>();
        for (SafetensorsHeader.Entry entry : entries) {
            double[] values = LittleEndian.read(in, entry.length(), path, PREFIX + length + entry.begin());
            arrays.put(entry.name(), NdArray.owning(values, entry.shape()));
        }
        return new NamedArrays(arrays, header.metadata());
    }

    private static long headerLength(Path path, InputStream in, long size) throws IOException {
        ByteBuffer prefix = LittleEndian.buffer(PREFIX);
        if (in.readNBytes(prefix.array(), 0, PREFIX) < PREFIX) {
            throw new FormatException(path, 0, "need 8 bytes of header length, the file has " + size);
        }
        long length = prefix.getLong();
        long most = Math.min(MAX_HEADER, size - PREFIX);
        if (length < 2 || length > most) {
            throw new FormatException(
                    path,
                    0,
                    "header length %s is not in [2, %d]; is this a safetensors file?"
                            .formatted(Long.toUnsignedString(length), most));
        }
        return length;
    }

    /** The arrays must cover the data exactly: no gap, no overlap, nothing left over. */
    private static List<SafetensorsHeader.Entry> inOrderOfData(Path path, SafetensorsHeader header, long dataLength)
            throws FormatException {
        List<SafetensorsHeader.Entry> entries = new ArrayList<>(header.entries().values());
        entries.sort(SafetensorsHeader.BY_PLACE);
        long covered = 0;
        for (SafetensorsHeader.Entry entry : entries) {
            if (entry.begin() != covered) {
                throw new FormatException(
                        path,
                        entry.at(),
                        "array '%s' begins at %d where %d was due: data %s"
                                .formatted(
                                        entry.name(),
                                        entry.begin(),
                                        covered,
                                        entry.begin() < covered ? "overlap" : "have a gap"));
            }
            covered = entry.end();
        }
        if (covered != dataLength) {
            throw new FormatException(
                    path,
                    PREFIX,
                    "arrays cover %d bytes, the file has %d bytes of data".formatted(covered, dataLength));
        }
        return entries;
    }
}
