package org.pinn4j.pde;

import java.util.List;

/**
 * How many conditions a block of fields asks for on the ends of an axis.
 * @param either conditions that may stand on either end
 * @param doubtful further ones for modes that neither decay nor grow: the equations do not tell
 * @param most conditions that it can take at all, where more are modes inside the domain than on an end
 */
record Ask(int[] block, int min, int max, int either, int doubtful, int most) {
    /** What it cannot do without. */
    int total() {
        return min + max + either;
    }

    /** The same where all doubt is taken for a need. */
    Ask doubted() {
        return new Ask(block, min, max, either + doubtful, 0, most);
    }

    /** Each condition by the end it belongs on; BOTH for either. */
    List<Region.Side> units() {
        return java.util.stream.Stream.of(
                        java.util.Collections.nCopies(min, Region.Side.MIN),
                        java.util.Collections.nCopies(max, Region.Side.MAX),
                        java.util.Collections.nCopies(either, Region.Side.BOTH))
                .flatMap(List::stream)
                .toList();
    }
}
