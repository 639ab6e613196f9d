package org.pinn4j.direct;

/** What a direct solve has done so far, whatever it was for. Of the thread that solves. */
final class Effort {
    private final Watch watch;
    private int steps;
    private double operations;
    private String failure = "";
    private int told;
    private double loss;

    Effort(Watch watch) {
        this.watch = watch;
    }

    /** There is something to return, if no more than fields of zero. */
    void begun(Candidate unsolved) {
        watch.begun(unsolved);
    }

    /** One least-squares solve of so many rows and columns. */
    void solve(long rows, long columns) {
        steps++;
        operations += 2.0 * rows * columns * columns;
    }

    /** One more right-hand side for a factorisation. */
    void chord(long rows, long columns) {
        operations += 4.0 * rows * columns;
    }

    /** One iteration of some other kind. @param more floating-point operations that it took */
    void iterate(double more) {
        steps++;
        operations += more;
    }

    /** A step is told when its candidate is judged, or when the next one is made. @param best before it */
    void tell(double newLoss, Candidate best) {
        judged(best);
        loss = newLoss;
        told = steps;
    }

    /** Tells who watches of the last step. @param best with what came of it */
    void judged(Candidate best) {
        int step = told;
        told = 0;
        if (step > 0) {
            watch.solved(step, loss, best);
        }
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
