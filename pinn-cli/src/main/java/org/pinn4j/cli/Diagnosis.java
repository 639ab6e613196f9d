package org.pinn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.BlasRates;
import org.pinn4j.blas.BlasRates.Rate;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Names;

/** What the linear algebra of this machine is and does, measured the way the library uses it. */
final class Diagnosis {
    /** Rows of one layer's product: 128 points with 4 derivative channels. */
    private static final int ROWS = 512;

    /** Below this share of the peak a large product says that something is wrong. */
    private static final double POOR = 0.4;

    private static final long SMALL_HEAP_MIB = 1024;

    private final List<String> lines = new ArrayList<>();
    private final Backend backend;
    private final int threads;

    private Diagnosis(Backend backend, int threads) {
        this.backend = backend;
        this.threads = threads;
    }

    static List<String> of(Backend backend, int threads) {
        return new Diagnosis(backend, threads).lines();
    }

    private List<String> lines() {
        row("linear algebra", backend.description());
        row("chosen because", backend.reason());
        row(
                "kernel",
                backend.kernel() + ", " + (backend.threads() == 0 ? "?" : backend.threads()) + " thread per call, "
                        + Names.count(threads, "worker"));
        Backends.availability()
                .forEach((name, there) ->
                        row("  " + name, (there.available() ? "available: " : "not available: ") + there.reason()));
        List<Rate> rates = measured();
        advice(rates);
        return lines;
    }

    private List<Rate> measured() {
        try (Workers workers = Workers.of(threads)) {
            BlasRates meter = new BlasRates(backend, workers);
            Rate peak = meter.estimatedPeak();
            List<Rate> rates = List.of(
                    peak,
                    meter.gemm(ROWS, 20, 20),
                    meter.gemm(ROWS, 50, 50),
                    meter.gemm(ROWS, 128, 128),
                    meter.gemm(ROWS, 256, 256),
                    meter.syrk(921, 1024),
                    meter.potrf(921));
            row("peak", number(peak.gigaflops()) + " GFLOP/s, estimated from a large product, all workers together");
            rates.subList(1, rates.size())
                    .forEach(r -> row(
                            "  " + r.call(),
                            String.format(
                                    Locale.ROOT,
                                    "%-16s %7s GFLOP/s  %3.0f %% of the peak",
                                    shape(r),
                                    number(r.gigaflops()),
                                    100 * r.gigaflops() / peak.gigaflops())));
            return rates;
        }
    }

    private static String shape(Rate r) {
        return r.m() == r.n() && r.n() == r.k() ? r.m() + "" : r.m() + " × " + r.n() + " × " + r.k();
    }

    private void advice(List<Rate> rates) {
        List<String> advice = new ArrayList<>();
        if (!backend.advice().isEmpty()) {
            advice.add(backend.advice());
        }
        if (threads < Runtime.getRuntime().availableProcessors()) {
            advice.add("use all " + Runtime.getRuntime().availableProcessors() + " processors: --threads");
        }
        double share = rates.get(4).gigaflops() / rates.get(0).gigaflops();
        if (share < POOR) {
            advice.add("a product of width 256 reaches " + Math.round(100 * share)
                    + " % of the peak only: is the machine busy?");
        }
        if (Runtime.getRuntime().maxMemory() >> 20 < SMALL_HEAP_MIB) {
            advice.add("the heap is small for dense second-order methods: PINN_JAVA_OPTS=-Xmx4g");
        }
        row("to be faster", advice.isEmpty() ? "nothing known: this is the fast set-up" : String.join("; ", advice));
    }

    private void row(String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-16s%s", name, value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
