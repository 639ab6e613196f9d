package org.pinn4j.optimize;

import java.util.Arrays;
import java.util.Locale;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;

/** A {@link Spring} minimisation in progress. */
public final class SpringState implements State {
    private static final int SCALARS = 6;
    private static final int HALVINGS = 30;

    private final Spring method;
    private final LeastSquares objective;
    private final Blas blas;
    private final Kernel kernel;
    private final double[] theta;
    private final double[] trial;
    private final double[] direction; // φ of the last step
    private double[] w; // [rows]
    private double value;
    private double eta = Double.NaN;
    private long steps;
    private boolean linearised;
    private boolean fresh = true; // there is no momentum
    private boolean blind; // nothing along the last direction is a number
    private Status status = Status.RUNNING;

    SpringState(Spring method, LeastSquares objective, double[] theta0, Algebra algebra) {
        this.method = method;
        this.objective = objective;
        this.blas = algebra.blas();
        this.kernel = new Kernel(objective, algebra);
        theta = Vectors.start(objective, theta0);
        trial = new double[theta.length];
        direction = new double[theta.length];
        linearise();
    }

    private boolean linearise() {
        value = kernel.form(theta);
        linearised = Double.isFinite(value);
        if (!linearised) {
            status = Status.NON_FINITE;
        }
        return linearised;
    }

    @Override
    public void step() {
        if (status != Status.RUNNING || !linearised && !linearise()) {
            return;
        }
        if (value == 0 || !turn()) {
            status = value == 0 ? Status.STALLED : Status.NON_FINITE;
            return;
        }
        blind = true;
        eta = method.rate().at(steps);
        for (int k = 0; k < HALVINGS && !descends(); k++) {
            eta /= 2;
        }
        steps++;
        if (linearised) {
            giveUp();
        }
    }

    /** Nowhere along φ it falls: without momentum it may, and if that was none already, nothing does. */
    private void giveUp() {
        if (blind) {
            status = Status.NON_FINITE;
        } else if (fresh) {
            status = Status.STALLED;
        }
        Arrays.fill(direction, 0);
        fresh = true;
    }

    /** The next φ. */
    private boolean turn() {
        int n = kernel.rows();
        int p = theta.length;
        w = w == null || w.length != n ? new double[n] : w;
        Vectors.copy(kernel.residuals(), w);
        blas.gemv(Op.NONE, n, p, -method.momentum(), kernel.jacobian(), 0, n, direction, 0, 1, w, 0);
        if (!kernel.solve(method.damping(), w)) {
            return false;
        }
        blas.gemv(Op.TRANSPOSE, n, p, 1, kernel.jacobian(), 0, n, w, 0, method.momentum(), direction, 0);
        return Vectors.finite(direction);
    }

    /** Goes to theta − η φ if the rows at hand fall there. */
    private boolean descends() {
        boolean moved = Vectors.move(theta, -eta, direction, trial);
        double reached = moved && Vectors.finite(trial) ? objective.value(trial) : Double.NaN;
        blind &= moved && !Double.isFinite(reached);
        if (!(reached < value)) { // written so that NaN fails too
            return false;
        }
        Vectors.copy(trial, theta);
        value = reached;
        linearised = false;
        fresh = false;
        return true;
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

    /** Steps made, those that moved nothing among them. */
    public long steps() {
        return steps;
    }

    @Override
    public String detail() {
        String numbers = String.format(Locale.ROOT, "eta %.1e", eta);
        return status == Status.NON_FINITE ? numbers + "; " + Diagnosis.of(objective) : numbers;
    }

    @Override
    public void objectiveChanged() {
        status = Status.RUNNING;
        linearise();
    }

    @Override
    public Snapshot snapshot() {
        return new Memory(method.name())
                .put("theta", theta)
                .put("direction", direction)
                .scalars(value, eta, steps, Memory.flag(linearised), status.ordinal(), Memory.flag(fresh))
                .snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
        Args.given(snapshot, "snapshot");
        double[] scalars = Memory.open(snapshot, method.name(), theta.length, SCALARS);
        Memory.read(snapshot, "theta", theta);
        Memory.read(snapshot, "direction", direction);
        eta = scalars[1];
        steps = (long) scalars[2];
        status = Memory.status(scalars[4]);
        fresh = scalars[5] != 0;
        linearised = false;
        if (scalars[3] != 0) {
            linearise();
        }
        value = scalars[0];
    }
}
