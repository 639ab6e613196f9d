package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.benchmarks.yardstick.Figure.Unit;
import org.pinn4j.blas.Matrices;
import org.pinn4j.loss.ResidualObjective;

/** Everything about one case: the sweeps on all workers and on one, the dense optimisers where p allows, and the memory. */
final class CaseMeter {
    private static final double SERIAL_FLOPS = 1.5e10; // more than that is not run on one worker
    private static final double DENSE_FLOPS = 3e10; // for one JᵀJ with its factorisation
    private static final double SWEEP_FLOPS = 3e10; // more than that in a gradient leaves out the residual alone
    private static final int DENSE_PARAMETERS = 4_000;
    private static final int ROWS = 1_024;

    private final Bench bench;
    private final Section steps;
    private final Section dense;

    CaseMeter(Bench bench, Section steps, Section dense) {
        this.bench = bench;
        this.steps = steps;
        this.dense = dense;
    }

    void measure(Case what) {
        long before = Memory.held();
        try (Work work = Work.withoutPoints(what, bench.workers(), bench.backend())) {
            long compiled = Memory.held();
            work.draw();
            long drawn = Memory.held();
            double[] gradient = new double[work.theta().length];
            Runnable step = () -> work.objective().gradient(work.theta(), gradient);
            step.run();
            double tiles = compiled - before + Math.max(0, Memory.held() - drawn);
            Contest contest = run(work, step);
            List<Figure> figures = sweeps(work, contest);
            figures.add(Figure.of("allocated", Unit.BYTES, Memory.allocated(step, 1)));
            figures.add(Figure.of("tile memory", Unit.BYTES, tiles));
            figures.add(Figure.of("held per point", Unit.BYTES, (double) (drawn - compiled) / what.points()));
            steps.row(what.name(), figures);
            if (contest.has("normal")) {
                dense.row(what.name(), dense(work, contest));
            } else if (work.theta().length <= DENSE_PARAMETERS) {
                dense.note("Left out: N·p² + p³/3 beyond %.0e operations".formatted(DENSE_FLOPS));
            } else {
                dense.note("Left out: p beyond %,d, and N·p² + p³/3 beyond %.0e operations"
                        .formatted(DENSE_PARAMETERS, DENSE_FLOPS));
            }
        }
    }

    private Contest run(Work work, Runnable step) {
        Case what = work.what();
        double flops = what.gradientFlops(work.channels());
        Contest contest = new Contest();
        LayerProducts products = products(work);
        contest.add("gemm", products::run).add("gradient", step::run);
        if (flops <= SWEEP_FLOPS) {
            contest.add("residual", () -> work.objective().value(work.theta()));
        }
        int p = work.theta().length;
        double denseFlops = (double) work.objective().rows() * p * p + (double) p * p * p / 3;
        if (denseFlops <= DENSE_FLOPS && p <= DENSE_PARAMETERS) {
            addDense(contest, work);
        }
        if (bench.workers() == 1 || flops > SERIAL_FLOPS) {
            return contest.run();
        }
        try (Work alone = Work.of(what, 1, bench.backend())) {
            double[] gradient = new double[p];
            return contest.add("gemm alone", products(alone)::run)
                    .add("gradient alone", () -> alone.objective().gradient(alone.theta(), gradient))
                    .run();
        }
    }

    private static LayerProducts products(Work work) {
        return new LayerProducts(
                work.backend().blas(),
                work.workers(),
                work.channels(),
                work.what().width());
    }

    private static void addDense(Contest contest, Work work) {
        int p = work.theta().length;
        ResidualObjective objective = work.objective();
        double[] a = Matrices.allocate(p, p);
        double[] g = new double[p];
        double[] r = new double[objective.rows()];
        double[] j = Matrices.allocate(ROWS, p);
        contest.add("jacobian", () -> {
                    for (int first = 0; first < objective.rows(); first += ROWS) {
                        int count = Math.min(ROWS, objective.rows() - first);
                        objective.jacobian(work.theta(), first, count, r, j, ROWS);
                    }
                })
                .add("normal", () -> objective.normal(work.theta(), a, p, g, r))
                .add("levenberg", OptimiserSteps.levenbergMarquardt(work))
                .add("broyden", OptimiserSteps.selfScaledBroyden(work));
    }

    private List<Figure> sweeps(Work work, Contest contest) {
        double flops = work.what().gradientFlops(work.channels());
        Timing gradient = contest.of("gradient");
        double rate = flops / gradient.median() * 1e-9;
        double gemm = products(work).flops();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("C", Unit.COUNT, work.channels()));
        figures.add(Figure.of("p", Unit.COUNT, work.theta().length));
        figures.add(Figure.gigaflops("gemm", gemm, contest.of("gemm")));
        figures.add(Figure.millis("loss+gradient", gradient));
        figures.add(Figure.gigaflops("loss+gradient", flops, gradient));
        figures.add(Figure.of("of peak", Unit.PERCENT, bench.ofPeak(rate, bench.workers())));
        figures.add(Figure.of("of gemm", Unit.PERCENT, share(flops, gradient, gemm, contest.of("gemm"))));
        if (contest.has("residual")) {
            figures.add(Figure.millis("residual", contest.of("residual")));
        }
        if (contest.has("gradient alone")) {
            Timing alone = contest.of("gradient alone");
            figures.add(Figure.millis("on 1 worker", alone));
            figures.add(Figure.of("1 to " + bench.workers() + " workers", Unit.RATIO, alone.over(gradient)));
            double gemmAlone = gemm / bench.workers();
            figures.add(
                    Figure.of("of gemm on 1", Unit.PERCENT, share(flops, alone, gemmAlone, contest.of("gemm alone"))));
        }
        return figures;
    }

    /** Percent of the rate of the products in the same rounds. */
    private static double share(double flops, Timing time, double gemmFlops, Timing gemm) {
        return 100 * flops / gemmFlops * gemm.over(time);
    }

    private static List<Figure> dense(Work work, Contest contest) {
        double p = work.theta().length;
        return List.of(
                Figure.of("p", Unit.COUNT, p),
                Figure.millis("Jacobian", contest.of("jacobian")),
                Figure.millis("JᵀJ", contest.of("normal")),
                Figure.gigaflops("JᵀJ", work.objective().rows() * p * p, contest.of("normal")),
                Figure.millis("LM step", contest.of("levenberg")),
                Figure.millis("SSBroyden step", contest.of("broyden")));
    }
}
