package org.pinn4j.benchmarks;

import java.util.Arrays;

/** {@code ./pinn bench core}. The kernels one by one: {@code java -cp benchmarks.jar org.openjdk.jmh.Main}. */
public final class Main {
    private static final int BAD_INPUT = 2;
    private static final String USAGE = "usage: pinn bench core";

    private Main() {}

    public static void main(String[] args) {
        if (Arrays.asList(args).equals(java.util.List.of("core"))) {
            CoreFigures.measure().forEach(System.out::println);
        } else if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            System.out.println(USAGE);
        } else {
            String given = args.length == 0 ? "say what to measure" : "unknown: " + String.join(" ", args);
            System.err.println("pinn bench: " + given + "\n" + USAGE);
            System.exit(BAD_INPUT);
        }
    }
}
