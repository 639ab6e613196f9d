package org.pinn4j.benchmarks.yardstick;

import java.util.List;
import org.pinn4j.benchmarks.yardstick.Figure.Unit;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;

/**
 * One Levenberg-Marquardt step, accepted at the first try and bent by geodesic acceleration, beside the time its unavoidable
 * products would take at the rates of the same rounds, every worker busy.
 * <p>Unavoidable: a forward and a backward sweep for J; forward sweeps at the probe and at the trial; a forward, a backward
 * and a weight sweep for Jᵀr″; N·p² for JᵀJ; p³/3 for the factor.
 */
final class LevenbergMeter {
    private static final int FORWARDS = 4;
    private static final int BACKWARDS = 2;
    private static final int PANEL = 1_024;

    private final Bench bench;

    LevenbergMeter(Bench bench) {
        this.bench = bench;
    }

    void measure(Section into, Case what) {
        try (Work work = Work.of(what, bench.workers(), bench.backend())) {
            int p = work.theta().length;
            LayerProducts products =
                    new LayerProducts(bench.backend().blas(), work.workers(), work.channels(), what.width());
            Contest contest = new Contest();
            LayerProducts.KINDS.forEach(kind -> contest.add(kind, products.only(kind)));
            contest.add("syrk", syrk(work, p))
                    .add("potrf", potrf(work, p))
                    .add("step", OptimiserSteps.levenbergMarquardt(work))
                    .run();
            into.row(what.name(), figures(work, products, contest));
        }
    }

    private List<Figure> figures(Work work, LayerProducts products, Contest contest) {
        double p = work.theta().length;
        int workers = bench.workers();
        double syrk = p * p * PANEL * workers / contest.of("syrk").median();
        double potrf = p * p * p / 3 * workers / contest.of("potrf").median();
        double sweep = work.what().forwardFlops(work.channels()) / products.flopsOfOneKind();
        double gemm = sweep
                * (FORWARDS * contest.of("forward").median()
                        + BACKWARDS * contest.of("backward").median()
                        + contest.of("weights").median());
        double gram = work.objective().rows() * p * p / syrk;
        double factor = p * p * p / 3 / potrf;
        double bound = gemm + gram + factor;
        return List.of(
                Figure.of("p", Unit.COUNT, p),
                Figure.of("syrk", Unit.GIGAFLOPS, syrk * 1e-9),
                Figure.of("potrf", Unit.GIGAFLOPS, potrf * 1e-9),
                Figure.of("gemm", Unit.MILLIS, gemm * 1e3),
                Figure.of("syrk", Unit.MILLIS, gram * 1e3),
                Figure.of("potrf", Unit.MILLIS, factor * 1e3),
                Figure.of("sum", Unit.MILLIS, bound * 1e3),
                Figure.millis("LM step", contest.of("step")),
                Figure.of("LM step over sum", Unit.RATIO, contest.of("step").median() / bound));
    }

    /** One for each worker, side by side. */
    private static Entrant syrk(Work work, int p) {
        int workers = work.workers().count();
        double[] a = Matrices.allocate(PANEL, p);
        java.util.Arrays.setAll(a, i -> Math.sin(i));
        double[][] c = new double[workers][];
        java.util.Arrays.setAll(c, w -> Matrices.allocate(p, p));
        return () -> work.workers()
                .forEach(
                        workers,
                        (worker, k) ->
                                work.backend().blas().syrk(Op.TRANSPOSE, p, PANEL, 1, a, 0, PANEL, 0, c[k], 0, p));
    }

    /** One for each worker, side by side; copying the matrix is in the time. */
    private static Entrant potrf(Work work, int p) {
        Backend backend = work.backend();
        int workers = work.workers().count();
        double[] a = Matrices.allocate(p, p);
        java.util.Arrays.setAll(a, i -> Math.sin(i));
        for (int i = 0; i < p; i++) {
            a[i + i * p] = 2.0 * p;
        }
        double[][] copy = new double[workers][];
        java.util.Arrays.setAll(copy, w -> a.clone());
        return () -> work.workers().forEach(workers, (worker, k) -> {
            System.arraycopy(a, 0, copy[k], 0, p * p);
            backend.lapack().potrf(p, copy[k], 0, p);
        });
    }
}
