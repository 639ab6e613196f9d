package org.pinn4j.blas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exported variables of an OpenBLAS mapped into this Linux process, by way of /proc/self. {@code blas_cpu_number} is
 * the number of threads that a call may use, the variable that {@code openblas_set_num_threads} sets and every call reads;
 * {@code gotoblas} points to the table of the kernel in use. Java 17 cannot call a C function that is not JNI, and the
 * environment cannot be changed from Java, hence this way; it writes nothing unless both variables read as expected.
 * Source: OpenBLAS 0.3, driver/others/blas_server.c and driver/others/dynamic.c.
 */
final class OpenBlasMemory {
    private static final int MOST_THREADS = 1024;

    private final Path file;
    private final long base;
    private final Map<String, Long> symbols;

    private OpenBlasMemory(Path file, long base, Map<String, Long> symbols) {
        this.file = file;
        this.base = base;
        this.symbols = symbols;
    }

    /** The mapped library of that file, if this is Linux, it is mapped, and its two variables make sense. */
    static Optional<OpenBlasMemory> open(Path file) {
        try {
            Path real = file.toRealPath();
            for (String line : maps()) {
                if (line.endsWith(" " + real) && line.contains("p 00000000 ")) {
                    long base = Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16);
                    return Optional.of(new OpenBlasMemory(real, base, ElfSymbols.read(real)))
                            .filter(OpenBlasMemory::plausible);
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Any OpenBLAS in this process. */
    static Optional<OpenBlasMemory> find() {
        try {
            return maps().stream()
                    .filter(line -> line.contains("blas") && line.contains(".so") && !line.contains("netlib"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .distinct()
                    .flatMap(path -> open(path).stream())
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a file with this in its name is mapped into the process; no where that cannot be known. */
    static boolean mapped(String part) {
        try {
            return maps().stream().anyMatch(line -> line.contains(part));
        } catch (IOException e) {
            return false;
        }
    }

    OpenBlasState singleThreaded() {
        try (FileChannel memory = FileChannel.open(Path.of("/proc/self/mem"), StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .putInt(0, 1);
            memory.write(one, base + symbols.get("blas_cpu_number"));
        } catch (IOException e) {
            return state(); // a kernel that forbids it: the state below says so
        }
        return state();
    }

    OpenBlasState state() {
        return new OpenBlasState(file.getFileName().toString(), kernel(), threads());
    }

    private boolean plausible() {
        return threads() >= 1 && threads() <= MOST_THREADS && !kernel().equals("unknown");
    }

    private int threads() {
        return (int) read("blas_cpu_number", Integer.BYTES);
    }

    private String kernel() {
        long table = read("gotoblas", Long.BYTES) - base;
        return symbols.entrySet().stream()
                .filter(symbol -> symbol.getKey().startsWith("gotoblas_") && symbol.getValue() == table)
                .map(symbol -> symbol.getKey().substring("gotoblas_".length()))
                .findFirst()
                .orElse("unknown");
    }

    private long read(String symbol, int bytes) {
        Long offset = symbols.get(symbol);
        if (offset == null) {
            return 0;
        }
        try (FileChannel memory = FileChannel.open(Path.of("/proc/self/mem"), StandardOpenOption.READ)) {
            ByteBuffer value = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
            memory.read(value, base + offset);
            return bytes == Integer.BYTES ? value.getInt(0) : value.getLong(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<String> maps() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/maps"));
    }
}
