package org.pinn4j.compile;

import java.util.List;
import java.util.Random;
import org.hipparchus.CalculusFieldElement;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Normal;
import org.pinn4j.pde.Parameter;

/** Random expressions of every kind of node, from a seed. */
final class ProgramExpressions {
    static final Axis X = Axis.of("x", -1, 1);
    static final Axis T = Axis.time("t", 0, 1);
    static final List<Axis> AXES = List.of(X, T);
    static final Field U = Field.of("u", X, T);
    static final Field V = Field.of("v", X, T);
    static final List<Parameter> PARAMETERS =
            List.of(Parameter.of("p", 0.7), Parameter.of("q", 1.3).positive());
    private static final double[] EXPONENTS = {2, 2, 3, 4, 5, 7, -1, -1, -2, -3};
    private static final double[] FRACTIONS = {0.5, -0.5, 1.5, 0.3, -1.7, 2.5};

    private final Random random;

    ProgramExpressions(long seed) {
        random = new Random(seed);
    }

    private static <E extends CalculusFieldElement<E>> E hill(E[] a) {
        return a[0].multiply(a[0]).multiply(-2).exp().add(a[1].multiply(3).sin());
    }

    Expr next(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> sum(depth);
            case 3, 4, 5 -> product(depth);
            case 6 -> next(depth - 1).pow(EXPONENTS[random.nextInt(EXPONENTS.length)]);
            case 7 -> positive(depth).pow(FRACTIONS[random.nextInt(FRACTIONS.length)]);
            case 8 -> call(depth);
            default -> next(depth - 1).trace(random.nextBoolean() ? X.start() : X.end());
        };
    }

    /** Contains a field, so that there is something to differentiate. */
    Expr withField(int depth) {
        return next(depth).plus(state().times(next(depth - 1)));
    }

    private Expr sum(int depth) {
        Expr sum = next(depth - 1);
        for (int k = random.nextInt(3); k >= 0; k--) {
            sum = random.nextBoolean()
                    ? sum.plus(next(depth - 1))
                    : sum.minus(next(depth - 1).times(0.3));
        }
        return sum;
    }

    private Expr product(int depth) {
        Expr product = next(depth - 1);
        for (int k = random.nextInt(4); k >= 0; k--) {
            product = product.times(next(depth - 1));
        }
        return product;
    }

    private Expr positive(int depth) {
        return next(depth - 1).pow(2).plus(0.5);
    }

    private Expr call(int depth) {
        Expr inner = next(depth - 1);
        return switch (random.nextInt(12)) {
            case 0 -> Expr.sin(inner);
            case 1 -> Expr.cos(inner);
            case 2 -> Expr.exp(Expr.tanh(inner));
            case 3 -> Expr.log(positive(depth));
            case 4 -> Expr.tanh(inner);
            case 5 -> Expr.abs(inner);
            case 6 -> Expr.asinh(inner);
            case 7 -> Expr.erf(Expr.sin(inner));
            case 8 -> Expr.atan(inner);
            case 9 -> Expr.sinh(Expr.tanh(inner));
            case 10 -> Expr.cosh(Expr.sin(inner));
            default -> Expr.abs(U).d(X).times(inner); // holds the sign function
        };
    }

    private Expr leaf() {
        return switch (random.nextInt(13)) {
            case 0, 1, 2, 3, 4 -> state();
            case 5 -> random.nextBoolean() ? X : T;
            case 6 -> Expr.constant(random.nextInt(8) / 2.0 - 1.75);
            case 7 -> PARAMETERS.get(random.nextInt(2));
            case 8 -> Expr.function("hill", ProgramExpressions::hill, X, T);
            case 9 -> Expr.function("hill", ProgramExpressions::hill, X, T).d(X);
            case 10 -> Expr.values("table", a -> a[0] - 2 * a[1], T, X);
            case 11 -> Expr.measurement();
            default -> new Normal(X);
        };
    }

    private Expr state() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> U;
            case 2 -> U.d(X);
            case 3 -> U.d(X, X);
            case 4 -> V;
            default -> V.d(T);
        };
    }
}
