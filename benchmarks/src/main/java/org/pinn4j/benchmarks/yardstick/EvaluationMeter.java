package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.benchmarks.yardstick.Figure.Unit;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.problems.Burgers;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;

/** What a trained function costs its caller: single points, and batches held against the forward sweep of training. */
final class EvaluationMeter {
    private static final int BATCH = 10_000;
    private static final int SINGLES = 256;
    private static final int CALLS = 50;
    private static final int TRAINING_CHANNELS = 4;

    private final Bench bench;

    @SuppressWarnings("UnusedVariable") // so that no evaluation is dead code
    private double sink;

    EvaluationMeter(Bench bench) {
        this.bench = bench;
    }

    /** What is evaluated, and the derivative channels that needs. */
    private record Ask(String name, int channels, Expr... expressions) {}

    private static List<Ask> asks() {
        Field u = Burgers.U;
        Expr ux = u.d(Burgers.X);
        Expr ut = u.d(Burgers.T);
        return List.of(
                new Ask("u", 1, u),
                new Ask("u, u_x, u_t", 3, u, ux, ut),
                new Ask("u, u_x, u_t, u_xx", 4, u, ux, ut, u.d(Burgers.X, Burgers.X)));
    }

    /** One point at a time on one thread. */
    void single(Section into, String shape) {
        try (Work work = Work.of(Case.of("burgers", shape, LayerProducts.TILE), 1, bench.backend())) {
            Solution solution = work.solution();
            Runnable value = () -> {
                for (int i = 0; i < SINGLES; i++) {
                    sink += solution.at(0.25, (double) i / SINGLES);
                }
            };
            Evaluator evaluator = solution.evaluator(asks().get(1).expressions());
            Evaluator.Scratch scratch = evaluator.scratch();
            double[] point = {0.25, 0};
            double[] out = new double[3];
            Runnable gradient = () -> {
                for (int i = 0; i < SINGLES; i++) {
                    point[1] = (double) i / SINGLES;
                    evaluator.evaluate(point, 1, out, scratch);
                    sink += out[1];
                }
            };
            Contest contest = new Contest()
                    .add("u", value::run)
                    .add("gradient", gradient::run)
                    .run();
            into.row(shape + ", u by at(x, t)", latency(contest.of("u"), value));
            into.row(shape + ", u with u_x, u_t", latency(contest.of("gradient"), gradient));
        }
    }

    private static List<Figure> latency(Timing timing, Runnable run) {
        return List.of(
                new Figure("one point", Unit.NANOS, timing.median() / SINGLES * 1e9, timing.spread()),
                Figure.of("allocated", Unit.BYTES, (double) Memory.allocated(run, CALLS) / SINGLES));
    }

    /** Batches, one slice of the points for each thread. */
    void batch(Section into, String shape, int threads) {
        try (Work work = Work.of(Case.of("burgers", shape, BATCH), threads, bench.backend());
                Workers pool = Workers.of(threads)) {
            Contest contest = new Contest();
            contest.add("training", () -> work.objective().value(work.theta()));
            List<Runnable> runs = new ArrayList<>();
            for (Ask ask : asks()) {
                Runnable run = slices(work.solution(), pool, ask);
                runs.add(run);
                contest.add(ask.name(), run::run);
            }
            contest.run();
            for (int k = 0; k < runs.size(); k++) {
                Ask ask = asks().get(k);
                String name = "%s, %s, %d thread%s".formatted(shape, ask.name(), threads, threads == 1 ? "" : "s");
                into.row(name, throughput(ask, contest, runs.get(k)));
            }
        }
    }

    private static List<Figure> throughput(Ask ask, Contest contest, Runnable run) {
        Timing time = contest.of(ask.name());
        double share = contest.of("training").over(time) * ask.channels() / TRAINING_CHANNELS;
        return List.of(
                new Figure("points", Unit.MILLIONS, BATCH / time.median() * 1e-6, time.spread()),
                Figure.of("of the training forward", Unit.PERCENT, 100 * share),
                Figure.of("allocated in a batch", Unit.BYTES, Memory.allocated(run, CALLS)));
    }

    private static Runnable slices(Solution solution, Workers pool, Ask ask) {
        Evaluator evaluator = solution.evaluator(ask.expressions());
        int threads = pool.count();
        int n = BATCH / threads;
        double[] points = new double[2 * n];
        for (int i = 0; i < n; i++) {
            points[i] = 2.0 * i / n - 1;
            points[n + i] = (double) i / n;
        }
        Evaluator.Scratch[] scratch = new Evaluator.Scratch[threads];
        double[][] out = new double[threads][ask.expressions().length * n];
        java.util.Arrays.setAll(scratch, k -> evaluator.scratch());
        Workers.Task slice = (worker, k) -> evaluator.evaluate(points, n, out[k], scratch[k]);
        return () -> pool.forEach(threads, slice);
    }
}
