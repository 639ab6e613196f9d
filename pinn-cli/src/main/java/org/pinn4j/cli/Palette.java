package org.pinn4j.cli;

/** A colour for each number in [0, 1], interpolated between anchors; readable in grey and by the colour-blind. */
enum Palette {
    /** After viridis (Smith and van der Walt, 2015). */
    VALUES(0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725),
    /** After magma, from the same authors. */
    ERRORS(0x000004, 0x180f3d, 0x440f76, 0x721f81, 0x9e2f7f, 0xcd4071, 0xf1605d, 0xfd9668, 0xfeca8d, 0xfcfdbf);

    private static final int MISSING = 0xc0c0c0;

    @SuppressWarnings("ImmutableEnumChecker") // read only
    private final int[] anchors;

    Palette(int... anchors) {
        this.anchors = anchors;
    }

    /** @return 0xRRGGBB; grey for NaN */
    int colour(double fraction) {
        if (Double.isNaN(fraction)) {
            return MISSING;
        }
        double place = Math.max(0, Math.min(1, fraction)) * (anchors.length - 1);
        int left = (int) Math.min(place, anchors.length - 2);
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = anchors[left] >> shift & 0xff;
            int b = anchors[left + 1] >> shift & 0xff;
            mixed |= (int) Math.round(a + (b - a) * (place - left)) << shift;
        }
        return mixed;
    }
}
