package org.pinn4j.periodic;

import java.util.Arrays;

/**
 * The waves e^(ik·φ), φ the phases of the axes, with |k_a| up to a number for each axis: one of each pair ±k, for fields are
 * real. The constant is the first. Immutable.
 */
final class Waves {
    private final int[] most;
    private final int[] numbers; // [waves × axes]
    private final int count;

    /** @param most largest whole wave number along each axis */
    Waves(int... most) {
        this.most = most.clone();
        int all = 1;
        for (int m : most) {
            all *= 2 * m + 1;
        }
        this.count = (all + 1) / 2;
        this.numbers = new int[count * most.length];
        for (int p = 0; p < count; p++) {
            int rest = p + all / 2; // the middle one is the constant, those after it are one of each pair
            for (int a = most.length - 1; a >= 0; a--) {
                numbers[p * most.length + a] = rest % (2 * most[a] + 1) - most[a];
                rest /= 2 * most[a] + 1;
            }
        }
    }

    int count() {
        return count;
    }

    int axes() {
        return most.length;
    }

    int most(int axis) {
        return most[axis];
    }

    int[] most() {
        return most.clone();
    }

    /** k_a of a wave. */
    int number(int wave, int axis) {
        return numbers[wave * most.length + axis];
    }

    /** The place of the same wave among others; −1 if it is none of them. */
    int in(Waves other, int wave) {
        return other.indexOf(Arrays.copyOfRange(numbers, wave * most.length, (wave + 1) * most.length));
    }

    /** The place of a wave by its numbers; −1 if it is none of these, as the other one of a pair is not. */
    int indexOf(int... k) {
        int place = 0;
        int all = 1;
        for (int a = 0; a < most.length; a++) {
            if (Math.abs(k[a]) > most[a]) {
                return -1;
            }
            place = place * (2 * most[a] + 1) + k[a] + most[a];
            all *= 2 * most[a] + 1;
        }
        return Math.max(-1, place - all / 2);
    }

    /** Its place on a grid of points, as a wave of the transform. @param sign −1 for the other one of the pair */
    int onGrid(int wave, int sign, int[] grid) {
        int place = 0;
        for (int a = 0; a < most.length; a++) {
            place = place * grid[a] + Math.floorMod(sign * number(wave, a), grid[a]);
        }
        return place;
    }

    /** Whether it is among the last eighth along some axis, where spectra have to have decayed. */
    boolean isLast(int wave) {
        for (int a = 0; a < most.length; a++) {
            if (Math.abs(number(wave, a)) > most[a] - Math.max(1, most[a] / 8)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waves w && Arrays.equals(most, w.most);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(most);
    }

    @Override
    public String toString() {
        return count + " waves up to " + Arrays.toString(most);
    }
}
