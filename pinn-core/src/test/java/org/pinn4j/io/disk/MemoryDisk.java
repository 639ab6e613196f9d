package org.pinn4j.io.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A file system in memory that fails when it is told to, and that can lose its power. One folder, {@code /}, with files in it.
 *
 * <p>It keeps two states, what a program sees and what lies on the disk. Bytes reach the disk when the file is forced, names when
 * the folder is, which is what POSIX promises and no more: after {@link #cutPower} a file that was moved and not forced may be
 * empty, and a move that was not forced may not have happened. Source: Pillai et al., All file systems are not created equal,
 * OSDI 2014.
 */
public final class MemoryDisk extends FileSystem {
    /** What is done to it, in order: each may be the one that fails. */
    enum Action {
        CREATE,
        WRITE,
        FORCE,
        MOVE,
        FORCE_FOLDER,
        DELETE
    }

    static final class File {
        byte[] seen = new byte[0];
        byte[] stored = new byte[0];
        boolean locked;
    }

    private final TreeMap<String, File> seen = new TreeMap<>();
    private final TreeMap<String, File> stored = new TreeMap<>();
    private final MemoryProvider provider = new MemoryProvider(this);
    private final List<Action> log = new ArrayList<>();
    private int failing = -1;
    private boolean forGood;

    /** The path of a file in the folder. */
    public Path file(String name) {
        return new MemoryPath(this, "/" + name);
    }

    /** From now on the action of this number fails, from 0, and with {@code forGood} all after it: as of a disk that is full. */
    public void failAt(int action, boolean forGoodThen) {
        log.clear();
        failing = action;
        forGood = forGoodThen;
    }

    public int actions() {
        return log.size();
    }

    /** Only what was forced is left. */
    public void cutPower() {
        seen.clear();
        stored.forEach((name, file) -> {
            file.seen = file.stored;
            file.locked = false;
            seen.put(name, file);
        });
    }

    /** The process that wrote is dead: nothing is lost, no lock is held. */
    public void kill() {
        seen.values().forEach(file -> file.locked = false);
    }

    public List<String> names() {
        return List.copyOf(seen.keySet());
    }

    public byte[] content(String name) {
        return seen.get(name).seen.clone();
    }

    /** @throws IOException if it is the turn of this action to fail */
    void act(Action action) throws IOException {
        int number = log.size();
        log.add(action);
        if (failing >= 0 && (number == failing || forGood && number > failing)) {
            throw new IOException("No space left on device");
        }
    }

    File get(String name) throws IOException {
        File file = seen.get(name);
        if (file == null) {
            throw new NoSuchFileException("/" + name);
        }
        return file;
    }

    boolean has(String name) {
        return name.isEmpty() || seen.containsKey(name);
    }

    File create(String name, boolean isNew) throws IOException {
        act(Action.CREATE);
        if (isNew && seen.containsKey(name)) {
            throw new FileAlreadyExistsException("/" + name);
        }
        return seen.computeIfAbsent(name, n -> new File());
    }

    void move(String from, String to) throws IOException {
        act(Action.MOVE);
        seen.put(to, get(from));
        seen.remove(from);
    }

    void delete(String name) throws IOException {
        act(Action.DELETE);
        get(name);
        seen.remove(name);
    }

    void force(File file) throws IOException {
        act(Action.FORCE);
        file.stored = Arrays.copyOf(file.seen, file.seen.length);
    }

    void forceFolder() throws IOException {
        act(Action.FORCE_FOLDER);
        stored.clear();
        stored.putAll(seen);
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(file(""));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        return new MemoryPath(this, first);
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
