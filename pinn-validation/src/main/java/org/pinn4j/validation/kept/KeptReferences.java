package org.pinn4j.validation.kept;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pinn4j.args.Args;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.Safetensors;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Reference;

/**
 * Values of computed references on their grids of record, a file each, under a name that holds a digest of statement, grid,
 * tolerance and version. A file is there whole or not at all; one that cannot be read is computed again, and a folder that cannot be
 * written to keeps nothing. A build that is no release keeps references of its own, so the oldest of many files go. Immutable.
 */
public final class KeptReferences {
    /** System property with the folder of everything kept. */
    public static final String CACHE = "pinn.cache";

    private static final System.Logger LOG = System.getLogger(KeptReferences.class.getName());

    /** Some 100 MB. */
    private static final int MOST = 200;

    private final Path folder;
    private final int most;

    private KeptReferences(Path folder, int most) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.most = most;
    }

    /** In {@code references} in the folder of the property {@value #CACHE}, else in ~/.cache/pinn4j. */
    public static KeptReferences standard() {
        String asked = System.getProperty(CACHE, "");
        Path cache =
                asked.isBlank() ? Path.of(System.getProperty("user.home", "."), ".cache", "pinn4j") : Path.of(asked);
        return in(cache.resolve("references"));
    }

    /** In a folder, which is made when something is kept. */
    public static KeptReferences in(Path folder) {
        return new KeptReferences(folder, MOST);
    }

    /** The same that keeps at most so many. */
    KeptReferences atMost(int files) {
        return new KeptReferences(folder, files);
    }

    /**
     * The reference of a problem: on the points of its grid from the file, elsewhere as computed.
     * @param tolerance the floor that was asked for
     * @param computed what computes it, called when there is no file, or for other points
     * @param worth whether what was computed is worth keeping
     */
    public <R extends Reference> Reference reference(
            Problem problem, Grid grid, double tolerance, Supplier<R> computed, Predicate<R> worth) {
        Args.given(problem, "problem", grid, "grid");
        Args.given(computed, "computed", worth, "worth");
        Args.positive(tolerance, "tolerance");
        Path file = folder.resolve(name(problem, grid, tolerance));
        Optional<KeptValues> found = read(file, problem, grid);
        if (found.isPresent()) {
            return new KeptReference(found.get(), computed);
        }
        R fresh = computed.get();
        KeptValues values = KeptValues.of(fresh, problem, grid);
        if (worth.test(fresh)) {
            write(file, values);
        }
        return new KeptReference(values, () -> fresh);
    }

    private static String name(Problem problem, Grid grid, double tolerance) {
        Digest digest = new Digest().add(problem).add(tolerance).add(ModelCard.VERSION);
        for (Axis axis : grid.axes()) {
            digest.add(axis.name()).add(grid.coordinates(axis));
        }
        if (ModelCard.VERSION.endsWith("-SNAPSHOT")) {
            digest.add(Long.toString(built()));
        }
        String words = problem.name().replaceAll("[^A-Za-z0-9]+", "-");
        return "%s-%s.safetensors".formatted(words.isEmpty() ? "problem" : words, digest.hex());
    }

    /** When this class was compiled or packed, in milliseconds; 0 where that cannot be told. */
    private static long built() {
        try {
            return KeptReferences.class
                    .getResource(KeptReferences.class.getSimpleName() + ".class")
                    .openConnection()
                    .getLastModified();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the time of the build is not known", e);
            return 0;
        }
    }

    private static Optional<KeptValues> read(Path file, Problem problem, Grid grid) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeptValues.of(Safetensors.read(file), problem, grid));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "{0} is damaged and its reference is computed again: {1}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private void write(Path file, KeptValues values) {
        NamedArrays content = values.content();
        try {
            Files.createDirectories(folder);
            Safetensors.write(file, content);
            deleteOldest();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the reference is not kept in {0}: {1}", file, e.getMessage());
        }
    }

    private void deleteOldest() throws IOException {
        List<Path> newest = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.safetensors")) {
            files.forEach(newest::add);
        }
        if (newest.size() > most) {
            newest.sort(Comparator.comparingLong((Path f) -> f.toFile().lastModified())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()));
            for (Path old : newest.subList(most, newest.size())) {
                Files.deleteIfExists(old);
            }
        }
    }
}
