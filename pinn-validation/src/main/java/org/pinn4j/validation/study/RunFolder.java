package org.pinn4j.validation.study;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.JsonStrings;

/**
 * The finished runs of a study as files: {@code settings.json}, and {@code runs/KEY.json} for each. A file is there whole or
 * not at all, so that a process may be killed at any time. One process at a time works on a folder; the system drops its
 * claim when the process ends, however it ends.
 */
final class RunFolder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RunFolder.class.getName());

    private final Path runs;
    private final Map<String, String> settings;
    private final FileChannel claim;

    /**
     * Claims the folder, which is made if need be.
     * @throws IllegalArgumentException if it holds a study with other settings, with what differs
     * @throws IllegalStateException if somebody else works on it
     */
    RunFolder(Path folder, Map<String, String> settings) throws IOException {
        this.runs = Files.createDirectories(folder.resolve("runs"));
        this.settings = settings;
        this.claim = claim(folder);
        try {
            agree(folder.resolve("settings.json"));
            deleteDrafts(folder);
            deleteDrafts(runs);
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private static FileChannel claim(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(".claim"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            LOG.log(Level.DEBUG, "the study in {0} runs in this process", folder);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IllegalStateException(
                "study %s: another process or thread works on it; wait for it, or choose another folder"
                        .formatted(folder));
    }

    private void agree(Path file) throws IOException {
        if (!Files.exists(file)) {
            JsonStrings.write(file, settings);
            return;
        }
        Map<String, String> there = JsonStrings.read(file);
        for (String name : new TreeSet<>(union(there, settings).keySet())) {
            if (!Objects.equals(there.get(name), settings.get(name))) {
                throw new IllegalArgumentException(
                        "study %s: its runs have %s = %s, now asked for is %s; choose another folder, or ask for the same"
                                .formatted(file.getParent(), name, there.get(name), settings.get(name)));
            }
        }
    }

    private static Map<String, String> union(Map<String, String> a, Map<String, String> b) {
        Map<String, String> all = new TreeMap<>(a);
        all.putAll(b);
        return all;
    }

    /** What a killed process was writing. */
    private static void deleteDrafts(Path folder) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, ".*.json.*.tmp")) {
            for (Path draft : drafts) {
                Files.deleteIfExists(draft);
            }
        }
    }

    /** The run if it is finished; a file that is damaged is none, and the log says so. */
    Optional<StudyRun> find(Case at) throws IOException {
        String key = at.key(settings);
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, String> members = JsonStrings.read(file);
            if (!key.equals(members.get("key"))) {
                throw new IllegalArgumentException("it holds the run " + members.get("key"));
            }
            return Optional.of(new StudyRun(key, at, Figures.read(members::get)));
        } catch (FormatException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "{0} is damaged and its run is made again: {1}", file, e.getMessage());
            return Optional.empty();
        }
    }

    StudyRun write(Case at, Figures found) throws IOException {
        String key = at.key(settings);
        Map<String, String> members = new LinkedHashMap<>();
        members.put("key", key);
        at.choices().forEach((name, value) -> members.put("choice " + name, value));
        members.put("seed", Long.toString(at.seed()));
        members.putAll(found.texts());
        JsonStrings.write(file(key), members);
        return new StudyRun(key, at, found);
    }

    private Path file(String key) {
        return runs.resolve(key + ".json");
    }

    @Override
    public void close() throws IOException {
        claim.close();
    }
}
