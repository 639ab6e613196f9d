package org.pinn4j.benchmarks.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.JsonStrings;

/** Finished runs as files of a folder; a file is there whole or not at all. Names hold commit, run and machine. */
public final class Runs {
    static final String FAILURE = "failure";

    private final Path folder;
    private final String commit;
    private final String machine;

    /** @param folder made if need be */
    public Runs(Path folder, String commit, String machine) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.commit = commit;
        this.machine = machine;
    }

    /** Where the run is, or will be. */
    Path file(Run run) {
        return folder.resolve("%s-%s-%s.json".formatted(commit, run.name(), machine));
    }

    /** The run if it is finished; a file that is damaged is none. */
    Optional<Result> find(Run run) throws IOException {
        if (!Files.exists(file(run))) {
            return Optional.empty();
        }
        try {
            return Optional.of(result(run, JsonStrings.read(file(run))));
        } catch (FormatException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Result result(Run run, Map<String, String> members) {
        if (!members.entrySet().containsAll(run.settings().entrySet())) {
            throw new IllegalArgumentException("need %s, got %s".formatted(run.settings(), members));
        }
        return members.containsKey(FAILURE) ? Result.failed(run, members.get(FAILURE)) : Result.read(run, members);
    }

    String commit() {
        return commit;
    }

    String machine() {
        return machine;
    }
}
