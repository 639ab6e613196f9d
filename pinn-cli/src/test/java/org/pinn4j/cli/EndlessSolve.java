package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.pinn4j.optimize.Outcome;

/** A process that solves until it is asked to stop. */
final class EndlessSolve extends FakeEngine {
    public static void main(String[] args) {
        System.exit(Main.commandLine(new EndlessSolve())
                .setOut(new PrintWriter(System.out, true))
                .setErr(new PrintWriter(System.err, true))
                .execute(args));
    }

    @Override
    public Answer solve(Task task, Settings settings, Consumer<Update> update, Stop stop) {
        CountDownLatch stopped = new CountDownLatch(1);
        stop.onRequest(stopped::countDown);
        Update first = new Update("endless", 1, 1, 1, Double.NaN, 0, 60);
        update.accept(first);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new FakeAnswer(Outcome.CANCELLED, settings, List.of(first), true);
    }
}
