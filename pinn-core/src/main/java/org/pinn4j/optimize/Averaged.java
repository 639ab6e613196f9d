package org.pinn4j.optimize;

import java.util.Objects;
import org.pinn4j.args.Args;

/**
 * A gradient method whose answer is a mean of its iterates, which leaves out most of the noise of a constant learning rate. The
 * method itself goes on from its own iterate, as it would alone. What is judged, kept and handed to a next stage is the mean; a
 * run that goes on from a solution begins at the mean that was kept, with a new one.
 * <p>Source: Jentzen, Kuckuck and von Wurstemberger, arXiv:2310.20360; see {@link Averaging}.
 */
public record Averaged(GradientMethod method, Averaging averaging) implements Optimizer {
    public Averaged {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(averaging, "averaging");
    }

    /** The mean of all iterates after the first so many. */
    public static Averaged tail(GradientMethod method, int after) {
        return new Averaged(method, new Averaging.Tail(after));
    }

    /** A mean over about the last 1/(1 − memory) iterates. */
    public static Averaged exponential(GradientMethod method, double memory) {
        return new Averaged(method, new Averaging.Exponential(memory));
    }

    @Override
    public String name() {
        return method.name() + ", averaged";
    }

    @Override
    public AveragedState init(Objective objective, double[] theta0, Algebra algebra) {
        Args.given(objective, "objective", theta0, "theta0");
        Args.given(algebra, "algebra");
        return new AveragedState(name(), averaging, objective, method.init(objective, theta0, algebra));
    }

    /** With the learning rate that the method has come to, and the steps before a tail that are left. */
    @Override
    public Averaged from(State state) {
        Args.given(state, "state");
        return state instanceof AveragedState s ? new Averaged(method.from(s.raw()), s.left()) : this;
    }
}
