package org.pinn4j.blas;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A server that loads an application in a class loader of its own, closes it, and loads it anew. */
final class Redeployed {
    private static final int TIMES = 3;
    private static final int MOST_COLLECTIONS = 50;

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    private Redeployed() {}

    /**
     * Java 17 keeps the type of the component of the last record that was compared, hashed and told, and with it a loader, until
     * a new record comes.
     */
    private record Displacing(Redeployed component) {
        String all() {
            return hashCode() + toString() + equals(new Displacing(new Redeployed()));
        }
    }

    private static URLClassLoader loader() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** What the application says after its loader was closed. */
    private String said() throws Exception {
        Callable<?> embedded;
        try (URLClassLoader loader = loader()) {
            loaders.add(new WeakReference<>(loader));
            Class<?> type = Class.forName(Embedded.class.getName(), true, loader);
            embedded = (Callable<?>) type.getConstructor().newInstance();
            embedded.call();
        }
        return (String) embedded.call();
    }

    private long held() throws InterruptedException {
        new Displacing(this).all();
        for (int k = 0; k < MOST_COLLECTIONS && loaders.stream().anyMatch(l -> l.get() != null); k++) {
            System.gc();
            Thread.sleep(20);
        }
        return loaders.stream().filter(l -> l.get() != null).count();
    }

    public static void main(String[] none) throws Exception {
        Redeployed server = new Redeployed();
        for (int k = 0; k < TIMES; k++) {
            System.out.println(server.said());
        }
        System.out.println("held " + server.held());
    }
}
