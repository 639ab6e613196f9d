package org.pinn4j.validation.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.train.Cancellation;

/** Runs whose error is a given function of the case; counts them, and fails where it is told to. */
final class FakeExperiment implements Experiment {
    final List<Case> made = new ArrayList<>();
    final Map<String, String> settings = new LinkedHashMap<>(Map.of("problem", "fake <&> \"one\"", "version", "1"));
    int failAt = Integer.MAX_VALUE;
    int cancelAt = Integer.MAX_VALUE;
    java.util.function.ToDoubleFunction<Case> error = c -> {
        double n = Variable.number(c.choices().getOrDefault("points", "10"));
        return (1 + 0.1 * c.seed()) / (n * n);
    };

    @Override
    public String name() {
        return "fake <&> \"one\"";
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public void check(Variable variable) {}

    @Override
    public Runner start() {
        return (at, listener, stop) -> run(at, stop);
    }

    private Optional<Figures> run(Case at, Cancellation stop) {
        if (made.size() == failAt) {
            throw new IllegalStateException("the lights went out");
        }
        if (made.size() == cancelAt) {
            stop.request();
            return Optional.empty();
        }
        made.add(at);
        double e = error.applyAsDouble(at);
        return Optional.of(new Figures(
                e, 3 * e, 1e-9, "closed form", 2 * e, 0.5 * at.seed(), 60, 500, 921, "COMPLETED", "Java x"));
    }
}
