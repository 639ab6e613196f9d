package org.pinn4j.direct;

/** What a direct solve has done so far, whatever it was for. Of the thread that solves. */
final class Effort {
    private final Watch watch;
    private int steps;
    private double operations;
    private String failure = "";

    Effort(Watch watch) {
        this.watch = watch;
    }

    /** One least-squares solve of so many rows and columns. */
    void solve(long rows, long columns) {
        steps++;
        operations += 2.0 * rows * columns * columns;
    }

    /** Tells who watches. */
    void tell(double loss, Candidate best) {
        watch.solved(steps, loss, best);
    }

    void fail(String where) {
        failure = where;
    }

    /** Whether nothing more is to be solved: the budget is spent, or a residual was not finite. */
    boolean over() {
        return watch.over(steps) || !failure.isEmpty();
    }

    int steps() {
        return steps;
    }

    /** Floating-point operations of all solves. */
    double operations() {
        return operations;
    }

    /** Condition and point where a residual was not finite; otherwise empty. */
    String failure() {
        return failure;
    }
}
