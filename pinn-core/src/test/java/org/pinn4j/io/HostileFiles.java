package org.pinn4j.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that claim to be safetensors and are not: name of the defect to bytes. */
final class HostileFiles {
    private static final String GOOD = "\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private HostileFiles() {}

    static Path write(Path folder, String name, String header, byte[] data) throws IOException {
        return Files.write(folder.resolve(name), bytes(header, data));
    }

    static byte[] bytes(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return bytes(text.length, text, data);
    }

    private static byte[] bytes(long length, byte[] header, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array());
        out.writeBytes(header);
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static final Map<String, byte[]> ALL = make();

    static Map<String, byte[]> all() {
        return ALL;
    }

    private static Map<String, byte[]> make() {
        HostileFiles h = new HostileFiles();
        h.addLengths();
        h.addText();
        h.addStructure();
        h.addShapes();
        h.addPlaces();
        h.addSizes();
        return h.files;
    }

    private void header(String defect, String header) {
        files.put(defect, bytes(header, new byte[8]));
    }

    private void entry(String defect, String members, int data) {
        files.put(defect, bytes("{\"a\":{" + members + "}}", new byte[data]));
    }

    private void addLengths() {
        byte[] good = ("{\"a\":{" + GOOD + "}}").getBytes(StandardCharsets.UTF_8);
        for (long length : new long[] {
            Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 1, 100_000_001, good.length + 9, good.length - 1, good.length + 1
        }) {
            files.put("header length " + Long.toUnsignedString(length), bytes(length, good, new byte[8]));
        }
        files.put("empty file", new byte[0]);
        files.put("seven bytes", new byte[7]);
        files.put("a zip", "PK\3\4 and so on, long enough to be read".getBytes(StandardCharsets.US_ASCII));
    }

    private void addText() {
        header("byte order mark", "\ufeff{\"a\":{" + GOOD + "}}");
        header("space before the object", " {\"a\":{" + GOOD + "}}");
        header("NUL in a name", "{\"a\0\":{" + GOOD + "}}");
        header("escaped NUL in a name", "{\"a\\u0000\":{" + GOOD + "}}");
        header("NUL behind the object", "{\"a\":{" + GOOD + "}}\0");
        header("control character", "{\"a\n\":{" + GOOD + "}}");
        header("half a surrogate pair", "{\"\\ud800\":{" + GOOD + "}}");
        header("wrong way round surrogates", "{\"\\udc00\\ud800\":{" + GOOD + "}}");
        header("unknown escape", "{\"\\x41\":{" + GOOD + "}}");
        header("bad hexadecimal digits", "{\"\\u00g0\":{" + GOOD + "}}");
        header("open string", "{\"a");
        header("comment", "{/* */\"a\":{" + GOOD + "}}");
        header("single quotes", "{'a':{}}");
        byte[] notUtf8 = ("{\"a?\":{" + GOOD + "}}").getBytes(StandardCharsets.US_ASCII);
        notUtf8[3] = (byte) 0xC0;
        files.put("not UTF-8", bytes(notUtf8.length, notUtf8, new byte[8]));
    }

    private void addStructure() {
        header("a list", "[]");
        header("null", "null");
        header("an open object", "{");
        header("two objects", "{\"a\":{" + GOOD + "}}{}");
        header("trailing comma", "{\"a\":{" + GOOD + "},}");
        header("missing colon", "{\"a\"{" + GOOD + "}}");
        header("array that is null", "{\"a\":null}");
        header("array that is a list", "{\"a\":[]}");
        header("no members", "{\"a\":{}}");
        header("duplicate array", "{\"a\":{" + GOOD + "},\"a\":{" + GOOD + "}}");
        header("duplicate array by escape", "{\"a\":{" + GOOD + "},\"\\u0061\":{" + GOOD + "}}");
        header("duplicate metadata object", "{\"__metadata__\":{},\"__metadata__\":{},\"a\":{" + GOOD + "}}");
        header("duplicate metadata", "{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"},\"a\":{" + GOOD + "}}");
        header("metadata that is a number", "{\"__metadata__\":{\"k\":1},\"a\":{" + GOOD + "}}");
        header("metadata that is nested", "{\"__metadata__\":{\"k\":{}},\"a\":{" + GOOD + "}}");
        header("100k objects deep", "{\"a\":".repeat(100_000) + "}".repeat(100_000));
        header("100k lists deep", "{\"a\":{\"shape\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}");
        header("100k open braces", "{".repeat(100_000));
        entry("duplicate dtype", "\"dtype\":\"F64\"," + GOOD, 8);
        entry("unknown member", "\"file\":\"/etc/passwd\"," + GOOD, 8);
        entry("no dtype", "\"shape\":[1],\"data_offsets\":[0,8]", 8);
        entry("no shape", "\"dtype\":\"F64\",\"data_offsets\":[0,8]", 8);
        entry("no place", "\"dtype\":\"F64\",\"shape\":[1]", 8);
        entry("type F32", "\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]", 8);
        entry("type that is a number", "\"dtype\":64,\"shape\":[1],\"data_offsets\":[0,8]", 8);
    }

    private void shape(String defect, String shape) {
        entry(defect, "\"dtype\":\"F64\",\"shape\":" + shape + ",\"data_offsets\":[0,8]", 8);
    }

    private void addShapes() {
        shape("product 1 after overflow", "[4194305,4194305,211106198978564]");
        shape("product 1 after other overflow", "[3,12297829382473034411]");
        shape("product 0 after overflow", "[4294967296,4294967296]");
        shape("more than an int", "[2147483648]");
        shape("2^64", "[18446744073709551616]");
        shape("a thousand digits", "[" + "9".repeat(1000) + "]");
        shape("negative size", "[-1]");
        shape("two negative sizes", "[-1,-1]");
        shape("fraction", "[1.0]");
        shape("exponent", "[1e0]");
        shape("1e309", "[1e309]");
        shape("leading zero", "[01]");
        shape("NaN", "[NaN]");
        shape("string size", "[\"1\"]");
        shape("trailing comma in shape", "[1,]");
        shape("too many sizes", "[" + "1,".repeat(100_000) + "1]");
        shape("shape that is a number", "1");
        shape("shape that disagrees with its place", "[2]");
        shape("shape without values but with bytes", "[0]");
    }

    private void place(String defect, String place) {
        entry(defect, "\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":" + place, 16);
    }

    private void addPlaces() {
        place("place behind the end", "[16,24]");
        place("place backwards", "[8,0]");
        place("place with an overflowing difference", "[9223372036854775807,7]");
        place("negative place", "[-8,0]");
        place("one number", "[0]");
        place("three numbers", "[0,8,16]");
        place("begins with a hole", "[8,16]");
        place("bytes left over", "[0,8]");
        String b = "\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":";
        files.put("overlap", bytes("{\"a\":{" + b + "[0,8]},\"b\":{" + b + "[0,8]}}", new byte[8]));
        files.put("partial overlap", bytes("{\"a\":{" + b + "[0,8]},\"b\":{" + b + "[4,12]}}", new byte[12]));
        files.put("hole", bytes("{\"a\":{" + b + "[0,8]},\"b\":{" + b + "[16,24]}}", new byte[24]));
    }

    private void addSizes() {
        entry("trailing byte", GOOD, 9);
        entry("missing byte", GOOD, 7);
        entry("claims a gigabyte", "\"dtype\":\"F64\",\"shape\":[134217728],\"data_offsets\":[0,1073741824]", 8);
        StringBuilder many = new StringBuilder("{");
        for (int k = 0; k <= 10_000; k++) {
            many.append(k == 0 ? "\"" : ",\"")
                    .append(k)
                    .append("\":{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        files.put("too many arrays", bytes(many + "}", new byte[0]));
        files.put("endless name", bytes("{\"" + "a".repeat((8 << 20) + 1) + "\":{" + GOOD + "}}", new byte[8]));
    }
}
