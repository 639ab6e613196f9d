package org.pinn4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

class SecondsToTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Solution ANY = Pinn.standard()
            .workers(1)
            .steps(1)
            .solve(Problem.over(X)
                    .require(U.d(X).equalTo(1))
                    .require(U.equalTo(0).on(X.start())));

    private final SecondsTo looks = new SecondsTo();
    private final IdentityHashMap<Solution, Double> errors = new IdentityHashMap<>();

    private Solution of(double error) {
        Solution s = ANY.withCard(ModelCard.untrained());
        errors.put(s, error);
        return s;
    }

    private Map<Double, OptionalDouble> ending(double error, double seconds) {
        return looks.of(of(error), seconds, errors::get);
    }

    private void look(double seconds, double error) {
        looks.look(seconds, () -> of(error));
    }

    private static void assertAt(double seconds, OptionalDouble found) {
        assertEquals(seconds, found.orElseThrow(), 0.05);
    }

    @Test
    void anErrorIsComeToAfterTheLastMomentAboveIt() {
        look(1, 0.5);
        look(2, 5e-4);
        look(3, 2e-3);
        look(4, 5e-4);
        look(5, 5e-7);
        Map<Double, OptionalDouble> all = ending(1e-8, 6);
        assertAt(4, all.get(1e-3));
        assertAt(5, all.get(1e-6));
        assertTrue(all.get(1e-9).isEmpty());
    }

    @Test
    void whatTheLastSolutionIsNotBelowIsNotComeTo() {
        look(1, 1e-12);
        assertTrue(ending(0.1, 2).values().stream().allMatch(OptionalDouble::isEmpty));
        assertTrue(ending(Double.NaN, 2).values().stream().allMatch(OptionalDouble::isEmpty));
    }

    @Test
    void looksAreNotCountedAndNotTakenMoreOftenThanTheyTell() throws InterruptedException {
        looks.look(1, () -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return of(1e-12);
        });
        look(1.31, 0.9); // a hundredth of a second after the first one, its look taken off
        Map<Double, OptionalDouble> all = ending(1e-13, 2.3);
        assertAt(1, all.get(1e-9));
        look(2.3, 1);
        assertAt(2.2, ending(1e-13, 2.5).get(1e-3));
    }
}
