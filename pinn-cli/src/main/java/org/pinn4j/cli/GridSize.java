package org.pinn4j.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.pinn4j.pde.Axis;
import org.pinn4j.sampling.Grid;

/** Reads {@code 256x101}: one count per axis. */
final class GridSize {
    private static final long MOST_POINTS = 50_000_000;

    private GridSize() {}

    static Grid parse(String text, List<Axis> axes) {
        String[] counts = text.toLowerCase(java.util.Locale.ROOT).split("[x×]", -1);
        if (counts.length != axes.size()) {
            throw Failure.badInput("--grid %s: need %d counts, one for each axis of (%s)"
                    .formatted(text, axes.size(), axes.stream().map(Axis::name).collect(Collectors.joining(", "))));
        }
        Grid grid = null;
        long points = 1;
        for (int i = 0; i < counts.length; i++) {
            int count = count(text, counts[i]);
            points *= count;
            if (points > MOST_POINTS) {
                throw Failure.badInput("--grid %s: more than %s points".formatted(text, MOST_POINTS));
            }
            grid = grid == null ? Grid.of(axes.get(i), count) : grid.by(axes.get(i), count);
        }
        return grid;
    }

    private static int count(String text, String digits) {
        if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) < 2) {
            throw Failure.badInput(
                    "--grid %s: '%s' is no count of at least 2; write, for example, 256x101".formatted(text, digits));
        }
        return Integer.parseInt(digits);
    }
}
