package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hipparchus.CalculusFieldElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pinn4j.direct.Direct;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sampler;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Injector.Kind;
import org.pinn4j.train.Injector.Place;
import org.pinn4j.trials.Trials;

/**
 * Whatever goes wrong in code of the user or in the linear algebra, at whatever call: a solve recovers, or ends with an outcome
 * that says what and where and with the best solution before it. See {@link Trials} for more of it.
 */
class InjectionTest {
    private static final int SHARE = 24;
    private static final Logger LOG = Logger.getLogger("org.pinn4j.train"); // held, or its level would be lost
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final double[] AT = {0, 0.3, 1};
    private static final Map<Rung, Injector> CALLS = new EnumMap<>(Rung.class);
    private static final Map<Rung, Solution> CLEAN = new EnumMap<>(Rung.class);

    private static final Recipe FEW =
            Recipe.direct().withDirect(Direct.standard().withFeatures(40, 80));
    private static final Rung[] OFTEN = { // a ladder is both, and takes as long as ten of the others
        Rung.DIRECT,
        Rung.DIRECT,
        Rung.DIRECT,
        Rung.TRAINED,
        Rung.TRAINED,
        Rung.TRAINED,
        Rung.FRESH,
        Rung.FRESH,
        Rung.LADDER
    };

    /** How the problem is solved. */
    enum Rung {
        DIRECT,
        TRAINED,
        FRESH,
        LADDER;

        Settings settings(Injector injector) {
            Settings all = Settings.standard()
                    .withWorkers(1)
                    .withBackend("java")
                    .withListener(p -> injector.at(Place.LISTENER));
            return switch (this) {
                case DIRECT -> all.withRecipe(FEW).withBudget(steps(3));
                case TRAINED ->
                    all.withRecipe(Cases.small().withPoints(Points.adaptive(1))).withBudget(steps(22));
                case FRESH ->
                    all.withRecipe(Cases.small()
                                    .withStages(Stage.adam())
                                    .withPoints(Points.fresh(60, new Sampled(injector))))
                            .withBudget(steps(12));
                case LADDER -> all.withBudget(steps(12).withTolerance(1e-15));
            };
        }

        private static Budget steps(int n) {
            return Budget.standard().withSteps(n);
        }
    }

    /** A sampler of the user. */
    private record Sampled(Injector injector) implements Sampler {
        @Override
        public String name() {
            return "mine";
        }

        @Override
        public double[] unitCube(int dimension, int n, RandomStream stream) {
            double[] all = new Uniform().unitCube(dimension, n, stream);
            all[0] = injector.at(Place.SAMPLER, all[0]);
            return all;
        }
    }

    /** sin 3x with a say of the injector. */
    private record Hill(Injector injector) implements CoordinateFunction.Code {
        @Override
        public <T extends CalculusFieldElement<T>> T value(T[] x) {
            return x[0].multiply(3).sin().multiply(injector.at(Place.FUNCTION, 1));
        }
    }

    /** -u″ + u = datum, u = function at the ends and, softly, everywhere. */
    private static Problem problem(Injector injector) {
        Expr datum = Expr.values("datum", x -> injector.at(Place.DATUM, 10 * Math.sin(3 * x[0])), X);
        Expr hill = Expr.function("hill", new Hill(injector), X);
        return Problem.over(X)
                .require(U.minus(U.d(X, X))
                        .equalTo(datum.plus(hill.d(X).times(0.1)))
                        .on(Region.interior())
                        .named("balance"))
                .require(U.equalTo(hill).on(X.ends()).named("ends"));
    }

    private static Solution solve(Rung rung, Problem problem, Injector injector) {
        try (Run run = Run.of(problem, rung.settings(injector), injector.backend())) {
            return run.solve().solution();
        }
    }

    @BeforeAll
    static void countCalls() {
        LOG.setLevel(Level.OFF);
        for (Rung rung : Rung.values()) {
            Injector none = Injector.none();
            Problem problem = problem(none);
            CLEAN.put(rung, solve(rung, problem, none.start()));
            CALLS.put(rung, none);
        }
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(null);
    }

    /** One trial of the many, all of it from its number. */
    private static final class Trial {
        final Rung rung;
        final Place place;
        final Kind kind;
        final Injector injector;
        final boolean early; // while the statement is made
        final String name;

        Trial(long number) {
            Random random = new Random(1_000_003 + number);
            rung = OFTEN[random.nextInt(OFTEN.length)];
            Place[] called = Arrays.stream(Place.values())
                    .filter(p -> CALLS.get(rung).calls(p) > 0)
                    .toArray(Place[]::new);
            place = called[random.nextInt(called.length)];
            kind = Kind.values()[random.nextInt(Kind.values().length)];
            long first = 1 + random.nextLong(CALLS.get(rung).calls(place));
            boolean once = random.nextBoolean();
            early = random.nextInt(10) == 0;
            injector = new Injector(place, kind, first, once ? first : Long.MAX_VALUE);
            name = "trial %d: %s at call %d of %s%s while %s"
                    .formatted(number, kind, first, place, once ? "" : " and all after it", rung);
        }

        /** What it ended with, in words. */
        String run() {
            try {
                Problem problem = problem(early ? injector.start() : injector);
                Solution s = solve(rung, problem, injector.start());
                injector.end();
                check(s);
                return s.outcome().name();
            } catch (IllegalArgumentException | IllegalStateException | StackOverflowError e) {
                checkThrown(e);
                return "thrown";
            } catch (Throwable e) {
                throw new AssertionError(name, e);
            }
        }

        private void check(Solution s) {
            assertTrue(Arrays.stream(s.theta()).allMatch(Double::isFinite), name);
            for (double x : AT) {
                assertTrue(Double.isFinite(s.at(x)), () -> name + ": " + s.at(x) + " at " + x + ", " + s.card());
            }
            boolean thrown = kind == Kind.EXCEPTION || kind == Kind.ERROR;
            if (place == Place.LISTENER) {
                assertArrayEquals(CLEAN.get(rung).theta(), s.theta(), 0.0, name);
                assertEquals(thrown, s.card().notes().stream().anyMatch(n -> n.contains(Injector.WORDS)), name);
            }
            if (s.outcome() == Outcome.FAILED) {
                boolean said = thrown && s.card().advice().contains(Injector.WORDS);
                boolean drawn =
                        !thrown && s.card().advice().contains("sampler mine at the points of condition 'balance'");
                assertTrue(said || drawn || !thrown && place == Place.ALGEBRA, () -> name + ": " + s.card());
                assertTrue(s.card().advice().contains("after "), () -> name + ": " + s.card());
            }
            if (s.outcome()
                    == Outcome
                            .NON_FINITE) { // a product that failed is not at any condition, and right when asked again
                String advice = s.card().advice();
                boolean byAlgebra = place == Place.ALGEBRA && advice.contains("is not finite");
                assertTrue(byAlgebra || advice.contains("condition '"), () -> name + ": " + s.card());
            }
            if (s.outcome() == Outcome.NON_FINITE && thrown) {
                String advice = s.card().advice();
                assertTrue(advice.contains("(x = ") && advice.contains(Injector.WORDS), () -> name + ": " + advice);
            }
        }

        /** Before there is anything: by the statement's own check, by its setup. */
        private void checkThrown(Throwable e) {
            String said = String.valueOf(e.getMessage());
            boolean byStatement = early && (said.contains("hill(x)") || said.contains("datum(x)"));
            boolean bySetup = place == Place.SAMPLER || place == Place.ALGEBRA;
            if (!byStatement && !(bySetup && said.contains(Injector.WORDS)) && !said.contains("finite")) {
                throw new AssertionError(name, e);
            }
        }
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void aSolveRecoversOrSaysWhatWentWrongAndKeepsTheBestSoFar() throws IOException {
        Trials trials = new Trials("injection", SHARE);
        trials.run(number -> {
                    Trial trial = new Trial(number);
                    long before = System.nanoTime();
                    String end = trial.place + " " + trial.run();
                    double took = (System.nanoTime() - before) * 1e-9;
                    trials.measure("seconds", took);
                    assertTrue(took < 30, () -> trial.name + " took " + took + " s");
                    return end;
                })
                .end();
    }
}
