package org.pinn4j.loss;

/**
 * Some consecutive points of one region.
 * @param first the first of them in their region
 * @param n how many
 * @param row where their rows begin: equation k at point first + i is row {@code row + k·n + i}
 */
public record Tile(int region, int first, int n, int row) {}
