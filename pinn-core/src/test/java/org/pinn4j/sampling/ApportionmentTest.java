package org.pinn4j.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
    private static final int[] MANY = {99, 99, 99};

    private static int[] of(int n, int[] most, double... weights) {
        return Apportionment.of(weights, most, n);
    }

    /** One each and four more, by 2/3, 4/3 and 2: the one left over goes to the remainder 2/3. */
    @Test
    void theLargestRemainderTakesWhatIsLeft() {
        assertArrayEquals(new int[] {2, 2, 3}, of(7, MANY, 1, 2, 3));
        assertArrayEquals(new int[] {3, 2, 2}, of(7, MANY, 3, 2, 1)); // 2, 4/3, 2/3
    }

    @Test
    void amongEqualsTheFirstTakesIt() {
        assertArrayEquals(new int[] {2, 1, 1}, of(4, MANY, 1, 1, 1));
        assertArrayEquals(new int[] {2, 2, 1}, of(5, MANY, 7, 7, 7));
        assertArrayEquals(new int[] {2, 2, 2}, of(6, MANY, 0, 0, 0));
    }

    /** The first would have 1 + 5.9 of 9 and has 3; of the four that are left the others have two each. */
    @Test
    void whatSomebodyCannotTakeGoesToTheOthers() {
        assertArrayEquals(new int[] {3, 3, 3}, of(9, new int[] {3, 9, 9}, 100, 1, 1));
        assertArrayEquals(new int[] {3, 2, 4}, of(9, new int[] {3, 2, 9}, 100, 10, 1)); // the second is full only then
        assertArrayEquals(new int[] {3, 9, 9}, of(21, new int[] {3, 9, 9}, 100, 1, 0));
    }

    @Test
    void fewerThanOneEachAndMoreThanThereAreAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(2, MANY, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> of(22, new int[] {3, 9, 9}, 1, 1, 1));
    }

    /** Who is not full is within one of the quota that all who are not full have of the rest, whatever the weights. */
    @Test
    void numbersAreNearTheirQuotaAndAddUp() {
        Random random = new Random(1);
        for (int trial = 0; trial < 2000; trial++) {
            int parts = 1 + random.nextInt(6);
            double[] weights =
                    random.doubles(parts, 0, 1).map(w -> Math.pow(w, 4)).toArray();
            int[] most = random.ints(parts, 1, 30).toArray();
            int n = parts + random.nextInt(Arrays.stream(most).sum() - parts + 1);
            int[] given = Apportionment.of(weights, most, n);
            assertEquals(n, Arrays.stream(given).sum());
            assertTrue(IntStream.range(0, parts).allMatch(k -> given[k] >= 1 && given[k] <= most[k]));
            int[] open =
                    IntStream.range(0, parts).filter(k -> given[k] < most[k]).toArray();
            double weight = Arrays.stream(open).mapToDouble(k -> weights[k]).sum();
            double left = Arrays.stream(open).map(k -> given[k] - 1).sum();
            for (int k : open) {
                assertEquals(left * weights[k] / weight, given[k] - 1, 1 + 1e-9, Arrays.toString(given));
            }
        }
    }
}
