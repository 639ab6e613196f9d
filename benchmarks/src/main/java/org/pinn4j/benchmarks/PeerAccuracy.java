package org.pinn4j.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Expr;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Progress;

/**
 * This library's side of {@code benchmarks/peers/accuracy.py}: solves a problem of the catalogue and prints {@code seconds error}
 * at times that grow geometrically. The clock starts with the solve and stands still while the error is measured; the first
 * line is the time from the start of the Java machine to here, before the reference is computed. The error is that of the network which the solve would
 * return at that moment, chosen by the held-out residual and without knowledge of the reference.
 */
public final class PeerAccuracy {
    private static final double FIRST = 0.05; // seconds
    private static final double GROWTH = 1.12;
    private static final double MARGIN = 10; // the solve's own clock counts the measuring too; the cancellation ends it

    private final double limit;
    private final double[] points;
    private final double[] truth;
    private final Cancellation cancellation = new Cancellation();
    private long start;
    private long measuring;
    private double next = FIRST;

    private PeerAccuracy(CatalogueProblem problem, double limit) {
        this.limit = limit;
        this.points = axisMajor(problem);
        int n = problem.grid().size();
        this.truth = problem.exact()
                .orElseThrow()
                .values(problem.statement().fields().get(0), points, n);
    }

    /** @param args name in the catalogue, trained or expert, seed, workers, seconds */
    public static void main(String[] args) {
        long machineStart = ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.printf(Locale.ROOT, "start %.3f%n", (System.currentTimeMillis() - machineStart) * 1e-3);
        CatalogueProblem problem = Catalogue.find(args[0]);
        double limit = Double.parseDouble(args[4]);
        PeerAccuracy accuracy = new PeerAccuracy(problem, limit);
        Pinn pinn = args[1].equals("expert") ? Pinn.with(problem.expert().orElseThrow()) : Pinn.trained();
        accuracy.solve(pinn.seed(Long.parseLong(args[2])).workers(Integer.parseInt(args[3])), problem);
    }

    private void solve(Pinn pinn, CatalogueProblem problem) {
        start = System.nanoTime();
        Solution solution = pinn.budget(Duration.ofMillis((long) (1000 * MARGIN * limit)))
                .cancelledBy(cancellation)
                .onProgress(this::progress)
                .solve(problem.statement());
        report(solution);
        System.out.println("backend " + solution.card().backend());
    }

    private void progress(Progress update) {
        if (seconds() >= next) {
            report(update.best().get());
            next = Math.max(next * GROWTH, seconds());
        }
        if (seconds() >= limit) {
            cancellation.request();
        }
    }

    private double seconds() {
        return (System.nanoTime() - start - measuring) * 1e-9;
    }

    private void report(Solution solution) {
        double at = seconds();
        long begin = System.nanoTime();
        System.out.printf(Locale.ROOT, "%.4f %.6e%n", at, relativeError(solution));
        measuring += System.nanoTime() - begin;
    }

    private double relativeError(Solution solution) {
        double[] u = new double[truth.length];
        Evaluator field = solution.evaluator(solution.fields().toArray(Expr[]::new));
        field.evaluate(points, truth.length, u, field.scratch());
        double squares = 0;
        double size = 0;
        for (int i = 0; i < truth.length; i++) {
            squares += (u[i] - truth[i]) * (u[i] - truth[i]);
            size += truth[i] * truth[i];
        }
        return Math.sqrt(squares / size);
    }

    private static double[] axisMajor(CatalogueProblem problem) {
        var grid = problem.grid().points();
        double[] x = new double[grid.dimension() * grid.count()];
        for (int a = 0; a < grid.dimension(); a++) {
            for (int i = 0; i < grid.count(); i++) {
                x[a * grid.count() + i] = grid.coordinate(a, i);
            }
        }
        return x;
    }
}
