package org.pinn4j.optimize;

import java.util.Locale;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Blas;

/**
 * A quasi-Newton minimisation in progress: a direction from the {@link Descent}, a strong Wolfe search along it, an update.
 * Every step taken satisfies the Wolfe conditions. A direction that does not descend, or along which the search finds nothing,
 * costs the method its memory (H = I); from a fresh H it means that the method has stalled.
 */
public final class QuasiNewtonState implements State {
    private static final int SCALARS = 7;

    private final String name;
    private final Objective objective;
    private final Blas blas;
    private final Descent descent;
    private final WolfeSearch search;
    private final Stagnation stagnation = new Stagnation();
    private final double[] theta;
    private final double[] g;
    private final double[] p;
    private final double[] s;
    private final double[] y;
    private double value;
    private double alpha = Double.NaN;
    private long accepted;
    private long rejected;
    private long restarts;
    private Status status = Status.RUNNING;

    QuasiNewtonState(String name, Algebra algebra, Objective objective, double[] theta0, Descent descent) {
        this.name = name;
        this.objective = objective;
        this.descent = descent;
        blas = algebra.blas();
        theta = Vectors.start(objective, theta0);
        g = new double[theta.length];
        p = new double[theta.length];
        s = new double[theta.length];
        y = new double[theta.length];
        search = new WolfeSearch(objective, blas);
        evaluate();
    }

    @Override
    public void step() {
        if (status != Status.RUNNING) {
            return;
        }
        double before = value;
        double slope = point();
        if (!(slope < 0)) {
            status = Status.STALLED;
        } else if (search.run(theta, p, value, slope, descent.fresh() ? 1 / blas.nrm2(g.length, g, 0) : 1)) {
            advance();
        } else {
            fail();
        }
        if (status == Status.RUNNING && stagnation.after(before, value)) {
            status = Status.STALLED;
        }
    }

    /** p = a direction of descent; its slope, 0 if even -g is none. */
    private double point() {
        descent.direction(g, p);
        double slope = blas.dot(p.length, g, 0, p, 0);
        if (!(slope < 0) || Double.isInfinite(slope)) {
            restart();
            Vectors.negate(g, p);
            slope = blas.dot(p.length, g, 0, p, 0);
        }
        return slope;
    }

    private void advance() {
        alpha = search.alpha();
        Vectors.subtract(search.trial(), theta, s);
        Vectors.subtract(search.gradient(), g, y);
        descent.learn(alpha, s, y, g);
        Vectors.copy(search.trial(), theta);
        Vectors.copy(search.gradient(), g);
        value = search.value();
        accepted++;
    }

    private void fail() {
        rejected++;
        if (descent.fresh()) {
            status = Status.STALLED;
        } else {
            restart();
        }
    }

    private void restart() {
        descent.forget();
        restarts++;
    }

    private void evaluate() {
        value = objective.gradient(theta, g);
        status = Double.isFinite(value) && Vectors.finite(g) ? Status.RUNNING : Status.NON_FINITE;
    }

    @Override
    public double[] theta() {
        return theta;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public Status status() {
        return status;
    }

    /** Steps taken. */
    public long accepted() {
        return accepted;
    }

    /** Searches that found nothing. */
    public long rejected() {
        return rejected;
    }

    /** How often the method lost its memory. */
    public long restarts() {
        return restarts;
    }

    /** Length of the last step in units of its direction; NaN before the first. */
    public double alpha() {
        return alpha;
    }

    @Override
    public String detail() {
        String numbers = String.format(
                Locale.ROOT, "alpha %.1e, accepted %d, rejected %d, restarts %d", alpha, accepted, rejected, restarts);
        boolean blind = status == Status.STALLED && !Double.isFinite(search.value());
        return blind || status == Status.NON_FINITE ? numbers + "; " + Diagnosis.of(objective) : numbers;
    }

    @Override
    public void objectiveChanged() {
        stagnation.set(0);
        evaluate();
    }

    @Override
    public Snapshot snapshot() {
        Memory memory = new Memory(name)
                .put("theta", theta)
                .put("gradient", g)
                .scalars(value, alpha, accepted, rejected, restarts, stagnation.idle(), status.ordinal());
        descent.save(memory);
        return memory.snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
        Args.given(snapshot, "snapshot");
        double[] scalars = Memory.open(snapshot, name, theta.length, SCALARS);
        Memory.read(snapshot, "theta", theta);
        Memory.read(snapshot, "gradient", g);
        descent.load(snapshot);
        value = scalars[0];
        alpha = scalars[1];
        accepted = (long) scalars[2];
        rejected = (long) scalars[3];
        restarts = (long) scalars[4];
        stagnation.set((int) scalars[5]);
        status = Memory.status(scalars[6]);
    }
}
