import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.Pinn;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
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
        StringBuilder table = new StringBuilder("| problem | true error | floor of the reference | estimate | effectivity |"
                + " corrected solution's error | bound | effectivity | class of the bound |\n|---|---|---|---|---|---|---|---|---|\n");
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(row(Catalogue.find(name), budget, seed));
            System.err.print(rows.get(rows.size() - 1).line());
            table.append(rows.get(rows.size() - 1).line());
        }
        table.append("\nRelative L2 on the grids of record, standard recipe, seed %d, %d s each. ".formatted(seed, budget))
                .append(summary(rows));
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

    /** NaN where there is no figure. */
    private record Row(
            String problem, double error, double floor, double estimate, double corrected, double bound, String kind) {
        String line() {
            return "| " + String.join(" | ", problem, size(error), size(floor), size(estimate), ratio(estimate / error),
                    size(corrected), size(bound), ratio(bound / error), kind) + " |\n";
        }

        boolean within(double factor) {
            double effectivity = estimate / error;
            return effectivity <= factor && effectivity >= 1 / factor;
        }
    }

    private static String summary(List<Row> rows) {
        return "Estimates within a factor of 2 of the true error: %d of %d; within 10: %d. Bounds: %d, of which below the true error: %d.\n"
                .formatted(
                        rows.stream().filter(r -> r.within(2)).count(),
                        rows.size(),
                        rows.stream().filter(r -> r.within(10)).count(),
                        rows.stream().filter(r -> !Double.isNaN(r.bound)).count(),
                        rows.stream().filter(r -> r.bound < r.error).count());
    }

    private static Row row(CatalogueProblem problem, int budget, long seed) {
        Solution solution = Pinn.standard()
                .seed(seed)
                .budget(Duration.ofSeconds(budget))
                .workers(Runtime.getRuntime().availableProcessors())
                .solve(problem.statement());
        Estimates estimates = Estimates.of(solution, problem.grid());
        References references = References.of(problem);
        Reference truth = references.best();
        double error = solution.compare(truth, problem.grid()).relativeL2();
        double bound = estimates.bound().relative().orElse(Double.NaN);
        double corrected = estimates.estimate().corrected()
                .map(c -> references.distance(c, truth))
                .orElse(Double.NaN);
        return new Row(
                problem.name(),
                error,
                truth.floor(),
                estimates.relativeL2().orElse(Double.NaN),
                corrected,
                bound,
                Double.isNaN(bound) ? estimates.bound().reason() : estimates.bound().kind());
    }

    private static String size(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2e", value);
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
    }
}
