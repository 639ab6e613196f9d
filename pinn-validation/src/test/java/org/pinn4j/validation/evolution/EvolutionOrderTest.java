package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Manufactured;
import org.pinn4j.validation.discrete.Manufactured.Grids;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.order.Order;

/** Problems of first and second order in time converge with the order of their differences, and with that of the method in time. */
class EvolutionOrderTest {
    private static final Axis X = Axis.of("x", -0.2, 1.1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Expr U1 = U.d(X);
    private static final Expr U2 = U.d(X, X);
    private static final Expr UT = U.d(T);
    private static final Expr ANGLE = X.times(2 * Math.PI / 1.3);
    private static final Manufactured RING = new Manufactured(
            U, exp(sin(ANGLE.minus(T))).plus(cos(ANGLE.times(2)).times(exp(T.negate()))));
    private static final double END = 0.5;
    /** Of order 13, with an error below rounding. */
    private static final RadauTableau SEVEN = new RadauTableau(7);

    private static final int FINE_STEPS = 16;

    private static Manufactured moving(double phase) {
        return new Manufactured(
                U,
                sin(X.times(3).plus(phase).plus(T.times(0.3)))
                        .plus(exp(X.times(0.5).minus(T))));
    }

    private static Problem first(Manufactured m, Expr operator, Condition... conditions) {
        Problem problem = Problem.over(X, T).require(m.equation(operator)).require(m.on(T.start(), U));
        for (Condition condition : conditions) {
            problem = problem.require(condition);
        }
        return m.equals(RING) ? problem.periodicIn(X) : problem;
    }

    private static Problem second(Manufactured m, Expr operator, Condition... conditions) {
        return first(m, operator, conditions).require(m.on(T.start(), UT));
    }

    private static Map<String, Problem> problems(Manufactured m) {
        Expr heat = UT.minus(U2.times(0.3));
        Expr burgers = heat.plus(U.times(U1));
        Expr wave = U.d(T, T).minus(U2);
        Expr beam = U.d(T, T).plus(U2.d(X, X).times(0.01));
        return Map.ofEntries(
                Map.entry("heat, values", first(m, heat, m.on(X.ends(), U))),
                Map.entry("heat, slopes", first(m, heat, m.on(X.ends(), U1))),
                Map.entry(
                        "heat, radiation",
                        first(
                                m,
                                heat,
                                m.on(X.start(), U.minus(U1)),
                                m.on(X.end(), U1.plus(U.pow(4).times(0.1))))),
                Map.entry("Burgers, values", first(m, burgers, m.on(X.ends(), U))),
                Map.entry("heat, ring", first(RING, heat)),
                Map.entry("transport, ring", first(RING, UT.plus(U1))),
                Map.entry("transport, inflow", first(m, UT.plus(U1), m.on(X.start(), U))),
                Map.entry(
                        "Korteweg-de Vries, ring",
                        first(RING, UT.plus(U.times(U1)).plus(U2.d(X).times(0.01)))),
                Map.entry("wave, values", second(m, wave, m.on(X.ends(), U))),
                Map.entry("wave, value and slope", second(m, wave, m.on(X.start(), U), m.on(X.end(), U1))),
                Map.entry("wave, open end", second(m, wave, m.on(X.start(), U), m.on(X.end(), UT.plus(U1)))),
                Map.entry("wave, ring", second(RING, wave)),
                Map.entry("beam, clamped", second(m, beam, m.on(X.ends(), U), m.on(X.ends(), U1))),
                Map.entry("beam, ring", second(RING, beam)));
    }

    /**
     * A name, the phase of the solution, and the coarsest of four grids for order 2, 4 and 6. Without damping, order 6 is left out
     * where nothing but the ends' one-sided rows would hold modes down: see {@link #oneSidedRowsOfOrderSixLetAnUndampedBeamGrow}.
     */
    private static final String TABLE = """
            heat, values | 2.9 | 36 50 50
            heat, slopes | 2.2 | 36 50 36
            heat, radiation | 2.2 | 50 50 70
            heat, ring | 0 | 42 60 60
            Burgers, values | 2.2 | 36 50 24
            transport, inflow | 1.8 | 24 50
            transport, ring | 0 | 60 60 60
            Korteweg-de Vries, ring | 0 | 42 80 60
            wave, values | 0.2 | 36 36
            wave, value and slope | 2.5 | 36 50
            wave, open end | 2.9 | 50 70 36
            wave, ring | 0 | 60 60 60
            beam, clamped | 0.7 | 50 50
            beam, ring | 0 | 80 60 50
            """;

    private record Case(String name, int order, double phase, int cells) {
        private double[] errors(Grids grids) {
            Manufactured line = moving(phase);
            Manufactured truth = name.endsWith("ring") ? RING : line;
            Discretization discretization = Discretization.of(problems(line).get(name));
            return grids.errors(cells -> {
                DiscreteSystem system = discretization.system(Scheme.finiteDifferences(order), cells);
                double[] y = Marching.march(system, SEVEN, END, FINE_STEPS);
                return truth.error(system.grid(), END, system.values(U, y));
            });
        }
    }

    static Stream<Case> cases() {
        return TABLE.lines().map(line -> line.split(" \\| ")).flatMap(cell -> {
            String[] cells = cell[2].split(" ");
            return IntStream.range(0, cells.length)
                    .mapToObj(
                            k -> new Case(cell[0], 2 * k + 2, Double.parseDouble(cell[1]), Integer.parseInt(cells[k])));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyProblemInTimeConvergesWithTheOrderOfItsDifferences(Case c) {
        Grids grids = new Grids(4, c.order == 6 ? 1.2 : 1.3, c.cells);
        Manufactured.assertOrder(c.order, grids.spacings(), c.errors(grids), c.toString());
    }

    /** Rows of order 6 at clamped ends have modes that grow the faster the finer the grid; steps in time do not matter. */
    @Test
    void oneSidedRowsOfOrderSixLetAnUndampedBeamGrow() {
        double[] error = new Case("beam, clamped", 6, 0.7, 0).errors(new Grids(3, 1.2, 20));
        assertTrue(error[0] < error[1] && error[1] < error[2], Arrays.toString(error));
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                Arguments.of(3, new int[] {10, 12, 16, 20, 24}, 6, 0.1),
                Arguments.of(5, new int[] {6, 7, 8, 10}, 6, 0.1),
                Arguments.of(7, new int[] {10, 12, 14, 16}, 20, 0.1),
                // Rounding ends the grids where the next term of the error is still a tenth of the first.
                Arguments.of(9, new int[] {10, 12, 14, 16}, 40, 0.2));
    }

    @ParameterizedTest(name = "{0} stages")
    @MethodSource("methods")
    void anOscillationConvergesWithTwiceTheStagesLessOne(int stages, int[] steps, double frequency, double within) {
        double[] error = TableauFaults.errors(Systems.oscillator(frequency), new RadauTableau(stages), steps);
        Order order = Order.fit(Marching.lengths(1, steps), error);
        assertEquals(2 * stages - 1, order.slope(), within, () -> Arrays.toString(error));
        assertTrue(order.pointsUsed() >= 4);
    }

    static Stream<Arguments> inTime() {
        return Stream.of(
                Arguments.of(3, new int[] {10, 12, 14, 16}, new int[] {10, 12, 14, 16}),
                Arguments.of(5, new int[] {3, 4, 5, 6}, new int[] {4, 5, 6, 7}));
    }

    /** Data that move on the ends do not lower the order where steps resolve the fastest mode of the grid. */
    @ParameterizedTest(name = "{0} stages")
    @MethodSource("inTime")
    void equationsOfFirstAndSecondOrderConvergeInTimeWithTheOrderOfTheMethod(int stages, int[] flow, int[] wave) {
        RadauTableau tableau = new RadauTableau(stages);
        Manufactured.assertOrder(
                2 * stages - 1,
                Marching.lengths(1, flow),
                TimeFaults.errors(TimeFaults.FLOW, TimeFaults.flow(), tableau, (system, step) -> system, flow),
                "u_t");
        Manufactured.assertOrder(
                2 * stages - 1,
                Marching.lengths(1, wave),
                TimeFaults.errors(TimeFaults.WAVE, TimeFaults.wave(), tableau, (system, step) -> system, wave),
                "u_tt");
    }
}
