package org.pinn4j.solution;

import org.pinn4j.args.Args;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.GivenNetwork;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Problem;

/** Whether a solution that is yet to be found can be saved: better asked before hours of training than after. */
public final class Storable {
    private Storable() {}

    /**
     * Bytes that the statement and its readings take in a file.
     * @throws IllegalArgumentException if no solution of this problem can be saved: it has a part without a text form, or more of
     *     something than is read back
     */
    public static long size(Problem problem) {
        Args.given(problem, "problem");
        return SolutionFile.size(problem);
    }

    /** @throws IllegalArgumentException if no solution with a network of this family can be saved */
    public static void require(Architecture family) {
        Args.given(family, "family");
        Network.parse((family instanceof GivenNetwork given ? given.network() : family.build(1, 1)).text());
    }
}
