import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pinn4j.io.Json;
import org.pinn4j.io.JsonStrings;

/** Runs jobs of random trials, keeps a file of counts for each run, and writes the page from the files. */
public final class Reliability {
    /**
     * @param module where the test is
     * @param test class whose trials count
     * @param parts of it that share the minutes
     */
    record Job(String name, String module, String test, int parts, String promise) {}

    private static final List<Job> JOBS = List.of(
            new Job("kill", "pinn-core", "KilledWriterTest", 1,
                    "after SIGKILL at a random moment of a write the file is whole, and the next write leaves no draft"),
            new Job("disk", "pinn-core", "DiskFaultsTest", 1,
                    "a disk that fails, is full or loses its power at a random action leaves the old file or the new one, and the"
                            + " failure names it"),
            new Job("injection", "pinn-core", "InjectionTest", 1,
                    "NaN, infinity, 1e300 and exceptions at random calls of data, functions, samplers, listeners and linear"
                            + " algebra: a solve recovers or ends with the best so far, and says condition and point"),
            new Job("cancel", "pinn-core", "CancelTest", 1,
                    "a cancelled solve answers within 200 ms (p99), with the best so far, and leaves no thread"),
            new Job("soak", "pinn-core", "SoakTest", 1,
                    "heap and resident memory grow by less than 1 % per 1,000 solves"),
            new Job("together", "pinn-core", "TogetherTest", 1,
                    "16 solves on 8 threads have the bits of one after the other; 64 threads may evaluate one solution"),
            new Job("mutants", "pinn-validation", "MutantsTest", 5,
                    "a damaged file is read or refused by one exception that names it, within a second and the memory of the"
                            + " file and 64 MB"),
            new Job("fuzz", "pinn-validation", "", 5, "the same of files that a coverage-guided fuzzer makes (Jazzer)"),
            new Job("environments", "pinn-cli", "EnvironmentsTest", 1,
                    "the same answer with other locales, time zones, homes, memories and processors"));

    /** Its hook fails in valid writes of MFL 0.5.15 (findings/jazzer-unsafe-hook-breaks-mat-files.sh); nothing here uses Unsafe. */
    private static final String UNSAFE = "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer";

    private static final List<String> READERS = List.of("SOLUTION", "STATEMENT", "CSV", "NPY", "MAT");

    private final Path home;
    private final Path store;
    private final double minutes;
    private final String jdk;

    private Reliability(Path home, double minutes, String jdk) {
        this.home = home;
        this.store = home.resolve("benchmarks/reliability");
        this.minutes = minutes;
        this.jdk = jdk;
    }

    public static void main(String[] args) throws Exception {
        double minutes = 1;
        String jdk = System.getProperty("java.home");
        List<String> jobs = JOBS.stream().map(Job::name).toList();
        for (int k = 1; k < args.length; k++) {
            switch (args[k]) {
                case "--minutes" -> minutes = Double.parseDouble(args[++k]);
                case "--jobs" -> jobs = Arrays.asList(args[++k].split(","));
                case "--jdk" -> jdk = args[++k];
                case "--list" -> {
                    JOBS.forEach(j -> System.out.printf("%-14s %s%n", j.name(), j.promise()));
                    return;
                }
                default -> throw new IllegalArgumentException("unknown option " + args[k]);
            }
        }
        Reliability all = new Reliability(Path.of(args[0]), minutes / Math.max(1, jobs.size()), jdk);
        boolean held = true;
        for (String name : jobs.equals(List.of("none")) ? List.<String>of() : jobs) {
            Optional<String> one = READERS.stream().filter(r -> name.equals("fuzz-" + r.toLowerCase(Locale.ROOT))).findFirst();
            if (one.isPresent()) {
                held &= all.fuzz(List.of(one.get()));
                continue;
            }
            Job job = JOBS.stream()
                    .filter(j -> j.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no job " + name + "; --list names them"));
            held &= job.test().isEmpty() ? all.fuzz(READERS) : all.run(job);
        }
        all.write();
        System.exit(held ? 0 : 1);
    }

    private List<Map<String, String>> runs() throws IOException {
        Files.createDirectories(store);
        try (Stream<Path> files = Files.list(store)) {
            List<Map<String, String>> all = new ArrayList<>();
            for (Path p : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                all.add(JsonStrings.read(p));
            }
            return all;
        }
    }

    private static boolean belongs(Map<String, String> run, String job) {
        return run.get("job").equals(job) || run.get("job").startsWith(job + "-");
    }

    /** Where the numbers of the next run begin. */
    private long next(String job) throws IOException {
        return runs().stream()
                .filter(r -> belongs(r, job))
                .mapToLong(r -> Long.parseLong(r.get("first")) + Long.parseLong(r.get("trials")))
                .max()
                .orElse(0);
    }

    private boolean run(Job job) throws Exception {
        Path out = Files.createTempDirectory("trials");
        List<String> command = List.of(
                "mvn", "-o", "-q", "-B", "-ntp", "-Dspotless.check.skip=true", "-Denforcer.skip=true", "-pl", job.module(),
                "-am", "test", "-Dtest=" + job.test(), "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dpinn.trials.minutes=" + minutes / job.parts(), "-Dpinn.trials.first=" + next(job.name()),
                "-Dpinn.trials.out=" + out, "-Dpinn.jdk=" + jdk);
        boolean held = new ProcessBuilder(command).directory(home.toFile()).inheritIO().start().waitFor() == 0;
        try (Stream<Path> files = Files.list(out)) {
            for (Path p : files.toList()) {
                keep(new LinkedHashMap<>(JsonStrings.read(p)));
            }
        }
        return held;
    }

    private void keep(Map<String, String> run) throws Exception {
        run.put("date", LocalDate.now().toString());
        run.put("commit", said("git", "log", "-1", "--format=%h"));
        run.put("machine", machine());
        String name = "%s-%s-%s.json".formatted(run.get("date"), run.get("job"), run.get("first"));
        Files.createDirectories(store);
        Files.writeString(store.resolve(name), Json.pretty(run));
    }

    private String said(String... command) throws Exception {
        Process p = new ProcessBuilder(command).directory(home.toFile()).start();
        return new String(p.getInputStream().readAllBytes()).strip();
    }

    private static String machine() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String model = Files.exists(cpu)
                ? Files.readAllLines(cpu).stream()
                        .filter(l -> l.startsWith("model name"))
                        .map(l -> l.replaceAll(".*:\\s*", ""))
                        .findFirst()
                        .orElse("")
                : System.getProperty("os.arch");
        return "%s, %d processors".formatted(model, Runtime.getRuntime().availableProcessors());
    }

    /** Each reader for its share of the minutes, from the corpus that earlier runs left. */
    private boolean fuzz(List<String> readers) throws Exception {
        String path = classPath();
        boolean held = true;
        for (String reader : readers) {
            String small = reader.toLowerCase(Locale.ROOT);
            Path corpus = Files.createDirectories(store.resolve("corpus").resolve(small));
            Path sound = Files.createTempDirectory("sound");
            Path found = Files.createTempDirectory("found");
            java(path, List.of("-Dpinn.fuzz=" + reader), List.of("org.pinn4j.validation.damage.FuzzTarget", sound.toString()));
            int seconds = (int) Math.max(1, 60 * minutes / readers.size());
            List<String> said = java(
                    path,
                    List.of("-Dpinn.fuzz=" + reader, "-Xmx1g"),
                    List.of("com.code_intelligence.jazzer.Jazzer",
                            "--target_class=org.pinn4j.validation.damage.FuzzTarget",
                            "--instrumentation_includes=org.pinn4j.**", UNSAFE, "--keep_going=1", "--reproducer_path=" + found,
                            "-artifact_prefix=" + found + "/", "-max_total_time=" + seconds, "-print_final_stats=1",
                            "-max_len=65536", "-timeout=60", found.toString(), corpus.toString(), sound.toString()));
            long trials = said.stream()
                    .filter(l -> l.contains("number_of_executed_units:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D+", "")))
                    .max()
                    .orElse(0);
            List<String> broken = new ArrayList<>(
                    said.stream().filter(l -> l.startsWith("== ") && l.contains("xception")).toList());
            if (said.stream().noneMatch(l -> l.matches("Done \\d+ runs in \\d+ second.*"))) { // it ended itself: time, memory, a crash
                broken.add("ended early: "
                        + said.stream().filter(l -> l.contains("ERROR")).findFirst().orElse("without a word"));
            }
            merge(path, reader, corpus, found);
            Map<String, String> run = new LinkedHashMap<>();
            run.put("job", "fuzz-" + small);
            run.put("first", Long.toString(next("fuzz-" + small)));
            run.put("trials", Long.toString(trials));
            run.put("failed", Long.toString(broken.size()));
            run.put("failures", String.join("; ", broken));
            run.put("seconds", Integer.toString(seconds));
            run.put("java", Runtime.version().toString());
            keep(run);
            held &= broken.isEmpty();
        }
        return held;
    }

    /** The least set of files with all that was covered becomes the corpus. */
    private void merge(String path, String reader, Path corpus, Path found) throws Exception {
        java(
                path,
                List.of("-Dpinn.fuzz=" + reader, "-Xmx1g"),
                List.of("com.code_intelligence.jazzer.Jazzer", "--target_class=org.pinn4j.validation.damage.FuzzTarget",
                        "--instrumentation_includes=org.pinn4j.**", UNSAFE, "-merge=1", "-max_len=4096", corpus.toString(),
                        found.toString()));
    }

    private List<String> java(String path, List<String> flags, List<String> rest) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", path));
        command.addAll(rest);
        Process p = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
        List<String> said = new String(p.getInputStream().readAllBytes()).lines().toList();
        p.waitFor();
        return said;
    }

    private String classPath() throws Exception {
        Path file = Files.createTempFile("path", ".txt");
        int code = new ProcessBuilder(
                        "mvn", "-q", "-B", "-ntp", "-Pfuzz", "-Dspotless.check.skip=true", "-Denforcer.skip=true", "-pl",
                        "pinn-validation", "-am", "-DskipTests", "package", "dependency:build-classpath",
                        "-Dmdep.outputFile=" + file, "-Dmdep.includeScope=test")
                .directory(home.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("no class path: mvn ended with " + code);
        }
        return "%s/pinn-validation/target/test-classes:%s/pinn-validation/target/classes:%s"
                .formatted(home, home, Files.readString(file).strip());
    }

    private void write() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Reliability
                Random trials, each made from its number alone: `scripts/reliability --minutes N --jobs a,b` goes on with new numbers and
                adds to these counts. A small share of each job runs in every build. Failures are of runs at the commit of the day; what
                failed was mended, and its numbers run again by every later run of the tests.

                | job | promise | trials | failed | hours | figures | days | machine |
                |---|---|---|---|---|---|---|---|
                """.replaceAll("(?m)(?<=[a-z]) *\n(?=[a-z])", " "));
        List<Map<String, String>> runs = runs();
        for (Job job : JOBS) {
            Map<String, List<Map<String, String>>> parts = runs.stream()
                    .filter(r -> belongs(r, job.name()))
                    .collect(Collectors.groupingBy(r -> r.get("job"), TreeMap::new, Collectors.toList()));
            parts.forEach((part, own) -> page.append(line(job, part, own)));
            if (parts.isEmpty()) {
                page.append("| %s | %s | none yet | | | | | |%n".formatted(job.name(), job.promise()));
            }
        }
        Files.writeString(home.resolve("RELIABILITY.md"), page);
    }

    private static String line(Job job, String part, List<Map<String, String>> own) {
        long trials = own.stream().mapToLong(r -> Long.parseLong(r.get("trials"))).sum();
        long failed = own.stream().mapToLong(r -> Long.parseLong(r.get("failed"))).sum();
        double hours = own.stream().mapToDouble(r -> Double.parseDouble(r.get("seconds"))).sum() / 3600;
        TreeSet<String> days = own.stream().map(r -> r.get("date")).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> machines = own.stream().map(r -> r.get("machine")).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Double> figures = new TreeMap<>();
        for (Map<String, String> r : own) {
            r.forEach((k, v) -> {
                if (k.startsWith("p99: ") || k.startsWith("most: ") || k.startsWith("figure: ")) {
                    figures.merge(k.replaceFirst("figure: ", ""), Double.parseDouble(v), Math::max);
                }
            });
        }
        String told = figures.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(e -> String.format(Locale.ROOT, "%s %.3g", e.getKey(), e.getValue()))
                .collect(Collectors.joining("; "));
        return String.format(Locale.ROOT, "| %s | %s | %,d | %,d | %.2f | %s | %s | %s |%n", part, job.promise(), trials,
                failed, hours, told, days.first().equals(days.last()) ? days.first() : days.first() + " to " + days.last(),
                String.join("; ", machines));
    }
}
