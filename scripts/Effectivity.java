import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pinn4j.Pinn;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.References;
import org.pinn4j.validation.estimate.Estimates;

/** The effectivity, estimate over true error, of the catalogue's estimates and bounds. */
public class Effectivity {
    private static final String BEGIN = "<!-- effectivity:begin -->";
    private static final String END = "<!-- effectivity:end -->";

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        List<String> options = List.of(arguments).subList(1, arguments.length);
        int budget = Integer.parseInt(option(options, "--budget", "10"));
        long seed = Long.parseLong(option(options, "--seed", "1"));
        List<String> names = List.of(option(options, "--only", String.join(",", Catalogue.names())).split(","));
        StringBuilder table = new StringBuilder("| problem | true error | estimate | effectivity | corrected solution's error |"
                + " bound | effectivity | class of the bound |\n|---|---|---|---|---|---|---|---|\n");
        for (String name : names) {
            String row = row(Catalogue.find(name), budget, seed);
            System.err.print(row);
            table.append(row);
        }
        table.append("\nRelative L2 on the grids of record, standard recipe, seed %d, %d s each.\n".formatted(seed, budget));
        if (options.contains("--print")) {
            System.out.print(table);
        } else {
            Path page = home.resolve("docs/estimates.md");
            String text = Files.readString(page);
            int from = text.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(page, text.substring(0, from) + "\n" + table + text.substring(text.indexOf(END)));
        }
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private static String row(CatalogueProblem problem, int budget, long seed) {
        Solution solution = Pinn.standard()
                .seed(seed)
                .budget(Duration.ofSeconds(budget))
                .workers(Runtime.getRuntime().availableProcessors())
                .solve(problem.statement());
        Estimates estimates = Estimates.of(solution, problem.grid());
        Optional<Reference> truth = problem.exact().isPresent() || !References.solves(problem)
                ? problem.exact()
                : Optional.of(References.of(problem).best());
        double error = truth.map(t -> solution.compare(t, problem.grid()))
                .map(ErrorReport::relativeL2)
                .orElse(Double.NaN);
        double estimate = estimates.relativeL2().orElse(Double.NaN);
        double bound = estimates.bound().relative().orElse(Double.NaN);
        double corrected = truth.isPresent() && estimates.estimate().corrected().isPresent()
                ? distance(estimates.estimate().corrected().get(), truth.get(), problem)
                : Double.NaN;
        List<String> cells = new ArrayList<>(List.of(problem.name()));
        cells.addAll(List.of(size(error), size(estimate), ratio(estimate / error), size(corrected), size(bound)));
        cells.addAll(List.of(
                ratio(bound / error),
                Double.isNaN(bound) ? estimates.bound().reason() : estimates.bound().kind()));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static double distance(Reference a, Reference b, CatalogueProblem problem) {
        double[] x = problem.grid().points().coordinates();
        int n = problem.grid().size();
        double difference = 0;
        double square = 0;
        for (var field : problem.statement().fields()) {
            double[] left = a.values(field, x, n);
            double[] right = b.values(field, x, n);
            for (int i = 0; i < n; i++) {
                difference += (left[i] - right[i]) * (left[i] - right[i]);
                square += right[i] * right[i];
            }
        }
        return Math.sqrt(difference / square);
    }

    private static String size(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2e", value);
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
    }
}
