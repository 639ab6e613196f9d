package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

/** What a grid does not know is refused with the reason. */
class PlacesTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Field U = Field.of("u", X, Y);

    private static String refusal(Problem problem) {
        return assertThrows(NotDiscretizableException.class, () -> Discretization.of(problem))
                .getMessage();
    }

    private static Problem poisson(Problem place) {
        return place.require(U.d(X, X).plus(U.d(Y, Y)).equalTo(1));
    }

    @Test
    void aDiskIsNoBox() {
        Problem disk = poisson(Problem.over(Disk.of(X, Y, 0, 0, 1)));
        String why = refusal(disk.require(U.equalTo(0).on(Region.boundary())));
        assertTrue(why.contains("the disk around (0.0, 0.0) of radius 1.0 is no box"), why);
    }

    @Test
    void aPieceOfASideIsNoSide() {
        Problem box = poisson(Problem.over(X, Y))
                .require(U.equalTo(0).on(X.ends()))
                .require(U.equalTo(0).on(Y.end()))
                .require(U.equalTo(1).on(Y.start().where(X, -1, 0)).named("heated"))
                .require(U.equalTo(0).on(Y.start().where(X, 0, 1)));
        String why = refusal(box);
        assertTrue(why.contains("condition 'heated' stands on a part of a side"), why);
    }

    @Test
    void aFamilyIsNoSingleProblem() {
        Axis nu = Axis.parameter("nu", 1, 2);
        Field v = Field.of("v", X, nu);
        String why = refusal(Problem.over(X, nu)
                .require(v.d(X, X).times(nu).equalTo(1))
                .require(v.equalTo(0).on(Region.boundary())));
        assertTrue(why.contains("a problem for each nu"), why);
    }
}
