package org.pinn4j.direct;

/** How slabs of time are solved: features, and how long a slab is. Immutable. */
record Setting(Bandwidths bandwidths, double length) {
    Setting halved() {
        return new Setting(bandwidths, length / 2);
    }

    Setting stretched(double most) {
        return new Setting(bandwidths, Math.min(most, 2 * length));
    }

    Setting with(Bandwidths other) {
        return new Setting(other, length);
    }

    /** Half as many features more. */
    Setting grown(int most) {
        return with(bandwidths.withFeatures(Math.min(most, more(bandwidths.features()))));
    }

    static int more(int features) {
        return features + Math.max(1, features / 2);
    }
}
