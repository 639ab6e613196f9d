package org.pinn4j.blas;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Chooses the linear algebra of this process. A native library is loaded at most once; the choice of {@code auto} is made
 * once and remembered, because a library cannot be unloaded from a running JVM.
 */
public final class Backends {
    /** System property with the default name. */
    public static final String PROPERTY = "pinn.backend";

    private static final Logger LOG = System.getLogger(Backends.class.getName());
    private static final List<String> AUTOMATIC = List.of("openblas", "system", "java");

    /** State of the process, as the native library is: made once, never unloaded, its fallback told once. */
    private static final Map<String, Backend> CREATED = new LinkedHashMap<>();

    private Backends() {}

    /**
     * The backend of that name: {@code openblas}, {@code system}, {@code jblas}, {@code java}, or {@code auto}: the one
     * that the property {@value #PROPERTY} names, and without it the first of openblas, system and java that works; a
     * fallback is logged once with the reasons.
     * @param name null or blank means {@code auto}
     * @throws IllegalArgumentException when no provider has that name
     * @throws IllegalStateException when the one asked for by name cannot be used; the message says why
     */
    public static Backend select(String name) {
        boolean open = name == null || name.isBlank() || name.equals("auto");
        String wanted = open ? System.getProperty(PROPERTY, "auto") : name;
        synchronized (CREATED) {
            return wanted.equals("auto") ? automatic() : named(wanted);
        }
    }

    /** The names of all providers with what each has to say for itself, in the order of preference; loads nothing. */
    public static Map<String, BlasProvider.Availability> availability() {
        Map<String, BlasProvider.Availability> result = new LinkedHashMap<>();
        for (BlasProvider provider : providers().values()) {
            result.put(provider.name(), provider.availability());
        }
        return result;
    }

    private static Backend named(String name) {
        Backend known = CREATED.get(name);
        if (known != null) {
            return known;
        }
        return created(providers().get(known(name)), "asked for by name");
    }

    /** The name itself; nothing is loaded. @throws IllegalArgumentException when no provider has that name, as {@link #select} */
    public static String known(String name) {
        boolean open = name == null || name.isBlank() || name.equals("auto");
        if (!open && !providers().containsKey(name)) {
            throw new IllegalArgumentException("backend: no backend '%s'; choose auto or one of %s"
                    .formatted(name, providers().keySet()));
        }
        return name;
    }

    private static Backend automatic() {
        Backend known = CREATED.get("auto");
        if (known == null) {
            known = firstThatWorks();
            CREATED.put("auto", known);
        }
        return known;
    }

    private static Backend firstThatWorks() {
        List<String> passedOver = new ArrayList<>();
        Map<String, BlasProvider> providers = providers();
        for (String name : AUTOMATIC) {
            if (CREATED.containsKey(name) && !name.equals("java")) {
                return CREATED.get(name);
            }
            if (NetlibLibrary.owner() != null
                    && !name.equals("java")
                    && !NetlibLibrary.owner().equals(name)) {
                continue;
            }
            try {
                Backend backend = created(providers.get(name), "");
                return announced(backend, passedOver);
            } catch (IllegalStateException e) {
                passedOver.add(name + ": " + e.getMessage());
            }
        }
        throw new IllegalStateException("no linear algebra at all: " + passedOver);
    }

    private static Backend announced(Backend backend, List<String> passedOver) {
        if (passedOver.isEmpty()) {
            return backend.because("first choice");
        }
        String reason = String.join("; ", passedOver);
        LOG.log(
                backend.name().equals("java") ? Level.WARNING : Level.INFO,
                "{0} (passed over: {1}). Choose -D{2}={3} to silence this",
                backend.description(),
                reason,
                PROPERTY,
                backend.name());
        return backend.because(reason);
    }

    private static Backend created(BlasProvider provider, String reason) {
        BlasProvider.Availability there = provider.availability();
        if (!there.available()) {
            throw new IllegalStateException(there.reason());
        }
        Backend backend = provider.create();
        Backend result = reason.isEmpty() ? backend : backend.because(reason);
        CREATED.put(provider.name(), result);
        return result;
    }

    private static Map<String, BlasProvider> providers() {
        Map<String, BlasProvider> byName = new LinkedHashMap<>();
        ServiceLoader.load(BlasProvider.class, Backends.class.getClassLoader())
                .forEach(p -> byName.putIfAbsent(p.name(), p));
        return byName;
    }
}
