package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.pde.Axis;

class ExactUnitsTest {
    private static final Axis X = Axis.of("x", 0, 20);

    /** Σ unit(k)·(x_k − x)^q = m!·(n − 1)! for q = m and 0 for the other powers below n, in integers: nothing is rounded. */
    @ParameterizedTest
    @CsvSource({"2", "4", "6", "8", "10"})
    void unitsOfDifferencesAreExactIntegersAtTheEndsAndInside(int accuracy) {
        AxisGrid grid = Scheme.finiteDifferences(accuracy).on(X, 20, false);
        for (int m = 1; m <= AxisGrid.HIGHEST_DERIVATIVE; m++) {
            for (int node = 0; node < grid.size(); node++) {
                StencilRow row = grid.derivative(m, node);
                for (int q = 0; q < m + accuracy; q++) {
                    BigInteger wanted = q == m ? factorial(m).multiply(factorial(row.count() - 1)) : BigInteger.ZERO;
                    String where = "order %d, power %d, node %d".formatted(m, q, node);
                    assertEquals(wanted, moment(row, node, q), where);
                }
            }
        }
    }

    private static BigInteger moment(StencilRow row, int node, int q) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < row.count(); k++) {
            BigInteger unit = BigDecimal.valueOf(row.unit(k)).toBigIntegerExact();
            sum = sum.add(BigInteger.valueOf(row.node(k) - node).pow(q).multiply(unit));
        }
        return sum;
    }

    private static BigInteger factorial(int n) {
        return n < 2 ? BigInteger.ONE : BigInteger.valueOf(n).multiply(factorial(n - 1));
    }
}
