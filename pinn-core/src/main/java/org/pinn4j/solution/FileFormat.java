package org.pinn4j.solution;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pinn4j.io.NamedArrays;

/**
 * Which number a solution file has, and what it holds beyond statement, ansatz, parameters and card.
 *
 * <p>The number says how these are laid out; it changes when an older reader would misread a file. A further part is a word in
 * {@code pinn4j.parts}, so that a reader which does not know it says which one, and the number stays. Numbers so far: 1 without a
 * recipe, 2 with one, 3 in pieces, 4 with a list of parts, readings as arrays and a {@link Checksum}. Each older one is read, for
 * nothing in it means another thing today.
 */
record FileFormat(int number, Set<String> parts) {
    static final int CURRENT = 4;
    /** Of the recipe, see {@link Continuation}. */
    static final String RECIPE = "recipe";
    /** In several pieces, see {@link PiecesFile}. */
    static final String SLABS = "slabs";
    /** Of arrays of readings, see {@link org.pinn4j.pde.text.ProblemText#READINGS}. */
    static final String READINGS = "readings";

    private static final List<String> KNOWN = List.of(READINGS, RECIPE, SLABS);
    private static final String NUMBER = "pinn4j.format";
    private static final String PARTS = "pinn4j.parts";
    /** Of the library that wrote the file; that of the card trained the solution. */
    private static final String VERSION = "pinn4j.version";

    static FileFormat of(Set<String> parts) {
        return new FileFormat(CURRENT, new TreeSet<>(parts));
    }

    NamedArrays write(NamedArrays content) {
        return content.withMetadata(NUMBER, Integer.toString(number))
                .withMetadata(PARTS, String.join(" ", parts))
                .withMetadata(VERSION, ModelCard.VERSION);
    }

    boolean has(String part) {
        return parts.contains(part);
    }

    boolean isSealed() {
        return number >= 4;
    }

    /** @throws IllegalArgumentException in one line that names the version which wrote the file, if this one does not read it */
    static FileFormat read(Entries e) {
        int number = number(e);
        if (number < 4) {
            return new FileFormat(number, partsBefore(e, number));
        }
        e.text(VERSION);
        Set<String> parts = new TreeSet<>(List.of(e.text(PARTS).split(" ")));
        parts.remove("");
        for (String part : parts) {
            if (!KNOWN.contains(part)) {
                throw new IllegalArgumentException("has a part '%s', %s".formatted(part, writtenBy(e)));
            }
        }
        return new FileFormat(number, parts);
    }

    private static int number(Entries e) {
        if (!e.has(NUMBER)) {
            throw new IllegalArgumentException("entry '%s' is missing: this is no solution file".formatted(NUMBER));
        }
        String text = e.text(NUMBER);
        if (!text.matches("[1-%d]".formatted(CURRENT))) {
            throw new IllegalArgumentException("is of format '%s', %s".formatted(text, writtenBy(e)));
        }
        return Integer.parseInt(text);
    }

    private static String writtenBy(Entries e) {
        String version = e.has(VERSION) ? e.text(VERSION) : e.has("card.version") ? e.text("card.version") : "";
        return "written by pinn4j %s; this is pinn4j %s, which reads formats 1 to %d: load it with the other one"
                .formatted(version.isEmpty() ? "of an unnamed version" : version, ModelCard.VERSION, CURRENT);
    }

    private static Set<String> partsBefore(Entries e, int number) {
        Set<String> parts = new TreeSet<>(number == 3 ? List.of(SLABS) : List.of());
        if (number > 1 && e.has(SolutionFile.RECIPE)) {
            parts.add(RECIPE);
        }
        return parts;
    }
}
