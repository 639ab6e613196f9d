package org.pinn4j.validation.reference;

/**
 * How a function continues beyond both ends of a line, so that central stencils need no one-sided closures. Exact whenever
 * the equation keeps that symmetry.
 */
enum Ends {
    /** u(end + r) = -u(end - r): zero at the ends, the equation unchanged by reflection with change of sign. */
    ODD,
    /** The right end is the left one. */
    WRAP;

    /** Number of unknowns on a line of {@code cells} intervals. */
    int unknowns(int cells) {
        return this == WRAP ? cells : cells - 1;
    }

    /** The node that unknown 0 stands on. */
    int firstNode() {
        return this == WRAP ? 0 : 1;
    }

    /**
     * Writes nodes -ghosts..cells+ghosts.
     * @param unknowns [unknowns(cells)]
     * @param nodes overwritten: [cells + 1 + 2·ghosts], node j at ghosts + j
     */
    void extend(double[] unknowns, int cells, int ghosts, double[] nodes) {
        System.arraycopy(unknowns, 0, nodes, ghosts + firstNode(), unknowns.length);
        if (this == ODD) {
            nodes[ghosts] = 0;
            nodes[ghosts + cells] = 0;
        } else {
            nodes[ghosts + cells] = unknowns[0];
        }
        for (int g = 1; g <= ghosts; g++) {
            nodes[ghosts - g] = this == ODD ? -nodes[ghosts + g] : nodes[ghosts + cells - g];
            nodes[ghosts + cells + g] = this == ODD ? -nodes[ghosts + cells - g] : nodes[ghosts + g];
        }
    }
}
