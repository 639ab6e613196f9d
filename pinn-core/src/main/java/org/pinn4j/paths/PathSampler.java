package org.pinn4j.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Kolmogorov;
import org.pinn4j.random.RandomStream;

/**
 * Draws numbers Y whose mean at a point is the answer of a linear equation there,
 * <pre>
 * Y = D(τ) φ(X_τ) + ∫ D(s) f(X_s) ds,   D(s) = exp ∫₀ˢ c(X) ds,
 * </pre>
 * one path to each point, τ the time until the datum. Where the law of the paths is known and c is a number, Y has no bias: one
 * or two steps, the integral read at one uniform time. Otherwise there are as many equal steps as asked: Euler-Maruyama unless
 * the law is known, the trapezoidal rule for the integrals; the bias is of first order in the step. Immutable.
 * Source: Beck, Becker, Grohs, Jaafari, Jentzen, J. Sci. Comput. 88 (2021) 73; Kloeden and Platen, Numerical Solution of Stochastic
 * Differential Equations (1992), theorem 14.1.5.
 */
public final class PathSampler {
    /** Points that share a stream of random numbers: a constant, so that the bits do not depend on the workers. */
    private static final int BLOCK = 128;

    private final Kolmogorov equation;
    private final int steps;
    final Optional<ExactLaw> law;
    final CoordinateProgram datum;
    final CoordinateProgram running; // c, f
    final Optional<CoordinateProgram> motion; // μ, then the entries of a

    private PathSampler(Kolmogorov equation, int steps) {
        this.equation = equation;
        this.steps = steps;
        this.law = ExactLaw.of(equation);
        this.datum = compiled(List.of(equation.datum()));
        this.running = compiled(List.of(equation.potential(), equation.source()));
        List<Expr> moving = new ArrayList<>(equation.drift());
        equation.diffusion().forEach(e -> moving.add(e.value()));
        this.motion = law.isPresent() ? Optional.empty() : Optional.of(compiled(moving));
    }

    private CoordinateProgram compiled(List<Expr> expressions) {
        return CoordinateProgram.compile(expressions, equation.problem().axes());
    }

    /**
     * @param steps where one is not enough, at least 1
     * @throws IllegalArgumentException if the equation is not linear
     */
    public static PathSampler of(Kolmogorov equation, int steps) {
        Args.given(equation, "equation");
        Args.within(1, 1_000_000, steps, "steps");
        return new PathSampler(Kolmogorov.of(equation.problem()), steps);
    }

    public Kolmogorov equation() {
        return equation;
    }

    /** Whether there is no error but that of the mean. */
    public boolean isExact() {
        return law.isPresent() && equation.potential().number().isPresent();
    }

    /** Steps of a path: asked, or 1 where it is exact. */
    public int steps() {
        return isExact() ? 1 : steps;
    }

    /**
     * One draw for each point.
     * @param x coordinates [axes × n], flat, by the axes of the problem
     * @param stream moves on by nothing: blocks of points have streams below it
     * @return Y, [n]; not a number where a coefficient or the datum is none on the path
     * @throws IllegalArgumentException where the diffusion is not positive semidefinite, naming the point
     */
    public double[] draw(double[] x, int n, RandomStream stream, Workers workers) {
        Args.given(stream, "stream", workers, "workers");
        int axes = equation.problem().axes().size();
        Args.atLeast((long) axes * Args.atLeast(0, n, "n"), x, "x");
        double[] y = new double[n];
        workers.forEach((n + BLOCK - 1) / BLOCK, (worker, block) -> {
            int first = block * BLOCK;
            int m = Math.min(BLOCK, n - first);
            double[] own = new double[axes * m];
            for (int a = 0; a < axes; a++) {
                System.arraycopy(x, a * n + first, own, a * m, m);
            }
            double[] drawn = new PathBlock(this, own, m, stream.substream("block " + block)).draw();
            System.arraycopy(drawn, 0, y, first, m);
        });
        return y;
    }

    /**
     * Draws a path from each point and requires that it has a number, so that a statement whose coefficients or datum end where its
     * paths go on is refused before any work.
     * @throws IllegalArgumentException naming a point
     */
    public void requireSound(double[] x, int n, RandomStream stream, Workers workers) {
        double[] y = draw(x, n, stream, workers);
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "paths of '%s': one from (%s) gives %s: a coefficient or the datum has no value where paths leave the domain; state them for all of space"
                                .formatted(equation.problem().name(), at(equation, x, n, i), y[i]));
            }
        }
    }

    /** For messages. */
    static String at(Kolmogorov equation, double[] x, int n, int point) {
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < Math.min(6, equation.problem().axes().size()); a++) {
            text.append(a == 0 ? "" : ", ")
                    .append(equation.problem().axes().get(a))
                    .append(" = ")
                    .append(x[a * n + point]);
        }
        return text + (equation.problem().axes().size() > 6 ? ", ..." : "");
    }

    /** One line for notes: how paths are drawn, and what bias that has. */
    public String describe() {
        String by = law.map(Object::toString).orElse("Euler-Maruyama");
        if (isExact()) {
            return "paths by the exact law of %s, no bias".formatted(law.orElseThrow());
        }
        return "paths by %s in %d steps, a bias of first order in the step: halve it to see how much"
                .formatted(by, steps);
    }
}
