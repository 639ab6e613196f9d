package org.pinn4j.periodic;

import java.util.List;
import java.util.Optional;

/** The slabs of a solution of a neighbouring statement, as where to begin. Immutable. */
record Guess(List<WaveSlab> slabs) {
    Guess {
        slabs = List.copyOf(slabs);
    }

    private Optional<WaveSlab> slab(double time) {
        return slabs.stream().filter(s -> s.from() <= time && time < s.to()).findFirst();
    }

    /** Where the slab ends that a time belongs to; empty after the last one. */
    Optional<Double> end(double time) {
        return slab(time).map(WaveSlab::to);
    }

    /** The largest wave number along each axis of the slab that a time belongs to. */
    int[] needed(double time, int axes) {
        int[] needed = new int[axes];
        slab(time).ifPresent(s -> {
            for (int k = 0; k < s.numbers().length; k++) {
                needed[k % axes] = Math.max(needed[k % axes], Math.abs(s.numbers()[k]));
            }
        });
        return needed;
    }

    /**
     * Its courses at some times of one of its slabs, moved to another start; empty if it has no such slab.
     * @param start by field and wave
     * @return by field, wave and time
     */
    Optional<Course> moved(Waves waves, Course start, double from, double[] times) {
        return slab(from)
                .filter(s -> s.weights().length * waves.count() == start.re().length)
                .map(s -> {
                    Course before = courses(s, waves, new double[] {from});
                    Course all = courses(s, waves, times);
                    for (int k = 0; k < all.re().length; k++) {
                        all.re()[k] += start.re()[k / times.length] - before.re()[k / times.length];
                        all.im()[k] += start.im()[k / times.length] - before.im()[k / times.length];
                    }
                    return all;
                });
    }

    /** A feature w·sin(k·φ + a) is the wave k with the amplitude w e^(ia)/2i, its pair with the conjugate. */
    private static Course courses(WaveSlab slab, Waves waves, double[] times) {
        int count = times.length;
        Course all = Course.zero(slab.weights().length * waves.count() * count);
        int axes = waves.axes();
        double half = (slab.to() - slab.from()) / 2;
        int[] numbers = new int[axes];
        for (int n = 0; n < slab.features(); n++) {
            System.arraycopy(slab.numbers(), n * axes, numbers, 0, axes);
            int wave = waves.indexOf(numbers);
            for (int j = 0; j < count && wave >= 0; j++) {
                double angle = slab.rates()[n] * ((times[j] - slab.from()) / half - 1) + slab.phases()[n];
                for (int f = 0; f < slab.weights().length; f++) {
                    double w = slab.weights()[f][n] * (wave == 0 ? 1 : 0.5);
                    all.re()[(f * waves.count() + wave) * count + j] += w * Math.sin(angle);
                    all.im()[(f * waves.count() + wave) * count + j] -= wave == 0 ? 0 : w * Math.cos(angle);
                }
            }
        }
        return all;
    }
}
