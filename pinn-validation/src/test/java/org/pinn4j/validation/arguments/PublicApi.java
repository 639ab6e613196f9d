package org.pinn4j.validation.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The public types of the packages that a module exports to everybody, and what can be called on them with arguments. */
record PublicApi(List<Class<?>> types) {
    /** The API of the modules that these classes belong to. */
    static PublicApi of(Class<?>... members) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> member : members) {
            try {
                types.addAll(module(member.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
            } catch (IOException | URISyntaxException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        return new PublicApi(List.copyOf(types));
    }

    private static List<Class<?>> module(URI place) throws IOException {
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            return types(path);
        }
        try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
            return types(jar.getPath("/"));
        }
    }

    private static List<Class<?>> types(Path root) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .sorted()
                    .flatMap(name -> inPackage(root, name))
                    .toList();
        }
    }

    private static Stream<Class<?>> inPackage(Path root, String name) {
        try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
            List<Class<?>> found = new ArrayList<>();
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .sorted()
                    .forEach(file -> found.add(type(name + "." + file.substring(0, file.length() - 6))));
            return found.stream().filter(PublicApi::isOpen);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isOpen(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getDeclaringClass()) {
            if (!Modifier.isPublic(outer.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    /** Constructors of classes that have instances of their own, and every method, if it takes arguments. */
    List<Executable> calls() {
        List<Executable> calls = new ArrayList<>();
        for (Class<?> type : types) {
            if (!Modifier.isAbstract(type.getModifiers())) {
                Stream.of(type.getConstructors())
                        .filter(PublicApi::takesArguments)
                        .forEach(calls::add);
            }
            Stream.of(type.getDeclaredMethods()).filter(PublicApi::isCalled).forEach(calls::add);
        }
        calls.sort(java.util.Comparator.comparing(Executable::toString));
        return calls;
    }

    /** What may answer with an object of the API: public constructors and methods, with arguments or none. */
    List<Executable> makers() {
        List<Executable> makers = new ArrayList<>();
        for (Class<?> type : types) {
            if (!Modifier.isAbstract(type.getModifiers())) {
                makers.addAll(List.of(type.getConstructors()));
            }
            Stream.of(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                    .forEach(makers::add);
        }
        makers.sort(java.util.Comparator.comparing(Executable::toString));
        return makers;
    }

    private static boolean isCalled(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && takesArguments(method)
                && !method.getName().equals("equals");
    }

    private static boolean takesArguments(Executable call) {
        return call.getParameterCount() > 0;
    }

    /** Its type, name and parameters, as a reader of the documentation knows it. */
    static String name(Executable call) {
        String type = call.getDeclaringClass().getName();
        String name = call instanceof Constructor ? "new" : call.getName();
        return type + "|" + name + "|"
                + String.join(
                        ",",
                        Stream.of(call.getParameters()).map(p -> p.getName()).toList());
    }
}
