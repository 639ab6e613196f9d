package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinn4j.optimize.Outcome;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.train.Recipe;
import org.pinn4j.validation.estimate.Estimates;
import org.pinn4j.validation.study.Experiment;
import org.pinn4j.validation.study.Solving;

/** An engine that knows its answer, u = x(1 - x) exp(-t), without solving; it ends as it is told. */
class FakeEngine implements Engine {
    static final Axis X = Axis.of("x", 0, 1);
    static final Axis T = Axis.time("t", 0, 1);
    static final Field U = Field.of("u", X, T);

    Outcome outcome = Outcome.COMPLETED;
    boolean waitForStop;
    boolean storable = true;
    RuntimeException failure;
    boolean closedForm = true;
    double checkError;
    String checkShortfall = "";
    double attempted;
    final List<ReferenceMethod> derived = new ArrayList<>();
    Optional<Recipe> expert = Optional.empty();
    Settings asked;
    Task solved;

    @Override
    public List<Entry> catalogue() {
        return List.of(
                new Entry("decay", "u_t = -u", "closed form", "none"),
                new Entry("burgers", "u_t + u u_x = nu u_xx", "Cole-Hopf quadrature", "8e-9"));
    }

    @Override
    public Task stated(String name) {
        Task task = task(name, note -> {});
        return new Task(name, task.problem(), task.grid(), closedForm ? task.reference() : Optional.empty(), expert);
    }

    @Override
    public Task task(String name, Consumer<String> note) {
        Problem problem = Problem.over(X, T)
                .named(name)
                .require(U.d(T).equalTo(U.negate()))
                .require(U.equalTo(X.times(X.negate().plus(1))).on(T.start()));
        return new Task(name, problem, Grid.of(X, 21).by(T, 11), Optional.of(truth()), expert);
    }

    static Reference truth() {
        return reference("closed form", 1e-15, 0);
    }

    private static Reference reference(String kind, double floor, double error) {
        return new Reference() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                return decay(x, n, error);
            }

            @Override
            public double floor() {
                return floor;
            }
        };
    }

    static double[] decay(double[] x, int n, double error) {
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = x[i] * (1 - x[i]) * Math.exp(-x[n + i]) + error * x[i] * x[n + i];
        }
        return u;
    }

    @Override
    public Computed reference(Task task, ReferenceMethod method, double tolerance) {
        derived.add(method);
        ReferenceMethod used = method == ReferenceMethod.AUTO ? ReferenceMethod.FD : method;
        return new Computed(reference(kind(used), 1e-6, 1e-7), used, "");
    }

    private static String kind(ReferenceMethod method) {
        return method == ReferenceMethod.FD ? "finite differences" : "spectral collocation";
    }

    @Override
    public Computed attempt(Task task, ReferenceMethod method, double tolerance) {
        derived.add(method);
        attempted = tolerance;
        if (failure != null) {
            throw failure;
        }
        return new Computed(reference(kind(method), 2e-5, checkError), method, checkShortfall);
    }

    @Override
    public Task referenced(Task task, Consumer<String> note) {
        return task;
    }

    @Override
    public Answer solve(Task task, Settings settings, Consumer<Update> update, Stop stop) {
        asked = settings;
        solved = task;
        if (failure != null) {
            throw failure;
        }
        List<Update> history = new ArrayList<>();
        for (int step = 1; step <= 20; step++) {
            history.add(new Update(
                    "lm", step, Math.pow(10, -step), Math.pow(10, -0.5 * step), Double.NaN, step / 20.0, 20 - step));
        }
        history.forEach(update);
        if (waitForStop) {
            Thread self = Thread.currentThread();
            stop.onRequest(self::interrupt);
            stop.request();
            outcome = Thread.interrupted() ? Outcome.CANCELLED : Outcome.COMPLETED;
        }
        return new FakeAnswer(outcome, settings, history, storable);
    }

    @Override
    public Experiment experiment(String name, Settings settings) {
        asked = settings;
        return Solving.of(
                        name,
                        task(name, n -> {}).problem(),
                        truth(),
                        Grid.of(X, 5).by(T, 5))
                .steps(settings.steps().orElse(2))
                .workers(1)
                .backend("java");
    }

    @Override
    public Stored open(Path file) throws IOException {
        if (!Files.readString(file).startsWith("fake")) {
            throw new IOException("not a solution file: the header ends after 3 of 8 bytes");
        }
        return new FakeStored();
    }

    @Override
    public List<String> diagnosis() {
        return List.of("linear algebra: fake");
    }

    record FakeStored() implements Stored {
        @Override
        public List<String> card() {
            return List.of("problem decay", "seed 1");
        }

        @Override
        public List<Axis> axes() {
            return List.of(X, T);
        }

        @Override
        public List<String> fields() {
            return List.of("u");
        }

        @Override
        public double[] values(String expression, double[] x, int n) {
            if (!expression.equals("u")) {
                throw new IllegalArgumentException("'" + expression + "': no such field");
            }
            return decay(x, n, 0);
        }
    }

    record FakeAnswer(Outcome outcome, Settings settings, List<Update> history, boolean storable) implements Answer {
        @Override
        public String advice() {
            return outcome.advice();
        }

        @Override
        public List<String> knowledge() {
            return List.of();
        }

        @Override
        public double heldOutResidual() {
            return 1e-5;
        }

        @Override
        public Optional<Estimates> estimates(Grid grid) {
            return Optional.empty();
        }

        @Override
        public double seconds() {
            return 0.25;
        }

        @Override
        public int parameters() {
            return 921;
        }

        @Override
        public int points() {
            return 5000;
        }

        @Override
        public long steps() {
            return history.size();
        }

        @Override
        public String backend() {
            return "fake";
        }

        @Override
        public int threads() {
            return settings.threads();
        }

        @Override
        public List<String> notes() {
            return List.of("the initial condition is hard");
        }

        @Override
        public ErrorReport compare(Reference reference, Grid grid) {
            Map<String, Double> at = new LinkedHashMap<>();
            at.put("x", 1.0);
            at.put("t", 0.5);
            ErrorReport.FieldError u = new ErrorReport.FieldError(1.25e-5, 3e-5, at, 2e-4);
            return new ErrorReport(
                    1.25e-5,
                    3e-5,
                    "u",
                    at,
                    reference.floor(),
                    reference.kind(),
                    grid.toString(),
                    2e-4,
                    List.of(new ErrorReport.TimeSlice(0.5, 1.5e-5, 3e-5)),
                    Map.of("u", u));
        }

        @Override
        public double[] values(Field field, double[] x, int n) {
            return decay(x, n, 3e-5);
        }

        @Override
        public void save(Path file, Optional<ErrorReport> report) throws IOException {
            if (!storable) {
                throw new IllegalArgumentException("the activation 'mine' has no text form");
            }
            Files.writeString(
                    file, "fake" + report.map(ErrorReport::referenceKind).orElse(""));
        }
    }
}
