import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.Pinn;
import org.pinn4j.direct.Direct;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Recipe;
import org.pinn4j.validation.References;
import org.pinn4j.validation.estimate.DefectEstimate;
import org.pinn4j.validation.estimate.Estimates;

/** The effectivity, figure over true error, of the catalogue's estimates and bounds: of trained solutions, or of direct ones. */
public class Effectivity {
    /** An error is known if it is above ten times the floor of the reference, and one for grids if it is above this. */
    private static final double FOR_GRIDS = 1e-11;
    /** As many features as the search finds. */
    private static final String SEARCHED = "searched";

    private final int budget;
    private final long seed;
    private final boolean direct;
    private final List<Row> rows = new ArrayList<>();

    private Effectivity(List<String> options) {
        this.budget = Integer.parseInt(option(options, "--budget", "10"));
        this.seed = Long.parseLong(option(options, "--seed", "1"));
        this.direct = option(options, "--recipe", "trained").equals("direct");
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        List<String> options = List.of(arguments).subList(1, arguments.length);
        Effectivity all = new Effectivity(options);
        List<String> names = List.of(option(options, "--only", String.join(",", Catalogue.names())).split(","));
        List<String> sizes = List.of(option(options, "--features", SEARCHED).split(","));
        for (String name : names) {
            CatalogueProblem problem = Catalogue.find(name);
            References references = References.of(problem);
            Reference truth = references.best();
            for (String size : all.direct ? sizes : List.of(SEARCHED)) {
                all.rows.add(all.row(problem, size, references, truth));
                System.err.print(all.rows.get(all.rows.size() - 1).line(all.direct));
            }
        }
        if (options.contains("--print")) {
            System.out.print(all.table());
        } else {
            write(home.resolve("docs/estimates.md"), all.direct ? "effectivity-direct" : "effectivity", all.table());
        }
    }

    private static void write(Path page, String name, String table) throws IOException {
        String begin = "<!-- " + name + ":begin -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- " + name + ":end -->");
        Files.writeString(page, text.substring(0, from) + "\n" + table + text.substring(to));
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    /** NaN where there is no figure. */
    private record Row(
            String problem,
            String features,
            double error,
            double floor,
            DefectEstimate.Kind kind,
            double estimate,
            double roundOff,
            double corrected,
            double bound,
            String boundKind) {
        String line(boolean direct) {
            String says = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String extra = direct ? String.join(" | ", says, size(roundOff)) : size(corrected);
            return "| " + String.join(" | ", direct ? problem + ", " + features : problem, size(error), size(floor),
                    size(estimate), ratio(estimate / error), extra, size(bound), ratio(bound / error), boundKind) + " |\n";
        }

        boolean within(double factor) {
            double effectivity = estimate / error;
            return effectivity <= factor && effectivity >= 1 / factor;
        }

        boolean forGrids() {
            return error > FOR_GRIDS && error > 10 * floor;
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder(direct
                ? "| problem, features | true error | floor of the reference | figure | effectivity | says | round-off of the sum"
                : "| problem | true error | floor of the reference | estimate | effectivity | corrected solution's error");
        table.append(" | bound | effectivity | class of the bound |\n|---|---|---|---|---|---|---|---|---|")
                .append(direct ? "---|\n" : "\n");
        rows.forEach(r -> table.append(r.line(direct)));
        return table.append("\nRelative L2 on the grids of record, %s recipe, seed %d, at most %d s each. "
                        .formatted(direct ? "direct" : "trained", seed, budget))
                .append(summary())
                .toString();
    }

    private String summary() {
        List<Row> forGrids = rows.stream().filter(Row::forGrids).toList();
        List<Row> told = rows.stream().filter(r -> !Double.isNaN(r.estimate)).toList();
        return ("Estimates within a factor of 2 of the true error: %d of %d; of errors above 1e-11 and ten times the floor: %d of %d."
                        + " Figures below a tenth of the error: %d of %d. Bounds: %d, of which below the true error: %d.\n")
                .formatted(
                        rows.stream().filter(r -> r.within(2)).count(),
                        rows.size(),
                        forGrids.stream().filter(r -> r.within(2)).count(),
                        forGrids.size(),
                        told.stream().filter(r -> r.estimate < 0.1 * r.error).count(),
                        told.size(),
                        rows.stream().filter(r -> !Double.isNaN(r.bound)).count(),
                        rows.stream().filter(r -> r.bound < r.error).count());
    }

    private Pinn pinn(String features) {
        if (!direct) {
            return Pinn.trained();
        }
        Direct sizes = Direct.standard();
        int number = features.equals(SEARCHED) ? 0 : Integer.parseInt(features);
        return Pinn.with(Recipe.direct().withDirect(number == 0 ? sizes : sizes.withFeatures(number, number)));
    }

    /** @param features of each network, or {@link #SEARCHED} */
    private Row row(CatalogueProblem problem, String features, References references, Reference truth) {
        Solution solution = pinn(features)
                .seed(seed)
                .budget(Duration.ofSeconds(budget))
                .workers(Runtime.getRuntime().availableProcessors())
                .solve(problem.statement());
        Estimates estimates = Estimates.of(solution, problem.grid());
        double error = solution.compare(truth, problem.grid()).relativeL2();
        double bound = estimates.bound().relative().orElse(Double.NaN);
        double corrected = estimates.estimate().corrected()
                .map(c -> references.distance(c, truth))
                .orElse(Double.NaN);
        return new Row(
                problem.name(),
                features,
                error,
                truth.floor(),
                estimates.estimate().kind(),
                estimates.estimate().relativeL2().orElse(Double.NaN),
                estimates.estimate().roundOff(),
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
