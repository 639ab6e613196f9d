package org.pinn4j.pde;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.CalculusFieldElement;
import org.pinn4j.pde.text.ExprText;

/** Seeded random expressions of x, t, u and its derivatives, a parameter and functions given as code; smooth everywhere. */
public final class RandomTrees {
    public static final Axis X = Statements.X;
    public static final Axis T = Statements.T;
    public static final Field U = Statements.U;
    public static final Parameter NU = Parameter.of("nu", 0.3);
    public static final Expr BUMP = Expr.function("bump", RandomTrees::bump, X, T);
    public static final Expr TABLE = Expr.values("table", p -> p[0] * p[0], X);
    public static final Map<String, Expr> FUNCTIONS = Map.of("bump", BUMP, "table", TABLE);

    private final Random random;
    private final boolean everything;

    /** @param everything with traces, normals, measurements and sampled values, which cannot all be differentiated */
    public RandomTrees(long seed, boolean everything) {
        this.random = new Random(seed);
        this.everything = everything;
    }

    public static <F extends CalculusFieldElement<F>> F bump(F[] x) {
        return x[0].multiply(x[0]).add(1).reciprocal().multiply(x[1].cos());
    }

    public Expr tree(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        Expr a = tree(depth - 1);
        Expr b = tree(depth - 1);
        return switch (random.nextInt(10)) {
            case 0, 1 -> a.plus(b);
            case 2 -> a.minus(b.times(random.nextGaussian()));
            case 3, 4 -> a.times(b);
            case 5 -> a.over(b.pow(2).plus(1));
            case 6 -> a.pow(2 + random.nextInt(2));
            case 7 -> a.pow(2).plus(1).pow(random.nextBoolean() ? 0.5 : -1.5);
            case 8 -> a.plus(b).times(-1.5);
            default -> call(a);
        };
    }

    private Expr call(Expr a) {
        return switch (random.nextInt(10)) {
            case 0 -> Expr.sin(a);
            case 1 -> Expr.cos(a);
            case 2 -> Expr.exp(Expr.sin(a));
            case 3 -> Expr.log(a.pow(2).plus(1));
            case 4 -> Expr.tanh(a);
            case 5 -> Expr.asinh(a);
            case 6 -> Expr.atan(a);
            case 7 -> Expr.sinh(Expr.sin(a));
            case 8 -> Expr.cosh(Expr.tanh(a));
            default -> Expr.erf(a);
        };
    }

    private Expr leaf() {
        return switch (random.nextInt(everything ? 12 : 8)) {
            case 0 -> X;
            case 1 -> T;
            case 2 -> U;
            case 3 -> U.d(X);
            case 4 -> U.d(X, T);
            case 5 -> NU;
            case 6 -> Expr.constant(random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2));
            case 7 -> BUMP;
            case 8 -> TABLE;
            case 9 -> U.d(X).plus(X).trace(X.end());
            case 10 -> new Normal(X);
            default -> random.nextBoolean() ? Expr.measurement() : BUMP.d(X).plus(BUMP.d(T, T));
        };
    }

    public static Expr parse(String text) {
        return ExprText.parse(text, List.of(X, T), List.of(U), List.of(NU), FUNCTIONS);
    }
}
