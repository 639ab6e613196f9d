package org.pinn4j.linear;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.pinn4j.parallel.Workers;

/** Workers that end with the test: a triangle computes with those it was made with. */
final class Pools implements AfterEachCallback {
    private final List<Workers> open = new ArrayList<>();

    Workers of(int count) {
        Workers workers = Workers.of(count);
        open.add(workers);
        return workers;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(Workers::close);
        open.clear();
    }
}
