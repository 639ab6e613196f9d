package org.pinn4j.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pinn4j.io.disk.MemoryDisk;

/** Everything that writes files, with contents that are all of one number: a file of two contents has two. */
enum Savers {
    TEXT {
        @Override
        void save(Path file, int k, int numbers) throws IOException {
            byte[] line = (k + "\n").getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> {
                for (int i = 0; i < numbers / 10; i++) {
                    out.write(line);
                }
            });
        }
    },
    CSV {
        @Override
        void save(Path file, int k, int numbers) throws IOException {
            Csv.write(file, List.of("x"), all(k, numbers));
        }
    },
    NPY {
        @Override
        void save(Path file, int k, int numbers) throws IOException {
            Npy.write(file, NdArray.of(all(k, numbers), 1, numbers));
        }
    },
    STRINGS {
        @Override
        void save(Path file, int k, int numbers) throws IOException {
            JsonStrings.write(file, Map.of("k", (k + ",").repeat(numbers / 10)));
        }
    },
    SAFETENSORS {
        @Override
        void save(Path file, int k, int numbers) throws IOException {
            Safetensors.write(
                    file,
                    NamedArrays.empty().with("a", all(k, numbers), numbers).withMetadata("k", Integer.toString(k)));
        }
    };

    /** @param numbers how many, at least 10 */
    abstract void save(Path file, int k, int numbers) throws IOException;

    /** The bytes of one save. */
    byte[] content(int k, int numbers) throws IOException {
        MemoryDisk disk = new MemoryDisk();
        save(disk.file("f"), k, numbers);
        return disk.content("f");
    }

    private static double[] all(int k, int numbers) {
        double[] values = new double[numbers];
        Arrays.fill(values, k);
        return values;
    }
}
