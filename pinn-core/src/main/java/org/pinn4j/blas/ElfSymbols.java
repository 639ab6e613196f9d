package org.pinn4j.blas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** The exported symbols of a 64-bit little-endian ELF library. Source: System V ABI, chapter 4, symbol table. */
final class ElfSymbols {
    private static final int DYNAMIC_SYMBOLS = 11;
    private static final int SECTION_HEADER = 64;
    private static final int SYMBOL = 24;

    private ElfSymbols() {}

    /**
     * Offsets from the library's load address of the variables whose name holds {@code blas}.
     * @throws IOException when the file cannot be read or is no such library
     */
    static Map<String, Long> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer elf = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            if (elf.getInt(0) != 0x464c457f || elf.get(4) != 2 || elf.get(5) != 1) {
                throw new IOException(file + " is no 64-bit little-endian ELF library");
            }
            return symbols(elf);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException(file + " ends before its symbol table", e);
        }
    }

    private static Map<String, Long> symbols(ByteBuffer elf) {
        int sections = (int) elf.getLong(0x28);
        int count = Short.toUnsignedInt(elf.getShort(0x3c));
        Map<String, Long> result = new HashMap<>();
        for (int s = 0; s < count; s++) {
            int header = sections + s * SECTION_HEADER;
            if (elf.getInt(header + 4) == DYNAMIC_SYMBOLS) {
                int names = (int) elf.getLong(sections + elf.getInt(header + 40) * SECTION_HEADER + 24);
                collect(elf, (int) elf.getLong(header + 24), (int) elf.getLong(header + 32), names, result);
            }
        }
        return result;
    }

    private static void collect(ByteBuffer elf, int start, int bytes, int names, Map<String, Long> result) {
        for (int symbol = start; symbol < start + bytes; symbol += SYMBOL) {
            boolean variable = (elf.get(symbol + 4) & 0xf) == 1;
            if (variable && elf.getShort(symbol + 6) != 0) {
                String name = name(elf, names + elf.getInt(symbol));
                if (name.contains("blas")) {
                    result.put(name, elf.getLong(symbol + 8));
                }
            }
        }
    }

    private static String name(ByteBuffer elf, int start) {
        StringBuilder name = new StringBuilder();
        for (int i = start; elf.get(i) != 0; i++) {
            name.append((char) elf.get(i));
        }
        return name.toString();
    }
}
