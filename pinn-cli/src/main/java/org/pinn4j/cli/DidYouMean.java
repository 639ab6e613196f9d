package org.pinn4j.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name nearest to what was typed. */
final class DidYouMean {
    private DidYouMean() {}

    /** {@code ; did you mean 'NAME'?}, or nothing. */
    static String hint(String typed, Collection<String> known) {
        return nearest(typed, known).map(s -> "; did you mean '" + s + "'?").orElse("");
    }

    /** The name at the smallest edit distance, if that is at most a third of its length or the typed text begins it. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(java.util.Locale.ROOT);
        Optional<String> begun = known.stream()
                .filter(name -> !wanted.isEmpty() && name.startsWith(wanted))
                .findFirst();
        return begun.or(() -> known.stream()
                .min(Comparator.comparingInt(name -> distance(wanted, name)))
                .filter(name -> distance(wanted, name) <= Math.max(2, name.length() / 3)));
    }

    /** Levenshtein distance: insertions, deletions and replacements. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
