import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.References;
import org.pinn4j.validation.evolution.DerivedReference;
import org.pinn4j.validation.evolution.DerivedReference.Method;

/** The references of the catalogue as a table: method, floor, and the distance from something independent. */
public class ReferenceTable {
    private static final String BEGIN = "<!-- references:begin -->";
    private static final String END = "<!-- references:end -->";
    private static final double TOLERANCE = 1e-8;
    /** Of the other method, where there is no closed form. */
    private static final double LOOSER = 1e-7;

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        StringBuilder table = new StringBuilder(
                "| problem | computed by | floor | seconds | compared with | its floor | distance |\n|---|---|---|---|---|---|---|\n");
        for (CatalogueProblem problem : Catalogue.problems()) {
            boolean moves = problem.exact().isEmpty() && problem.statement().axes().size() > 2;
            if (moves || problem.potential().isPresent() || References.of(problem).refusal().isPresent()) {
                continue; // planes in time, three axes of space, pressures: nothing affordable computes another truth
            }
            String row = row(problem);
            System.err.print(row);
            table.append(row);
        }
        table.append("\nTolerance 1e-8, relative L2 on the grids of record, one process for all, so that only the first pays for its start; %d processors, Java %s.\n"
                .formatted(Runtime.getRuntime().availableProcessors(), System.getProperty("java.version")));
        if (List.of(arguments).contains("--print")) {
            System.out.print(table);
        } else {
            Path page = home.resolve("docs/references.md");
            String text = Files.readString(page);
            int from = text.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(page, text.substring(0, from) + "\n" + table + text.substring(text.indexOf(END)));
        }
    }

    private static String row(CatalogueProblem problem) {
        References references = References.of(problem);
        long start = System.nanoTime();
        DerivedReference found = references.computed(Method.AUTOMATIC, Math.min(TOLERANCE, problem.floor()));
        double seconds = (System.nanoTime() - start) * 1e-9;
        Reference other = problem.exact().orElseGet(() -> references.computed(
                found.method() == Method.SPECTRAL ? Method.FINITE_DIFFERENCES : Method.SPECTRAL, LOOSER));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1e | %.1f | %s | %.1e | %.1e |%n",
                problem.name(),
                found.kind(),
                found.floor(),
                seconds,
                other.kind(),
                other.floor(),
                references.distance(found, other));
    }
}
