package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.benchmarks.yardstick.Figure.Unit;

/** Loss and gradient against the number of points: the cost of a point, and memory beside the points themselves. */
final class GrowthMeter {
    private final Bench bench;

    GrowthMeter(Bench bench) {
        this.bench = bench;
    }

    /** @param points each beside the first of them, in turns */
    void measure(Section into, String shape, List<Integer> points) {
        List<Work> works = new ArrayList<>();
        List<Long> tiles = new ArrayList<>();
        try {
            Contest contest = new Contest();
            for (int n : points) {
                long before = Memory.held();
                Work work = Work.withoutPoints(Case.of("burgers", shape, n), bench.workers(), bench.backend());
                works.add(work);
                long compiled = Memory.held();
                work.draw();
                long drawn = Memory.held();
                double[] gradient = new double[work.theta().length];
                Runnable step = () -> work.objective().gradient(work.theta(), gradient);
                step.run();
                tiles.add(compiled - before + Math.max(0, Memory.held() - drawn));
                contest.add(work.what().name(), new Warmed(step, n));
            }
            contest.run();
            Timing first = contest.of(works.get(0).what().name());
            for (int k = 0; k < points.size(); k++) {
                into.row(
                        works.get(k).what().name(),
                        row(works.get(k).what(), contest, first, points.get(0), tiles.get(k)));
            }
        } finally {
            works.forEach(Work::close);
        }
    }

    /** Runs once before it is timed, so that few points do not pay for what many left in the caches. */
    private record Warmed(Runnable step, int points) implements Entrant {
        private static final int FEW = 100_000;

        @Override
        public void prepare() {
            if (points <= FEW) {
                step.run();
            }
        }

        @Override
        public void run() {
            step.run();
        }
    }

    private static List<Figure> row(Case what, Contest contest, Timing first, int firstPoints, long tiles) {
        Timing time = contest.of(what.name());
        String base = String.format(Locale.ROOT, "a point's cost over that at %,d", firstPoints);
        return List.of(
                Figure.millis("loss+gradient", time),
                Figure.of(base, Unit.RATIO, time.over(first) * firstPoints / what.points()),
                Figure.of("tile memory", Unit.BYTES, tiles));
    }
}
