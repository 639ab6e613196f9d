package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Otherwise;
import org.pinn4j.sampling.Grid;

/** What rounding does to formulas, against the same formulas with 32 digits. */
class FloorTest {
    private static final DfpField DIGITS = new DfpField(32);
    private static final int POINTS = 150;
    /** No floor is below this. */
    private static final double LEAST = 1e-15;

    static List<CatalogueProblem> problems() {
        return Catalogue.problems().stream()
                .filter(p -> p.exact().filter(Formula.class::isInstance).isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theErrorOfAFormulaByRoundingIsBelowItsFloorAndNotFar(CatalogueProblem problem) {
        Formula truth = (Formula) problem.exact().orElseThrow();
        double largest = LEAST / 20;
        for (Grid grid : problem.grids()) {
            double errors = 0;
            double squares = 0;
            for (Field field : problem.statement().fields()) {
                double[] x = grid.coordinates(field.axes());
                double[] u = truth.values(field, x, grid.size());
                int stride = Math.max(1, grid.size() / POINTS) | 1; // odd, so that all lines of a grid have their turn
                for (int i = 0; i < grid.size(); i += stride) {
                    Dfp exact = truth.truth(field).accept(new Exactly(field.axes(), x, grid.size(), i));
                    errors += Math.pow(exact.subtract(DIGITS.newDfp(u[i])).toDouble(), 2);
                    squares += u[i] * u[i];
                }
            }
            double error = Math.sqrt(errors / squares);
            assertTrue(error <= truth.floor(), "%s on %s: %.2e".formatted(problem.name(), grid, error));
            largest = Math.max(largest, error);
        }
        assertTrue(
                truth.floor() <= 20 * largest,
                "%s: floor %.0e, error %.2e".formatted(problem.name(), truth.floor(), largest));
    }

    /** The value at point i with all its digits; numbers are what the formula has. */
    private static final class Exactly extends Otherwise<Dfp> {
        private final List<Axis> axes;
        private final double[] x;
        private final int n;
        private final int point;

        Exactly(List<Axis> axes, double[] x, int n, int point) {
            this.axes = axes;
            this.x = x;
            this.n = n;
            this.point = point;
        }

        @Override
        protected Dfp otherwise() {
            throw new AssertionError("no such node in a formula");
        }

        @Override
        public Dfp constant(double value) {
            return DIGITS.newDfp(value);
        }

        @Override
        public Dfp axis(Axis axis) {
            return DIGITS.newDfp(x[axes.indexOf(axis) * n + point]);
        }

        @Override
        public Dfp sum(List<Expr> terms) {
            return terms.stream().map(e -> e.accept(this)).reduce(DIGITS.getZero(), Dfp::add);
        }

        @Override
        public Dfp product(List<Expr> factors) {
            return factors.stream().map(e -> e.accept(this)).reduce(DIGITS.getOne(), Dfp::multiply);
        }

        @Override
        public Dfp power(Expr base, double exponent) {
            return base.accept(this).pow((int) exponent);
        }

        @Override
        public Dfp call(Function function, Expr argument) {
            Dfp e = argument.accept(this);
            return switch (function) {
                case SIN -> e.sin();
                case COS -> e.cos();
                case EXP -> e.exp();
                case LOG -> e.log();
                case ATAN -> e.atan();
                case COSH -> e.cosh();
                case SINH -> e.sinh();
                default -> throw new AssertionError("no " + function + " in a formula");
            };
        }
    }
}
