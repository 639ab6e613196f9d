package org.pinn4j.benchmarks.yardstick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinn4j.blas.Backend;

/** What the figures were measured on and with, by name. */
public final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private Machine() {}

    static Map<String, String> describe(Backend backend, int workers) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("processor", processor());
        facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("caches", caches());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("java", Runtime.version() + " (" + System.getProperty("java.vm.name") + ")");
        facts.put("backend", backend.description());
        facts.put("kernel", backend.kernel());
        facts.put("workers", String.valueOf(workers));
        facts.put(
                "pinn4j",
                Optional.ofNullable(Machine.class.getPackage().getImplementationVersion())
                        .orElse("development"));
        return facts;
    }

    /** The model of the processor; {@code unknown} where the system does not tell it. */
    public static String processor() {
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown"; // not Linux
        }
    }

    private static String caches() {
        List<String> found = new ArrayList<>();
        try {
            for (int k = 0; Files.exists(CACHES.resolve("index" + k)); k++) {
                Path index = CACHES.resolve("index" + k);
                if (!line(index, "type").equals("Instruction")) {
                    found.add("L" + line(index, "level") + " " + line(index, "size"));
                }
            }
        } catch (IOException e) {
            found.clear();
        }
        return found.isEmpty() ? "unknown" : String.join(", ", found);
    }

    private static String line(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name)).strip();
    }
}
