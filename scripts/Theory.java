import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Mlp;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.problems.PoissonSine2d;
import org.pinn4j.validation.study.PowerLaw;
import org.pinn4j.validation.theory.ApproximationRate;
import org.pinn4j.validation.theory.FixedNetwork;
import org.pinn4j.validation.theory.GeneralisationGap;
import org.pinn4j.validation.theory.ReluNetwork;
import org.pinn4j.validation.theory.SquareNetworks;
import org.pinn4j.validation.theory.TangentKernel;

/** The tables of docs/theory.md, each between its own pair of markers. Equal runs give equal tables. */
public final class Theory {
    private static final long[] SEEDS = {1, 2, 3, 4, 5};

    private final Workers workers;
    private final Backend backend = Backends.select("auto");

    private Theory(Workers workers) {
        this.workers = workers;
    }

    public static void main(String[] args) throws IOException {
        Path document = Path.of(args[0]);
        String text = Files.readString(document);
        try (Workers workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
            Theory theory = new Theory(workers);
            text = filled(text, "gap", theory.gap());
            text = filled(text, "rate", theory.rate());
            text = filled(text, "kernel", theory.kernel());
            text = filled(text, "square", square());
        }
        if (List.of(args).contains("--print")) {
            System.out.print(text);
        } else {
            Files.writeString(document, text);
        }
    }

    private static String filled(String text, String name, String table) {
        String begin = "<!-- " + name + ":begin -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- " + name + ":end -->");
        if (from < begin.length() || to < from) {
            throw new IllegalStateException("no markers '%s' in the document".formatted(name));
        }
        return text.substring(0, from) + table + text.substring(to);
    }

    private FixedNetwork poisson(int... hidden) {
        return new FixedNetwork(new PoissonSine2d().statement(), Mlp.of("tanh", hidden), backend, workers);
    }

    private String gap() {
        FixedNetwork network = poisson(8, 8);
        int p = network.parameters();
        int[] sizes = {p / 4, p / 2, p, 2 * p, 4 * p, 8 * p, 16 * p};
        StringBuilder table = new StringBuilder("| points N | N/p, p = %d | training residual | held-out residual | ratio |\n|---|---|---|---|---|\n"
                .formatted(p));
        for (GeneralisationGap row : GeneralisationGap.of(network, sizes, SEEDS, 150)) {
            table.append(line("| %d | %.2f | %.1e | %.1e | %s |", row.points(), row.perParameter(), row.training(), row.heldOut(), ratio(row.ratio())));
        }
        return table.toString();
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%.1e", value);
    }

    private String rate() {
        Axis x = Axis.of("x", -1, 1);
        int[] widths = {2, 4, 8, 16, 32};
        List<ApproximationRate> smooth = fit(x, Expr.exp(x).times(Expr.cos(x.times(3))), widths);
        List<ApproximationRate> kink = fit(x, Expr.abs(x.minus(0.2)), widths);
        StringBuilder table = new StringBuilder(line("| width | parameters | smooth, exp(x)·cos(3x) | kink, abs(x − 0.2) |")).append("|---|---|---|---|\n");
        for (int k = 0; k < widths.length; k++) {
            table.append(line("| %d | %d | %.1e | %.1e |", widths[k], smooth.get(k).parameters(), smooth.get(k).error(), kink.get(k).error()));
        }
        return table.append(line("| fitted order in the width | | %s | %s |", order(smooth), order(kink))).toString();
    }

    private List<ApproximationRate> fit(Axis x, Expr f, int[] widths) {
        return ApproximationRate.of(x, f, widths, SEEDS, 300, backend, workers);
    }

    private static String order(List<ApproximationRate> rows) {
        PowerLaw law = PowerLaw.fit(
                rows.stream().mapToDouble(ApproximationRate::width).toArray(),
                rows.stream().mapToDouble(ApproximationRate::error).toArray());
        return String.format(Locale.ROOT, "%.1f (95 %%: %.1f to %.1f)", law.order(), law.low(), law.high());
    }

    private String kernel() {
        FixedNetwork network = poisson(16, 16);
        ResidualObjective loss = network.loss(256, 1, "training");
        double[] start = network.start(1);
        double[] end = network.train(loss, start, 150);
        TangentKernel before = TangentKernel.of(loss, start);
        TangentKernel after = TangentKernel.of(loss, end);
        StringBuilder table = new StringBuilder(line("| 256 points, %d parameters | at the start | at the end |", network.parameters())).append("|---|---|---|\n");
        table.append(line("| residual, root mean square | %.1e | %.1e |", FixedNetwork.rms(loss, start), FixedNetwork.rms(loss, end)));
        for (int k : new int[] {1, 2, 5, 10, 20, 50, 100, 200}) {
            table.append(line("| eigenvalue %d over the largest | %.1e | %.1e |", k, share(before, k), share(after, k)));
        }
        table.append(line("| largest eigenvalue | %.1e | %.1e |", before.eigenvalues()[0], after.eigenvalues()[0]));
        table.append(line("| rank above round-off | %d | %d |", before.rank(), after.rank()));
        table.append(line("| effective rank | %.1f | %.1f |", before.effectiveRank(), after.effectiveRank()));
        table.append(line("| condition, as far as J is resolved | %.1e | %.1e |", before.condition(), after.condition()));
        table.append(line("| steps of gradient descent for one digit of mode 10 | %.1e | %.1e |", before.stepsPerDigit(9), after.stepsPerDigit(9)));
        table.append(line("| the same for mode 50 | %.1e | %.1e |", before.stepsPerDigit(49), after.stepsPerDigit(49)));
        return table.append('\n').append(decay(loss, network)).toString();
    }

    private static double share(TangentKernel kernel, int k) {
        return kernel.eigenvalues()[k - 1] / kernel.eigenvalues()[0];
    }

    /** Gradient descent for real, mode by mode, beside what the kernel of its start says. */
    private static String decay(ResidualObjective loss, FixedNetwork network) {
        double[] start = network.start(1);
        TangentKernel kernel = TangentKernel.of(loss, start);
        double[] r = new double[loss.rows()];
        loss.residuals(start, r);
        double[] c = kernel.coefficients(r);
        double eta = 0.002 * kernel.largestStep();
        double[] predicted = kernel.predicted(r, eta, 100);
        loss.residuals(FixedNetwork.descend(loss, start, eta, 100), r);
        double[] observed = kernel.coefficients(r);
        StringBuilder table = new StringBuilder(line("| mode | left after 100 steps of η = 0.004/λ₁, predicted | observed |")).append("|---|---|---|\n");
        for (int k : new int[] {1, 2, 3, 4, 5}) {
            table.append(line("| %d | %.3f | %.3f |", k, predicted[k - 1] / c[k - 1], observed[k - 1] / c[k - 1]));
        }
        return table.toString();
    }

    private static String square() {
        StringBuilder table = new StringBuilder(line("| hidden layers m | parameters of the square | bound 2^(−2m−2) | largest error seen | parameters of the product |"))
                .append("|---|---|---|---|---|\n");
        for (int m : new int[] {1, 2, 4, 6, 8, 10, 12}) {
            ReluNetwork square = SquareNetworks.square(m);
            double worst = IntStream.range(0, 1 << 13) // the middles of all intervals are among these
                    .mapToDouble(k -> k / (double) (1 << 13))
                    .map(x -> square.at(x)[0] - x * x)
                    .max()
                    .orElseThrow();
            table.append(line("| %d | %d | %.2e | %.2e | %d |", m, square.parameters(), SquareNetworks.bound(m), worst, SquareNetworks.product(m, 1).parameters()));
        }
        return table.toString();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
