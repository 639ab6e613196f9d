package org.pinn4j.pde;

import java.util.List;

/** A shape in the space of some axes, known by the pieces of its regions. Immutable. */
public interface Domain {
    /** A part of a region, the image of a unit cube under a map that keeps equal measures equal. */
    interface Piece {
        /** Dimension of the unit cube; 0 for a single point. */
        int dimension();

        /** Length, area, volume ...; 1 for a single point. */
        double measure();

        /**
         * The image of a point of the unit cube.
         * @param unit [dimension]
         * @param x overwritten: [axes]
         */
        void map(double[] unit, double[] x);

        /** Whether the piece lies on the boundary, so that it has a normal. */
        boolean hasNormal();

        /**
         * The outward unit normal at the image of a point of the unit cube.
         * @param unit [dimension]
         * @param normal overwritten: [axes]
         */
        void normal(double[] unit, double[] normal);
    }

    /** The axes, in the order of coordinates. */
    List<Axis> axes();

    /** Whether a point lies inside or on the boundary. @param point [axes] */
    boolean contains(double... point);

    /**
     * A region cut into pieces that overlap in sets of measure zero at most.
     * @throws IllegalArgumentException if the region does not belong to this shape, or is given by points
     */
    List<Piece> pieces(Region region);

    /** Length, area, volume ... of a region: the sum over its pieces. */
    default double measure(Region region) {
        return pieces(region).stream().mapToDouble(Piece::measure).sum();
    }

    /** Dimension of a region: that of its largest piece. */
    default int dimension(Region region) {
        return pieces(region).stream().mapToInt(Piece::dimension).max().orElse(0);
    }
}
