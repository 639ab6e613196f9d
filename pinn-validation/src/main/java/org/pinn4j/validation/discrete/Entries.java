package org.pinn4j.validation.discrete;

/** Where the entries of a matrix go, one by one; entries at one place add up. */
@FunctionalInterface
interface Entries {
    void add(int row, int column, double value);
}
