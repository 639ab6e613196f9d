package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.benchmarks.yardstick.Figure.Unit;
import org.pinn4j.blas.BlasRates;
import org.pinn4j.parallel.Workers;

/** The backend's rates at the shapes of a layer and of the dense optimisers, on one worker and on all. */
final class RateMeter {
    private static final int CHANNELS = 4;
    private static final int PANEL = 1_024;
    private static final int LARGE = 1_024;

    private final Bench bench;

    RateMeter(Bench bench) {
        this.bench = bench;
    }

    /** Products of one layer on tiles of four channels. */
    void layers(Section into, int width) {
        for (int threads : threads()) {
            try (Workers pool = Workers.of(threads)) {
                LayerProducts products = new LayerProducts(bench.backend().blas(), pool, CHANNELS, width);
                Contest contest = new Contest();
                LayerProducts.KINDS.forEach(kind -> contest.add(kind, products.only(kind)));
                contest.add("all", products::run).add("plain", products.plain()).run();
                List<Figure> figures = new ArrayList<>();
                for (String kind : LayerProducts.KINDS) {
                    figures.add(Figure.gigaflops(kind, products.flopsOfOneKind(), contest.of(kind)));
                }
                figures.add(Figure.gigaflops("one after the other", products.flops(), contest.of("all")));
                figures.add(Figure.gigaflops("one gemm for all channels", products.flops(), contest.of("plain")));
                double rate = products.flops() / contest.of("all").median() * 1e-9;
                figures.add(Figure.of("of peak", Unit.PERCENT, bench.ofPeak(rate, threads)));
                into.row("width %d, %d thread%s".formatted(width, threads, threads == 1 ? "" : "s"), figures);
            }
        }
    }

    /** A large product, JᵀJ and Cholesky of 921 and 1,981 parameters. */
    void dense(Section into) {
        for (int threads : threads()) {
            try (Workers pool = Workers.of(threads)) {
                BlasRates meter = new BlasRates(bench.backend(), pool);
                for (BlasRates.Rate rate : List.of(
                        meter.gemm(LARGE, LARGE, LARGE),
                        meter.syrk(921, PANEL),
                        meter.syrk(1_981, PANEL),
                        meter.potrf(921),
                        meter.potrf(1_981))) {
                    String name =
                            "%s %,d, %d thread%s".formatted(rate.call(), rate.n(), threads, threads == 1 ? "" : "s");
                    into.row(
                            name,
                            List.of(
                                    Figure.of("rate", Unit.GIGAFLOPS, rate.gigaflops()),
                                    Figure.of("of peak", Unit.PERCENT, bench.ofPeak(rate.gigaflops(), threads))));
                }
            }
        }
    }

    private int[] threads() {
        return bench.workers() == 1 ? new int[] {1} : new int[] {1, bench.workers()};
    }
}
