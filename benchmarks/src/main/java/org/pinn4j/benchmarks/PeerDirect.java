package org.pinn4j.benchmarks;

import java.util.Arrays;
import org.pinn4j.Pinn;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Solution;

/**
 * This library's side of {@code benchmarks/peers/direct.py}: solves a problem of the catalogue as a user would, told nothing but
 * the statement, and prints the seconds of the first solve of the Java machine, the median of the next ones, and the error.
 */
public final class PeerDirect {
    private static final double NANO = 1e-9;

    private PeerDirect() {}

    /** @param args name in the catalogue, seed, workers, solves after the first */
    public static void main(String[] args) {
        CatalogueProblem problem = Catalogue.find(args[0]);
        Pinn pinn = Pinn.standard().seed(Long.parseLong(args[1])).workers(Integer.parseInt(args[2]));
        long start = System.nanoTime();
        Solution solution = pinn.solve(problem.statement());
        double first = (System.nanoTime() - start) * NANO;
        double[] next = new double[Integer.parseInt(args[3])];
        for (int k = 0; k < next.length; k++) {
            long again = System.nanoTime();
            pinn.solve(problem.statement());
            next[k] = (System.nanoTime() - again) * NANO;
        }
        Arrays.sort(next);
        double error = problem.error(solution, problem.exact().orElseThrow()).relativeL2();
        System.out.println(first + " " + next[next.length / 2] + " " + error);
    }
}
