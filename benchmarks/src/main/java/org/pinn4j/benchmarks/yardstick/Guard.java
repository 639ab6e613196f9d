package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.pinn4j.blas.Backend;

/**
 * Holds a loss and its gradient on one worker against the products alone: the share of their rate that the step reaches must
 * not fall by more than {@value #ALLOWED_LOSS} from the share that was committed. A share and not a time, so that it holds on
 * any machine; the best of many rounds in turns, so that a busy one does not matter.
 */
public final class Guard {
    static final double ALLOWED_LOSS = 0.30;

    private static final List<String> SHAPES = List.of("3x20", "4x50");
    private static final int POINTS = 2_048;
    private static final int ROUNDS = 60;
    private static final int ATTEMPTS = 3;

    private final Map<String, Double> committed = new TreeMap<>();

    /** @param file share by backend, kernel and shape, such as {@code openblas.SkylakeX.4x50=0.75} */
    public Guard(Properties file) {
        file.forEach((key, value) -> committed.put(key.toString(), Double.valueOf(value.toString())));
    }

    /** Shares of this backend, by shape. */
    public static Map<String, Double> measure(Backend backend) {
        Map<String, Double> shares = new TreeMap<>();
        for (String shape : SHAPES) {
            shares.put(shape, share(Case.of("burgers", shape, POINTS), backend));
        }
        return shares;
    }

    private static double share(Case what, Backend backend) {
        try (Work work = Work.of(what, 1, backend)) {
            double[] gradient = new double[work.theta().length];
            LayerProducts products = new LayerProducts(backend.blas(), work.workers(), work.channels(), what.width());
            Contest contest = new Contest()
                    .add("gemm", products::run)
                    .add("step", () -> work.objective().gradient(work.theta(), gradient))
                    .run(ROUNDS);
            double step =
                    what.gradientFlops(work.channels()) / contest.of("step").best();
            return step / (products.flops() / contest.of("gemm").best());
        }
    }

    /**
     * Measures, at most {@value #ATTEMPTS} times while something is too slow: a machine may be disturbed, a slow step stays slow.
     * @return what is too slow, in words; empty when all is well
     */
    public List<String> check(Backend backend, java.util.function.Consumer<String> progress) {
        List<String> failures = List.of();
        for (int k = 0; k < ATTEMPTS; k++) {
            Map<String, Double> shares = measure(backend);
            shares.forEach((shape, share) -> progress.accept(String.format(
                    Locale.ROOT,
                    "%s: the step reaches %.0f %% of its products' rate; committed %s",
                    key(backend, shape),
                    100 * share,
                    expected(backend, shape)
                            .map(e -> Math.round(100 * e) + " %")
                            .orElse("none"))));
            failures = failures(backend, shares);
            if (failures.isEmpty()) {
                return failures;
            }
        }
        return failures;
    }

    /** The shares that have fallen too far. A backend without committed shares has none. */
    List<String> failures(Backend backend, Map<String, Double> shares) {
        List<String> failures = new ArrayList<>();
        shares.forEach((shape, share) -> expected(backend, shape).ifPresent(before -> {
            double least = (1 - ALLOWED_LOSS) * before;
            if (!(share >= least)) {
                failures.add(String.format(
                        Locale.ROOT,
                        "%s: a loss and its gradient reach %.0f %% of the rate of their products; %.0f %% are committed"
                                + " and %.0f %% the least allowed. Find what became slower, or commit the new share with a"
                                + " reason: ./pinn bench guard --update",
                        key(backend, shape),
                        100 * share,
                        100 * before,
                        100 * least));
            }
        }));
        return failures;
    }

    /** Of this kernel, else the least of any kernel of the backend: faster products leave a smaller share. */
    Optional<Double> expected(Backend backend, String shape) {
        Double exact = committed.get(key(backend, shape));
        return exact != null
                ? Optional.of(exact)
                : committed.entrySet().stream()
                        .filter(e -> e.getKey().startsWith(backend.name() + ".")
                                && e.getKey().endsWith("." + shape))
                        .map(Map.Entry::getValue)
                        .min(Double::compare);
    }

    /** The committed shares with those of this backend replaced, one a line, sorted. */
    public List<String> updated(Backend backend, Map<String, Double> shares) {
        Map<String, Double> all = new TreeMap<>(committed);
        shares.forEach((shape, share) -> all.put(key(backend, shape), share));
        return all.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s=%.2f", e.getKey(), e.getValue()))
                .toList();
    }

    private static String key(Backend backend, String shape) {
        return backend.name() + "." + backend.kernel().replaceAll("[^A-Za-z0-9]+", "-") + "."
                + shape; // a key has no blank
    }
}
