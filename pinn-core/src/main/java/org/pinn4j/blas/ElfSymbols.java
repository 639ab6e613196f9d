package org.pinn4j.blas;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The exported symbols of a 64-bit little-endian ELF library. The file is read, not mapped: a mapping would show among those
 * of the loaded library. Source: System V ABI, chapter 4, symbol table.
 */
final class ElfSymbols {
    private static final int MAGIC = 0x464c457f;
    private static final int DYNAMIC_SYMBOLS = 11;
    private static final int HEADER = 64;
    private static final int SECTION = 64;
    private static final int SYMBOL = 24;
    private static final int VARIABLE = 1;

    private ElfSymbols() {}

    /**
     * Offsets from the library's load address of the variables whose name holds {@code blas}.
     * @throws IOException when the file cannot be read or is no such library
     */
    static Map<String, Long> read(Path file) throws IOException {
        try (FileChannel elf = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = bytes(elf, 0, HEADER);
            if (header.getInt(0) != MAGIC || header.get(4) != 2 || header.get(5) != 1) {
                throw new IOException(file + " is no 64-bit little-endian ELF library");
            }
            int count = Short.toUnsignedInt(header.getShort(0x3c));
            return symbols(elf, bytes(elf, header.getLong(0x28), (long) count * SECTION), count);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(file + " has no readable symbol table", e);
        }
    }

    private static Map<String, Long> symbols(FileChannel elf, ByteBuffer sections, int count) throws IOException {
        Map<String, Long> result = new HashMap<>();
        for (int s = 0; s < count; s++) {
            if (sections.getInt(s * SECTION + 4) == DYNAMIC_SYMBOLS) {
                int names = sections.getInt(s * SECTION + 40);
                collect(content(elf, sections, s), content(elf, sections, names), result);
            }
        }
        return result;
    }

    private static void collect(ByteBuffer symbols, ByteBuffer names, Map<String, Long> result) {
        for (int at = 0; at + SYMBOL <= symbols.limit(); at += SYMBOL) {
            boolean defined = symbols.getShort(at + 6) != 0;
            if (defined && (symbols.get(at + 4) & 0xf) == VARIABLE) {
                String name = name(names, symbols.getInt(at));
                if (name.contains("blas")) {
                    result.put(name, symbols.getLong(at + 8));
                }
            }
        }
    }

    private static String name(ByteBuffer names, int start) {
        StringBuilder name = new StringBuilder();
        for (int i = start; names.get(i) != 0; i++) {
            name.append((char) names.get(i));
        }
        return name.toString();
    }

    private static ByteBuffer content(FileChannel elf, ByteBuffer sections, int section) throws IOException {
        return bytes(elf, sections.getLong(section * SECTION + 24), sections.getLong(section * SECTION + 32));
    }

    private static ByteBuffer bytes(FileChannel elf, long position, long count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(Math.min(count, elf.size())))
                .order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (elf.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("file ends at " + elf.size());
            }
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
