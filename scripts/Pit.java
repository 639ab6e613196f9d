import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The score of each package from the last report of PIT: mutants that a test noticed, of those that change an answer. Which do
 * not is listed in {@code docs/mutants.md}, by class, method and mutator with their number; a listed mutant that is noticed after
 * all, or is not there any more, is a fault of the list.
 */
public final class Pit {
    private static final double GATE = 0.85;

    /** Packages that are judged; a package below belongs to the one above it. */
    private static final List<String> JUDGED = List.of("pde", "jets", "compile", "sampling", "io");

    /** One row of the list: | class | method | mutator | number | reason |. */
    private static final Pattern ROW =
            Pattern.compile("\\| `([\\w.$]+)` \\| `([^`]+)` \\| (\\w+) \\| (\\d+) \\| .+ \\|");

    private static final class Score {
        private int all;
        private int noticed;
        private int listed;

        double value() {
            return (double) noticed / (all - listed);
        }
    }

    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final Map<String, Integer> survivors = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        System.exit(new Pit().run(Path.of(arguments[0])));
    }

    private int run(Path root) throws IOException {
        for (String line : Files.readAllLines(root.resolve("pinn-core/target/pit-reports/mutations.csv"))) {
            count(line.split(",", -1));
        }
        for (String line : Files.readAllLines(root.resolve("docs/mutants.md"))) {
            Matcher m = ROW.matcher(line);
            if (m.matches()) {
                leaveOut(m.group(1), m.group(2) + ' ' + m.group(3), Integer.parseInt(m.group(4)));
            }
        }
        scores.forEach(this::tell);
        faults.forEach(f -> System.out.println("pit: " + f));
        return faults.isEmpty() ? 0 : 1;
    }

    /** File, class, mutator, method, line, status, killing test. */
    private void count(String[] fields) {
        String name = fields[1].replace("org.pinn4j.", "");
        Score score = scores.computeIfAbsent(judged(name), k -> new Score());
        score.all++;
        if (fields[5].equals("SURVIVED") || fields[5].equals("NO_COVERAGE")) {
            String mutator = fields[2].substring(fields[2].lastIndexOf('.') + 1).replace("Mutator", "");
            survivors.merge(name + ' ' + fields[3] + ' ' + mutator, 1, Integer::sum);
        } else {
            score.noticed++;
        }
    }

    private static String judged(String name) {
        return JUDGED.stream().filter(p -> name.startsWith(p + ".")).findFirst().orElseThrow();
    }

    private void leaveOut(String name, String mutant, int number) {
        Score score = scores.get(judged(name));
        if (score == null) {
            return; // not asked for this time
        }
        int seen = survivors.getOrDefault(name + ' ' + mutant, 0);
        if (seen < number) {
            faults.add("docs/mutants.md lists %d of %s %s, %d survive; correct the list".formatted(number, name, mutant, seen));
        }
        score.listed += Math.min(seen, number);
    }

    private void tell(String name, Score s) {
        System.out.printf(
                Locale.ROOT, "pit: %-9s %5d, noticed %5d, listed %3d, score %.1f %%%n", name, s.all, s.noticed, s.listed, 100 * s.value());
        if (!(s.value() >= GATE)) {
            faults.add(String.format(Locale.ROOT, "%s is below %.0f %%; see pinn-core/target/pit-reports", name, 100 * GATE));
        }
    }
}
