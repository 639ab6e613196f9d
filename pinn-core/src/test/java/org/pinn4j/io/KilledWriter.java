package org.pinn4j.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A process that saves one file after the other until it is killed: {@code KilledWriter FILE}. */
final class KilledWriter {
    private static final int NUMBERS = 200_000;

    private KilledWriter() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Safetensors.write(file, content(0)); // with its classes loaded
        System.out.println("begun");
        System.out.flush();
        for (int k = 1; ; k++) {
            Safetensors.write(file, content(k));
        }
    }

    /** The same number throughout, so that two contents in one file would be seen. */
    private static NamedArrays content(int k) {
        double[] values = new double[NUMBERS];
        Arrays.fill(values, k);
        return NamedArrays.empty().with("a", values, NUMBERS).withMetadata("k", Integer.toString(k));
    }

    static boolean isWhole(Path file) throws IOException {
        NamedArrays content = Safetensors.read(file);
        double k = Double.parseDouble(content.metadata().get("k"));
        return Arrays.stream(content.array("a").values()).allMatch(x -> x == k);
    }
}
