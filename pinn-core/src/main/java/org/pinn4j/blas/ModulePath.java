package org.pinn4j.blas;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Jars of files that nobody requires. The artifact of OpenBLAS is a module that requires another one, of bindings that this
 * library has no use for: it stands on the module path, and the Java runtime leaves it out.
 */
final class ModulePath {
    private ModulePath() {}

    /** A loader of the first jar on the module path that holds a file of this name; nothing where there is none. */
    static Optional<ClassLoader> holderOf(String resource) {
        return Stream.of(System.getProperty("jdk.module.path", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .flatMap(ModulePath::jars)
                .filter(jar -> holds(jar, resource))
                .findFirst()
                .map(ModulePath::opened);
    }

    /** An entry is a jar, or a folder of jars. */
    private static Stream<Path> jars(Path entry) {
        if (!Files.isDirectory(entry)) {
            return Stream.of(entry);
        }
        try (Stream<Path> files = Files.list(entry)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean holds(Path jar, String resource) {
        if (!jar.toString().endsWith(".jar")) {
            return false;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(resource) != null;
        } catch (IOException e) {
            return false; // no jar of ours
        }
    }

    /** Never closed: what was found once is copied out at once, and a process asks for it a few times at most. */
    private static ClassLoader opened(Path jar) {
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException("module path: %s has no address".formatted(jar), e);
        }
    }
}
