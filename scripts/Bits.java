import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pinn4j.Pinn;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.References;

/**
 * Whether training gives the bits it gave when they were recorded. A promise of bits holds for one machine, Java and backend,
 * so hashes are kept by these; where none are kept, the recorded commit is built beside and asked.
 */
public final class Bits {
    private static final String USAGE = """
            usage: scripts/bits MODE [options]
              --check              compare with benchmarks/bits.properties, or with the recorded commit, built beside
              --record             write benchmarks/bits.properties for the commit that is checked out
              --print              print the hashes of one backend
              --errors             print the relative L2 errors of the catalogue after so many steps as a table
              --backend NAME,...   default java,openblas (for --errors: the first)
              --only NAME,...      default: all problems
              --steps N            for --errors, default 200
              --seeds N,...        for --errors, default 1,2,3""";
    private static final int STEPS = 60;
    private static final long SEED = 1;
    private static final String COMMIT = "commit";
    /** One or two of each kind; the whole catalogue would take as long as the tests. */
    private static final List<String> GUARDED = List.of("burgers", "poisson-2d", "heat-1d", "allen-cahn", "kdv", "wave",
            "convection", "reaction", "helmholtz", "kuramoto-sivashinsky", "brusselator", "semilinear-2d");

    private final Path home;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    private Bits(Path home, List<String> arguments) throws IOException {
        this.home = home;
        for (int k = 0; k < arguments.size(); k += 2) {
            boolean known = List.of("--backend", "--only", "--steps", "--seeds").contains(arguments.get(k));
            if (!known || k + 1 == arguments.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(arguments.get(k), arguments.get(k + 1));
        }
        GUARDED.forEach(name -> problems.put(name, Catalogue.find(name).statement()));
        try (Stream<Path> files = Files.list(home.resolve("benchmarks/bits"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".txt", "");
                problems.put(name, ProblemText.parse(Files.readString(file), Map.of()));
            }
        }
        if (!problems.keySet().containsAll(names())) {
            throw new IllegalArgumentException("bits: no problem %s; choose from %s".formatted(names(), problems.keySet()));
        }
    }

    public static void main(String[] arguments) throws Exception {
        try {
            List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
            Bits bits = new Bits(Path.of(arguments[0]), rest.subList(Math.min(1, rest.size()), rest.size()));
            switch (rest.isEmpty() ? "" : rest.get(0)) {
                case "--check" -> System.exit(bits.check() ? 0 : 1);
                case "--record" -> bits.record();
                case "--print" -> bits.print();
                case "--errors" -> bits.errors();
                default -> throw new IllegalArgumentException(USAGE);
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private List<String> names() {
        return options.containsKey("--only")
                ? List.of(options.get("--only").split(","))
                : List.copyOf(problems.keySet());
    }

    private List<String> backends() {
        return List.of(options.getOrDefault("--backend", "java,openblas").split(","));
    }

    private Path file() {
        return home.resolve("benchmarks/bits.properties");
    }

    // ---- hashes

    /** What the bits belong to besides the code; no word of it differs between equal machines. */
    private static String key(String backend) {
        Backend b = Backends.select(backend);
        return "%d.%s.%s.%s".formatted(
                Runtime.version().feature(),
                System.getProperty("os.arch"),
                backend,
                b.description().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
    }

    private void print() throws Exception {
        String backend = backends().get(0);
        System.setProperty(Backends.PROPERTY, backend);
        String key = key(backend);
        System.out.println("key=" + key);
        Path saved = Files.createTempFile("bits", ".pinn");
        for (String name : names()) {
            long start = System.nanoTime();
            Solution solution = trained(problems.get(name), SEED, STEPS, backend);
            double[] theta = theta(solution);
            ByteBuffer bytes = ByteBuffer.allocate(8 * theta.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(theta);
            solution.save(saved);
            System.out.printf("%s.%s.theta=%s%n", key, name, hash(bytes.array()));
            System.out.printf("%s.%s.file=%s%n", key, name, hash(Files.readAllBytes(saved)));
            System.err.printf(Locale.ROOT, "%s %s %.1f s%n", backend, name, (System.nanoTime() - start) * 1e-9);
        }
        Files.delete(saved);
    }

    /** Of all pieces, one after the other. */
    private static double[] theta(Solution solution) {
        return solution.pieces().stream().flatMapToDouble(p -> Arrays.stream(p.theta())).toArray();
    }

    private static Solution trained(Problem problem, long seed, int steps, String backend) {
        return Pinn.trained()
                .seed(seed)
                .steps(steps)
                .backend(backend)
                .workers(Runtime.getRuntime().availableProcessors())
                .run(problem)
                .solution();
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** The hashes of a build, each backend in its own JVM: loading a native library may change how a thread rounds. */
    private Properties ask(Path build, String backend) throws Exception {
        Process process = new ProcessBuilder(
                        build.resolve("scripts/bits").toString(), "--print", "--backend", backend, "--only", String.join(",", names()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Properties hashes = new Properties();
        try (InputStream out = process.getInputStream()) {
            hashes.load(out);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("bits: %s did not print its hashes".formatted(build));
        }
        return hashes;
    }

    // ---- record and check

    private void record() throws Exception {
        String changed = git("status", "--porcelain", "-uno", "--", ".", ":!benchmarks/bits.properties");
        if (!changed.isEmpty()) {
            throw new IllegalStateException("bits: commit first, hashes are recorded for a commit; changed are\n" + changed);
        }
        String commit = git("rev-parse", "HEAD");
        Map<String, String> all = new TreeMap<>();
        Properties old = recorded();
        if (commit.equals(old.getProperty(COMMIT))) { // the same bits on another Java
            old.forEach((k, v) -> all.put((String) k, (String) v));
        }
        for (String backend : backends()) {
            Properties hashes = ask(home, backend);
            hashes.remove("key");
            hashes.forEach((k, v) -> all.put((String) k, (String) v));
        }
        all.remove(COMMIT);
        StringBuilder text = new StringBuilder("""
                # SHA-256 of the parameters (theta of all pieces, little-endian doubles) and of the solution file after %d steps, seed %d, by Java,
                # processor architecture, backend and its kernel. Written by scripts/bits --record, read by scripts/bits --check.
                commit=%s
                """.formatted(STEPS, SEED, commit));
        all.forEach((k, v) -> text.append(k).append('=').append(v).append('\n'));
        Files.writeString(file(), text);
    }

    private Properties recorded() throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file())) {
            properties.load(Files.newBufferedReader(file(), StandardCharsets.UTF_8));
        }
        return properties;
    }

    private boolean check() throws Exception {
        Properties recorded = recorded();
        if (!recorded.containsKey(COMMIT)) {
            throw new IllegalStateException("bits: nothing is recorded in %s; run scripts/bits --record".formatted(file()));
        }
        List<Properties> here = new ArrayList<>();
        for (String backend : backends()) {
            here.add(ask(home, backend));
        }
        if (here.stream().allMatch(h -> isRecorded(h, recorded))) {
            return same(here, recorded, "the record");
        }
        String commit = recorded.getProperty(COMMIT);
        System.err.printf("bits: no record for this Java, kernel and machine; building %s beside%n", commit);
        Path beside = Files.createTempDirectory("bits").resolve("build");
        git("worktree", "add", "--detach", beside.toString(), commit);
        try {
            Properties there = new Properties();
            for (String backend : backends()) {
                there.putAll(ask(beside, backend));
            }
            return same(here, withoutFilesUnlessIn(recorded, there), commit);
        } finally {
            git("worktree", "remove", "--force", beside.toString());
        }
    }

    private boolean isRecorded(Properties here, Properties recorded) {
        return names().stream().allMatch(n -> recorded.containsKey("%s.%s.theta".formatted(here.getProperty("key"), n)));
    }

    /** Hashes of files are dropped from the record when their form changes on purpose, and then nobody compares them. */
    private static Properties withoutFilesUnlessIn(Properties recorded, Properties there) {
        boolean files = recorded.stringPropertyNames().stream().anyMatch(k -> k.endsWith(".file"));
        if (!files) {
            there.keySet().removeIf(k -> k.toString().endsWith(".file"));
        }
        return there;
    }

    private boolean same(List<Properties> here, Properties there, String what) {
        boolean same = true;
        for (Properties hashes : here) {
            for (String k : hashes.stringPropertyNames().stream().sorted().toList()) {
                boolean equal = k.equals("key") || !there.containsKey(k) || there.get(k).equals(hashes.get(k));
                if (!equal) {
                    System.out.println("differs: " + k);
                }
                same &= equal;
            }
        }
        System.out.printf("bits: %d problems, %s: %s %s%n", names().size(), backends(), same ? "as" : "NOT as", what);
        return same;
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("bits: %s: %s; a shallow clone lacks the recorded commit"
                    .formatted(String.join(" ", command), out));
        }
        return out;
    }

    // ---- errors

    private void errors() {
        int steps = Integer.parseInt(options.getOrDefault("--steps", "200"));
        long[] seeds = Arrays.stream(options.getOrDefault("--seeds", "1,2,3").split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        StringBuilder head = new StringBuilder("| relative L2 after %d steps |".formatted(steps));
        Arrays.stream(seeds).forEach(seed -> head.append(" seed ").append(seed).append(" |"));
        System.out.println(head + " median | floor |\n|---|" + "---|".repeat(seeds.length + 2));
        for (CatalogueProblem problem : Catalogue.problems()) {
            if (names().contains(problem.name())) {
                System.out.println(errors(problem, steps, seeds));
            }
        }
    }

    private String errors(CatalogueProblem problem, int steps, long[] seeds) {
        Reference truth = References.of(problem).best();
        double[] errors = Arrays.stream(seeds)
                .mapToDouble(seed -> trained(problem.statement(), seed, steps, options.getOrDefault("--backend", "auto"))
                        .compare(truth, problem.grid())
                        .relativeL2())
                .toArray();
        StringBuilder row = new StringBuilder("| " + problem.name() + " |");
        Arrays.stream(errors).forEach(e -> row.append(String.format(Locale.ROOT, " %.2e |", e)));
        Arrays.sort(errors);
        return row + String.format(Locale.ROOT, " %.2e | %.0e |", errors[errors.length / 2], truth.floor());
    }
}
