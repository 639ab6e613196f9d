package org.pinn4j.io.disk;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A file {@code /name} of a {@link MemoryDisk}, its folder {@code /}, or the name alone. */
record MemoryPath(MemoryDisk disk, String text) implements Path {
    String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    @Override
    public FileSystem getFileSystem() {
        return disk;
    }

    @Override
    public boolean isAbsolute() {
        return text.startsWith("/");
    }

    @Override
    public Path getRoot() {
        return isAbsolute() ? new MemoryPath(disk, "/") : null;
    }

    @Override
    public Path getFileName() {
        return new MemoryPath(disk, name());
    }

    @Override
    public Path getParent() {
        return isAbsolute() && text.length() > 1 ? new MemoryPath(disk, "/") : null;
    }

    @Override
    public int getNameCount() {
        return name().isEmpty() ? 0 : 1;
    }

    @Override
    public Path getName(int index) {
        return getFileName();
    }

    @Override
    public Path subpath(int from, int to) {
        return getFileName();
    }

    @Override
    public boolean startsWith(Path other) {
        return other.toString().equals("/") || equals(other);
    }

    @Override
    public boolean endsWith(Path other) {
        return text.endsWith(other.toString());
    }

    @Override
    public Path normalize() {
        return this;
    }

    @Override
    public Path resolve(Path other) {
        return other.isAbsolute() ? other : new MemoryPath(disk, "/" + other);
    }

    @Override
    public Path relativize(Path other) {
        return other.getFileName();
    }

    @Override
    public URI toUri() {
        return URI.create("memory:" + text);
    }

    @Override
    public Path toAbsolutePath() {
        return new MemoryPath(disk, "/" + name());
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return toAbsolutePath();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return text.compareTo(other.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
