package org.pinn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinn4j.Pinn;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Progress;

/** One solve by the library, with the error against the reference along the way. Confined to the solving thread. */
final class LibrarySolve {
    /** Least seconds between two looks at the error. */
    private static final double ERROR_EVERY = 0.2;

    /** Looks may take one part in so many of the time, but for the first few, which wait for the compiler. */
    private static final double ERROR_SHARE = 30;

    private static final int FIRST_LOOKS = 5;

    private static final int MOST_RECORDED = 20_000;

    private final Task task;
    private final Settings settings;
    private final Consumer<Update> listener;
    private final Optional<LiveError> liveError;
    private final List<Update> history = new ArrayList<>();
    private double lastError = Double.NaN;
    private double nextLook;
    private int looks;

    LibrarySolve(Task task, Settings settings, Consumer<Update> listener) {
        this.task = task;
        this.settings = settings;
        this.listener = listener;
        this.liveError = task.reference().map(r -> new LiveError(task, r));
    }

    Answer run(Stop stop) {
        Cancellation cancellation = new Cancellation();
        stop.onRequest(cancellation::request);
        Pinn.Solved solved =
                pinn().cancelledBy(cancellation).onProgress(this::update).run(task.problem());
        return new LibraryAnswer(
                solved.solution(), settings.threads(), solved.training().seconds(), List.copyOf(history));
    }

    private Pinn pinn() {
        Pinn pinn = task.expert()
                .filter(any -> settings.recipe().equals("expert"))
                .map(Pinn::with)
                .orElseGet(Pinn::standard)
                .seed(settings.seed())
                .workers(settings.threads())
                .backend(settings.backend());
        if (settings.steps().isPresent()) {
            pinn = pinn.steps(settings.steps().getAsInt());
        }
        if (settings.budget().isPresent()) {
            pinn = pinn.budget(settings.budget().get());
        }
        return settings.tolerance().isPresent()
                ? pinn.tolerance(settings.tolerance().getAsDouble())
                : pinn;
    }

    private void update(Progress p) {
        double error = Double.NaN;
        if (liveError.isPresent() && p.seconds() >= nextLook) {
            long start = System.nanoTime();
            error = liveError.get().of(p.best().get());
            lastError = error;
            double cost = looks++ < FIRST_LOOKS ? 0 : (System.nanoTime() - start) * 1e-9;
            nextLook = p.seconds() + Math.max(ERROR_EVERY, ERROR_SHARE * cost);
        }
        if (history.size() < MOST_RECORDED) {
            history.add(told(p, error));
        }
        listener.accept(told(p, lastError));
    }

    private Update told(Progress p, double error) {
        double left = p.fraction() > 0 ? p.seconds() / p.fraction() - p.seconds() : Double.NaN;
        return new Update(p.stage(), p.step(), p.loss(), p.heldOut(), error, p.fraction(), left);
    }

    /** The relative L2 error of the first field on a part of the grid: good enough to watch. */
    private static final class LiveError {
        private static final int POINTS = 1000;

        private final double[] points;
        private final double[] truth;
        private final Task task;

        LiveError(Task task, Reference reference) {
            this.task = task;
            double[] all = task.grid().coordinates(task.problem().axes());
            int n = task.grid().size();
            int axes = task.problem().axes().size();
            int stride = Math.max(1, n / POINTS);
            int kept = (n + stride - 1) / stride;
            points = new double[axes * kept];
            for (int a = 0; a < axes; a++) {
                for (int i = 0; i < kept; i++) {
                    points[a * kept + i] = all[a * n + i * stride];
                }
            }
            truth = reference.values(task.problem().fields().get(0), points, kept);
        }

        double of(Solution solution) {
            Evaluator u = solution.evaluator(task.problem().fields().get(0));
            double[] values = new double[truth.length];
            u.evaluate(points, truth.length, values, u.scratch());
            double difference = 0;
            double size = 0;
            for (int i = 0; i < truth.length; i++) {
                difference += (values[i] - truth[i]) * (values[i] - truth[i]);
                size += truth[i] * truth[i];
            }
            return Math.sqrt(difference / size);
        }
    }
}
