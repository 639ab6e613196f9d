package org.pinn4j.validation.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.network.Architecture;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Piece;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.estimate.DefectEstimate.Kind;

/**
 * Solutions in slabs each of which solves equation and boundary conditions exactly: truth + level × a solution of the linear
 * equation. There is no residual anywhere; all that is wrong began at the edges, and what becomes of it is known by hand.
 */
class PiecesEstimateTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 2);
    private static final Field U = Field.of("u", X, T);
    private static final double RATE = 0.1 * Math.PI * Math.PI;
    private static final double LEVEL = 1e-3;

    private static final Problem HEAT = Problem.over(X, T)
            .named("heat")
            .require(U.d(T).equalTo(U.d(X, X).times(0.1)))
            .require(U.equalTo(sin(X.times(Math.PI))).on(T.start()))
            .require(U.equalTo(0).on(X.ends()));

    private static final Problem WAVE = Problem.over(X, T)
            .named("wave")
            .require(U.d(T, T).equalTo(U.d(X, X)))
            .require(U.equalTo(sin(X.times(Math.PI))).on(T.start()))
            .require(U.d(T).equalTo(0).on(T.start()))
            .require(U.equalTo(0).on(X.ends()));

    private static Expr decay() {
        return exp(T.times(-RATE)).times(sin(X.times(Math.PI)));
    }

    private static Ansatz ansatz(Problem problem, Expr truth, Expr shape, String network) {
        Axis axis = problem.axes().get(0);
        return new Ansatz(
                problem.axes(),
                List.of(Features.scaled(axis, axis.min(), axis.max())),
                List.of(Architecture.parse(network).build(1, 1)),
                List.of(new Ansatz.Form(problem.fields().get(0), truth, shape, 0, 0)),
                List.of());
    }

    /** On pieces of equal length truth + level × shape: the last number of a network is the bias of its output. */
    private static Solution pieces(Problem problem, Axis along, Expr truth, Expr shape, double... levels) {
        Ansatz ansatz = ansatz(problem, truth, shape, "mlp(2;tanh)");
        List<Piece> pieces = IntStream.range(0, levels.length)
                .mapToObj(k -> {
                    double[] theta = new double[ansatz.networkParameters()];
                    theta[theta.length - 1] = levels[k];
                    double from = along.min() + k * along.length() / levels.length;
                    return new Piece(from, along.min() + (k + 1) * along.length() / levels.length, ansatz, theta);
                })
                .toList();
        return Solution.of(problem, along, pieces, ModelCard.untrained());
    }

    private static Grid grid() {
        return Grid.of(X, 33).by(T, 41);
    }

    /** √(Σe²/Σu²) over the grid. */
    private static double error(Solution solution, Expr truth) {
        double errors = 0;
        double squares = 0;
        double[] x = grid().coordinates(List.of(X, T));
        for (int i = 0; i < grid().size(); i++) {
            double u = solution.evaluate(truth, x[i], x[grid().size() + i]);
            errors += Math.pow(solution.at(x[i], x[grid().size() + i]) - u, 2);
            squares += u * u;
        }
        return Math.sqrt(errors / squares);
    }

    @Test
    void whatAJumpSendsOnDecaysAsTheHeatEquationSays() {
        Solution solution = pieces(HEAT, T, decay(), decay(), 0, LEVEL);
        DefectEstimate e = DefectEstimate.of(solution, grid());
        assertEquals(Kind.ESTIMATED, e.kind(), e::toString);
        assertEquals(
                error(solution, decay()),
                e.relativeL2().orElseThrow(),
                1e-2 * e.relativeL2().orElseThrow());
        double[] x = {0.5, 0.5, 0.5, 0.5, 0.999, 1, 1.3, 2}; // in space, then in time
        double[] corrected = e.corrected().orElseThrow().values(U, x, 4);
        for (int i = 0; i < 4; i++) {
            double t = x[4 + i];
            assertEquals(Math.exp(-RATE * t), corrected[i], 1e-2 * LEVEL, "at t = " + t);
            assertEquals(t < 1 ? 0 : LEVEL * Math.exp(-RATE * t), solution.at(0.5, t) - Math.exp(-RATE * t), 1e-12);
        }
    }

    @Test
    void aJumpBackEndsWhatTheFirstOneBegan() {
        Solution solution = pieces(HEAT, T, decay(), decay(), 0, LEVEL, 0, 0);
        DefectEstimate e = DefectEstimate.of(solution, grid());
        assertEquals(
                error(solution, decay()),
                e.relativeL2().orElseThrow(),
                1e-2 * e.relativeL2().orElseThrow());
        double[] corrected = e.corrected().orElseThrow().values(U, new double[] {0.5, 1.7}, 1);
        assertEquals(Math.exp(-RATE * 1.7), corrected[0], 1e-2 * LEVEL);
    }

    /** The values meet, their rates do not. */
    @Test
    void aJumpOfTheRateIsAnErrorOfAWave() {
        Expr truth = cos(T.times(Math.PI)).times(sin(X.times(Math.PI)));
        Expr shape = sin(T.times(Math.PI)).times(sin(X.times(Math.PI)));
        Solution solution = pieces(WAVE, T, truth, shape, 0, LEVEL);
        assertEquals(0, solution.jump(0)[0], 1e-15);
        Estimates e = Estimates.of(solution, grid());
        assertEquals(
                error(solution, truth),
                e.relativeL2().orElseThrow(),
                1e-2 * e.relativeL2().orElseThrow());
        assertTrue(e.bound().relativeL2() >= error(solution, truth), () -> e.bound() + "");
        assertTrue(e.bound().relativeL2() <= 3 * error(solution, truth), () -> e.bound() + "");
    }

    @Test
    void boundsAddTheJumps() {
        for (double[] levels : new double[][] {{0, LEVEL}, {0, LEVEL, 0, 0}, {0, LEVEL, -LEVEL, LEVEL, 0, 0, 0}}) {
            Solution solution = pieces(HEAT, T, decay(), decay(), levels);
            ErrorBound bound = ErrorBound.of(solution);
            double error = error(solution, decay());
            assertTrue(bound.relativeL2() >= error, () -> bound + " for " + error);
            assertTrue(bound.relativeL2() <= 4 * error, () -> bound + " for " + error);
            assertTrue(bound.absoluteMax() >= LEVEL * Math.exp(-RATE * T.max() / levels.length), bound::toString);
        }
    }

    @Test
    void withoutSpaceAJumpGrowsAsItsEquationSays() {
        Axis t = Axis.time("t", 0, 2);
        Field y = Field.of("y", t);
        Problem growth =
                Problem.over(t).require(y.d(t).equalTo(y)).require(y.equalTo(1).on(t.start()));
        Solution solution = pieces(growth, t, exp(t), exp(t), 0, LEVEL);
        Estimates e = Estimates.of(solution, Grid.of(t, 101));
        double[] corrected = e.estimate().corrected().orElseThrow().values(y, new double[] {0.7, 2}, 2);
        assertEquals(Math.exp(0.7), corrected[0], 1e-5 * LEVEL);
        assertEquals(Math.exp(2), corrected[1], 1e-3 * LEVEL * Math.exp(2));
        assertTrue(e.bound().absoluteMax() >= LEVEL * Math.exp(2), e.bound()::toString);
    }

    @Test
    void piecesAlongSpaceAreRefusedWithTheReason() {
        Expr shape = sin(X.times(Math.PI));
        Estimates e = Estimates.of(pieces(HEAT, X, decay(), shape, 0, LEVEL), grid());
        assertEquals(Kind.NONE, e.estimate().kind());
        assertTrue(
                e.estimate().reason().contains("in pieces along x"),
                e.estimate().reason());
        assertTrue(e.bound().reason().contains("in pieces along x"), e.bound().reason());
    }

    @Test
    void aPointCostsWhatThePieceCostsThatItLiesIn() {
        double[] costs = new double[2];
        Piece[] pieces = new Piece[2];
        for (int k = 0; k < 2; k++) {
            Ansatz ansatz = ansatz(HEAT, decay(), decay(), k == 0 ? "mlp(2;tanh)" : "mlp(64,64;tanh)");
            pieces[k] = new Piece(k == 0 ? 0 : 0.5, k == 0 ? 0.5 : 2, ansatz, new double[ansatz.networkParameters()]);
            costs[k] = PointCost.of(ansatz, 3);
        }
        Solution solution = Solution.of(HEAT, T, List.of(pieces), ModelCard.untrained());
        assertEquals(0.25 * costs[0] + 0.75 * costs[1], PointCost.of(solution, 3), 1e-9 * costs[1]);
    }
}
