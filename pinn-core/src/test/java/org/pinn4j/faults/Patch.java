package org.pinn4j.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * A unified diff of one file. A hunk applies where its old lines stand; where they stand more than once, nearest to the line
 * that it names, so that lines may come and go above it.
 * @param file path from the home of the project
 */
record Patch(String file, List<Hunk> hunks) {
    /** @param line of the first old line, from 0 */
    record Hunk(int line, List<String> before, List<String> after) {}

    /** @throws IllegalArgumentException if it is none */
    static Patch parse(List<String> lines) {
        String file = "";
        List<Hunk> hunks = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("--- a/")) {
                file = line.substring("--- a/".length());
            } else if (line.startsWith("@@ -")) {
                int end = line.indexOf(',');
                hunks.add(new Hunk(
                        Integer.parseInt(line.substring("@@ -".length(), end)) - 1,
                        new ArrayList<>(),
                        new ArrayList<>()));
            } else if (!line.startsWith("+++ ") && !hunks.isEmpty()) {
                add(line, hunks.get(hunks.size() - 1));
            }
        }
        if (file.isEmpty() || hunks.isEmpty()) {
            throw new IllegalArgumentException("no unified diff of one file: need '--- a/FILE' and '@@ -line,count'");
        }
        return new Patch(file, hunks);
    }

    private static void add(String line, Hunk to) {
        char kind = line.isEmpty() ? ' ' : line.charAt(0);
        String text = line.isEmpty() ? "" : line.substring(1);
        if (kind != '+') {
            to.before().add(text);
        }
        if (kind != '-') {
            to.after().add(text);
        }
    }

    /** The patched text. @throws IllegalArgumentException if a hunk has no place */
    String applied(String source) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        int shift = 0;
        for (Hunk hunk : hunks) {
            int at = place(lines, hunk, hunk.line() + shift);
            List<String> old = lines.subList(at, at + hunk.before().size());
            old.clear();
            lines.addAll(at, hunk.after());
            shift += hunk.after().size() - hunk.before().size();
        }
        return String.join("\n", lines) + "\n";
    }

    private int place(List<String> lines, Hunk hunk, int wanted) {
        int best = -1;
        int n = hunk.before().size();
        for (int at = 0; at + n <= lines.size(); at++) {
            boolean nearer = best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted);
            if (nearer && lines.subList(at, at + n).equals(hunk.before())) {
                best = at;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("%s: the patch no longer applies, no line is '%s' with its neighbours"
                    .formatted(
                            file,
                            hunk.before().stream()
                                    .filter(l -> !hunk.after().contains(l))
                                    .findFirst()
                                    .orElse("")
                                    .strip()));
        }
        return best;
    }
}
