package org.pinn4j.validation.discrete;

import java.util.Arrays;

/** Where the values of fields stand in the vector of unknowns: node by node in band order, the fields of a node side by side. */
final class Unknowns {
    private final int[] position;
    private final int[] valueOffset;
    private final int[] rateOffset;
    private final int perNode;

    /** @param timeOrder by field; one of order two has its rate as an unknown of its own */
    Unknowns(SpaceGrid grid, int[] timeOrder) {
        this.position = grid.bandOrder();
        this.valueOffset = new int[timeOrder.length];
        this.rateOffset = new int[timeOrder.length];
        int offset = 0;
        for (int f = 0; f < timeOrder.length; f++) {
            valueOffset[f] = offset++;
            rateOffset[f] = timeOrder[f] == 2 ? offset++ : -1;
        }
        this.perNode = offset;
    }

    int count() {
        return perNode * position.length;
    }

    int value(int field, int node) {
        return position[node] * perNode + valueOffset[field];
    }

    boolean hasRate(int field) {
        return rateOffset[field] >= 0;
    }

    /** The unknowns of a field by node. @param rates instead of values */
    int[] all(int field, int nodes, boolean rates) {
        int[] all = new int[nodes];
        Arrays.setAll(all, node -> rates ? rate(field, node) : value(field, node));
        return all;
    }

    /** The unknown ∂field/∂t of a field of second order in time. */
    int rate(int field, int node) {
        return position[node] * perNode + rateOffset[field];
    }
}
