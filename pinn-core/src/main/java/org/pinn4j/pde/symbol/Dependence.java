package org.pinn4j.pde.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of n things hang on which: directly, through others, and in circles. Two that hang on each other form one block.
 * Immutable once made.
 */
public final class Dependence {
    private final boolean[][] reaches;

    /** @param direct [n × n], whether i hangs directly on j */
    public Dependence(boolean[][] direct) {
        int n = direct.length;
        this.reaches = new boolean[n][];
        for (int i = 0; i < n; i++) {
            reaches[i] = direct[i].clone();
            reaches[i][i] = true;
        }
        for (int k = 0; k < n; k++) { // Warshall's closure
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n && reaches[i][k]; j++) {
                    reaches[i][j] |= reaches[k][j];
                }
            }
        }
    }

    /** Whether i hangs on j, directly or not, or is j. */
    public boolean on(int i, int j) {
        return reaches[i][j];
    }

    /** The blocks in the order of their first members. */
    public List<int[]> blocks() {
        List<int[]> blocks = new ArrayList<>();
        for (int i = 0; i < reaches.length; i++) {
            int first = i;
            int[] block = IntStream.range(0, reaches.length)
                    .filter(j -> reaches[first][j] && reaches[j][first])
                    .toArray();
            if (block[0] == i) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
