package org.pinn4j.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The header of a safetensors file, read token by token against the one grammar it may have. Nothing else is ever built, so
 * depth and memory are bounded whatever the file says.
 */
final class SafetensorsHeader {
    /** One array: where its header entry and its data stand. */
    record Entry(String name, int[] shape, int length, long begin, long end, long at) {}

    static final Comparator<Entry> BY_PLACE =
            Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end);

    /** The most arrays, and the most metadata, that are read. */
    static final int MAX_ENTRIES = 10_000;

    private static final int MAX_RANK = 32;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final TreeMap<String, String> metadata = new TreeMap<>();
    private final JsonCursor json;
    private boolean metadataSeen;

    private SafetensorsHeader(JsonCursor json) {
        this.json = json;
    }

    static SafetensorsHeader read(JsonCursor json) throws IOException {
        SafetensorsHeader header = new SafetensorsHeader(json);
        header.readAll();
        return header;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    SortedMap<String, String> metadata() {
        return metadata;
    }

    private void readAll() throws IOException {
        if (json.peek() != '{') { // the format allows no white space here
            throw json.fail("the header must begin with '{', found " + json.describe());
        }
        json.members(this::readMember);
        json.end();
    }

    private void readMember(String key) throws IOException {
        if (key.equals(NamedArrays.METADATA)) {
            if (metadataSeen) {
                throw json.fail("key '%s' occurs twice".formatted(key));
            }
            metadataSeen = true;
            json.members(this::readMetadata);
        } else {
            readEntry(key);
        }
    }

    private void readMetadata(String key) throws IOException {
        if (metadata.size() >= MAX_ENTRIES) {
            throw json.fail("more than %d metadata".formatted(MAX_ENTRIES));
        }
        if (metadata.putIfAbsent(key, json.string()) != null) {
            throw json.fail("metadata '%s' occurs twice".formatted(key));
        }
    }

    private void readEntry(String name) throws IOException {
        if (entries.size() >= MAX_ENTRIES) {
            throw json.fail("more than %d arrays".formatted(MAX_ENTRIES));
        }
        if (name.indexOf('\0') >= 0) {
            throw json.fail("an array name holds NUL");
        }
        long at = json.offset();
        EntryReader reader = new EntryReader();
        json.members(reader::readMember);
        if (entries.putIfAbsent(name, reader.entry(name, at)) != null) {
            throw json.fail("array '%s' occurs twice".formatted(name));
        }
    }

    /** The three members of one array, in any order, each once. */
    private final class EntryReader {
        private String type;
        private long[] shape;
        private long[] place;

        void readMember(String key) throws IOException {
            if (key.equals("dtype") && type == null) {
                type = json.string();
            } else if (key.equals("shape") && shape == null) {
                shape = json.integers(MAX_RANK);
            } else if (key.equals("data_offsets") && place == null) {
                place = json.integers(2);
            } else {
                throw json.fail("key '%s': need dtype, shape and data_offsets, each once".formatted(key));
            }
        }

        Entry entry(String name, long at) throws IOException {
            if (type == null || shape == null || place == null || place.length != 2) {
                throw json.fail("array '%s': need dtype, shape and two data_offsets".formatted(name));
            }
            if (!type.equals("F64")) {
                throw json.fail(
                        "array '%s' has type %s; only F64 is read, convert it to float64".formatted(name, type));
            }
            int length = length(name);
            if (place[0] > place[1] || place[1] - place[0] != 8L * length) {
                throw json.fail("array '%s': shape %s needs %d bytes, data_offsets are %s"
                        .formatted(name, Arrays.toString(shape), 8L * length, Arrays.toString(place)));
            }
            int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
            return new Entry(name, sizes, length, place[0], place[1], at);
        }

        private int length(String name) throws IOException {
            long product = 1;
            for (long size : shape) {
                // both factors are below 2^31, so the product of longs cannot overflow
                if (size > Integer.MAX_VALUE || product * size > Integer.MAX_VALUE - 8) {
                    throw json.fail("array '%s': shape %s is more than one array can hold"
                            .formatted(name, Arrays.toString(shape)));
                }
                product *= size;
            }
            return (int) product;
        }
    }
}
