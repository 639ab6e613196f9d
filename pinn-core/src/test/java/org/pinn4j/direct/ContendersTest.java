package org.pinn4j.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContendersTest {
    private final Bandwidths first = Bandwidths.even(200, 2);
    private final Bandwidths near = first.stretched(0, 0.5);
    private final Bandwidths far = first.stretched(0, 2);
    private final Contenders contenders = new Contenders(first, first.features());

    private static List<String> names(List<Bandwidths> all) {
        return all.stream().map(Bandwidths::toString).distinct().toList();
    }

    @Test
    void whatIsNearTheBestIsTriedAgain() {
        contenders.at(200);
        contenders.tried(first, 5e-3);
        contenders.tried(near, 2e-3);
        contenders.tried(far, 3e-2);
        contenders.tried(first.stretched(0, 4), Double.NaN);
        Bandwidths best = near.withFeatures(300);
        assertEquals(
                names(List.of(best, best.withMargin(Bandwidths.WIDE_MARGIN), first.withFeatures(300))),
                names(contenders.at(300)));
    }

    @Test
    void ofManyFeaturesTheBestGoesOnAlone() {
        contenders.at(1000);
        contenders.tried(first.withFeatures(1000), 1e-9);
        contenders.tried(near.withFeatures(1000), 2e-8);
        assertEquals(names(List.of(first.withFeatures(1500))), names(contenders.at(1500)));
    }

    @Test
    void nothingIsTriedTwice() {
        assertTrue(contenders.isNew(first));
        contenders.tried(first, 1);
        assertFalse(contenders.isNew(Bandwidths.even(200, 2)));
        assertTrue(contenders.isNew(first.withFeatures(300)));
    }

    /** Where no figure came of a size, as when the time was over, the last ones are kept. */
    @Test
    void withoutFiguresTheOldOnesGoOn() {
        contenders.at(200);
        assertEquals(300, contenders.at(300).get(0).features());
    }
}
