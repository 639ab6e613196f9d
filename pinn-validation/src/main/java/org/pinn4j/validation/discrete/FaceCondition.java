package org.pinn4j.validation.discrete;

import org.pinn4j.pde.Expr;

/**
 * A condition on one end of a space axis and the row it takes.
 * @param name of the condition in the statement
 * @param residual is zero where it holds
 * @param axis number of the space axis
 * @param atMax whether it stands on the right end
 * @param field number of the field whose row it takes
 * @param rank distance of that row from the end: 0 is the end itself
 * @param value whether it has no derivative across the end
 */
record FaceCondition(String name, Expr residual, int axis, boolean atMax, int field, int rank, boolean value) {
    /** The place of the end on an axis of n nodes. */
    int end(int n) {
        return atMax ? n - 1 : 0;
    }

    /** Whether it takes the row of the node at this place. */
    boolean takes(int place, int n) {
        return (atMax ? n - 1 - place : place) == rank;
    }

    /** Which of two that claim one row has it: the one nearer to its end, then a value, then the one on the earlier axis. */
    boolean beats(FaceCondition other) {
        if (rank != other.rank) {
            return rank < other.rank;
        }
        return value != other.value ? value : axis < other.axis;
    }
}
