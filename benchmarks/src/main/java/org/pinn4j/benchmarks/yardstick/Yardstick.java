package org.pinn4j.benchmarks.yardstick;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.pinn4j.benchmarks.yardstick.Figure.Unit;
import org.pinn4j.blas.Backend;

/** One run: the peak, what the backend makes of it, what the steps make of that, and what they leave over. */
public final class Yardstick {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final String CONVENTION =
            "Operations: 3·2·C·w²·N for each product between hidden layers, gemm only, C of the smallest plan, whatever is computed";

    private final Plan plan;
    private final Bench bench;
    private final Consumer<String> progress;
    private final List<Section> sections = new ArrayList<>();

    private Yardstick(Plan plan, Bench bench, Consumer<String> progress) {
        this.plan = plan;
        this.bench = bench;
        long start = System.nanoTime();
        this.progress =
                next -> progress.accept("%4d s: %s".formatted((System.nanoTime() - start) / NANOS_PER_SECOND, next));
    }

    /**
     * Measures everything of the plan; a full one takes some minutes.
     * @param progress is told what is measured next
     * @throws IOException if the peak's program cannot be written to the temporary folder
     */
    public static Report measure(Plan plan, Backend backend, int workers, Consumer<String> progress)
            throws IOException {
        progress.accept("peak");
        Peak peak = Peak.measure(backend, workers);
        Yardstick run = new Yardstick(plan, new Bench(backend, workers, peak), progress);
        Section machine = run.machine();
        run.rates();
        run.qr();
        run.cases();
        run.levenberg();
        run.growth();
        run.evaluation();
        run.sections.removeIf(s -> s.rows().isEmpty());
        run.sections.add(0, machine);
        return new Report(Machine.describe(backend, workers), run.sections);
    }

    private Section section(String key, String title) {
        Section section = new Section(key, title);
        sections.add(section);
        return section;
    }

    private int[] threads() {
        return bench.workers() == 1 ? new int[] {1} : new int[] {1, bench.workers()};
    }

    private Section machine() {
        Section machine = new Section("machine", "Machine");
        machine.note("Peak: " + bench.peak().how());
        Triad triad = new Triad();
        for (int n : threads()) {
            machine.row(
                    n + (n == 1 ? " thread" : " threads"),
                    List.of(
                            Figure.of(
                                    "peak, double", Unit.GIGAFLOPS, bench.peak().of(n)),
                            triad.measure("triad", n)));
        }
        return machine;
    }

    private void rates() {
        Section layers = section(
                "rates", "Products of a layer, tiles of %d points, four channels".formatted(LayerProducts.TILE));
        Section dense = section("dense-rates", "Products of the dense optimisers");
        layers.note("As a step makes them, channel by channel and in blocks; beside it the same as plain calls");
        RateMeter meter = new RateMeter(bench);
        if (plan.wants("rates")) {
            for (int width : plan.widths()) {
                progress.accept("products at width " + width);
                meter.layers(layers, width);
            }
            progress.accept("dense products");
            meter.dense(dense);
        }
    }

    private void qr() {
        Section section = section("qr", "QR factorisation of rows in panels");
        section.note("Operations: 2n²(m − n/3); 'one geqrf' is the library's own call on one thread");
        if (plan.wants("qr")) {
            progress.accept("QR");
            plan.factored().forEach(size -> new QrMeter(bench).measure(section, size.rows(), size.columns()));
        }
    }

    private void cases() {
        Section steps = section("steps", "Loss and gradient on %d workers".formatted(bench.workers()));
        steps.note(CONVENTION);
        steps.note(
                "'gemm' is the rate of the three products alone at these shapes in the same rounds, all workers busy");
        Section dense = section("dense", "Dense steps on %d workers".formatted(bench.workers()));
        dense.note(
                "The Jacobian is made on the caller's thread alone. LM step: accepted at the first try, geodesic included");
        CaseMeter meter = new CaseMeter(bench, steps, dense);
        loadClasses();
        for (Case what : plan.cases()) {
            if (plan.wants("steps", what) || plan.wants("dense")) {
                progress.accept(what.name());
                meter.measure(what);
            }
        }
    }

    /** So that they are not in the memory of the first case. */
    private void loadClasses() {
        try (Work work = Work.of(Case.of("burgers", "2x8", LayerProducts.TILE), bench.workers(), bench.backend())) {
            work.objective().gradient(work.theta(), new double[work.theta().length]);
        }
    }

    private void levenberg() {
        Section section = section("levenberg", "A Levenberg-Marquardt step beside its unavoidable products");
        section.note("4 forward, 2 backward and 1 weight sweeps, N·p² and p³/3 at the rates of the same rounds");
        LevenbergMeter meter = new LevenbergMeter(bench);
        for (Case what : plan.levenberg()) {
            if (plan.wants("levenberg", what)) {
                progress.accept("Levenberg-Marquardt " + what.name());
                meter.measure(section, what);
            }
        }
    }

    private void growth() {
        Section section = section("growth", "Cost against points on %d workers".formatted(bench.workers()));
        GrowthMeter meter = new GrowthMeter(bench);
        for (String shape : plan.growthShapes()) {
            if (plan.wants("growth")) {
                progress.accept("growth of " + shape);
                meter.measure(section, shape, plan.growth());
            }
        }
    }

    private void evaluation() {
        Section single = section("evaluation", "One point of a solution");
        Section batch = section("batches", "Batches of 10,000 points of a solution");
        batch.note(
                "Held against the residual sweep of training in the same rounds, by operations: 2·C·w² for each product"
                        + " between hidden layers");
        EvaluationMeter meter = new EvaluationMeter(bench);
        if (!plan.wants("evaluation")) {
            return;
        }
        for (String shape : plan.evaluated()) {
            progress.accept("evaluation of " + shape);
            meter.single(single, shape);
            for (int n : threads()) {
                meter.batch(batch, shape, n);
            }
        }
    }
}
