package org.pinn4j.train;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;

/** Counts the calls of every place where code of the user, or a library, has a say; one of the calls goes wrong. */
final class Injector {
    /** Who is called. */
    enum Place {
        DATUM,
        FUNCTION,
        SAMPLER,
        LISTENER,
        ALGEBRA
    }

    /** What comes of it. */
    enum Kind {
        NAN(Double.NaN),
        INFINITE(Double.NEGATIVE_INFINITY),
        HUGE(1e300),
        EXCEPTION(0),
        ERROR(0);

        private final double value;

        Kind(double value) {
            this.value = value;
        }
    }

    static final String WORDS = "injected";

    private final Place place;
    private final Kind kind;
    private final long first;
    private final long last;
    private final Map<Place, AtomicLong> calls = new ConcurrentHashMap<>();
    private volatile boolean counts;

    /** Calls {@code first} to {@code last} of a place go wrong, counted from 1. */
    Injector(Place place, Kind kind, long first, long last) {
        this.place = place;
        this.kind = kind;
        this.first = first;
        this.last = last;
    }

    /** None goes wrong. */
    static Injector none() {
        return new Injector(Place.DATUM, Kind.NAN, Long.MAX_VALUE, 0);
    }

    long calls(Place of) {
        return calls.getOrDefault(of, new AtomicLong()).get();
    }

    /** From now on calls count. */
    Injector start() {
        counts = true;
        return this;
    }

    /** What is asked afterwards goes well. */
    void end() {
        counts = false;
    }

    private boolean strikes(Place at) {
        if (!counts) {
            return false;
        }
        long call = calls.computeIfAbsent(at, p -> new AtomicLong()).incrementAndGet();
        return at == place && call >= first && call <= last;
    }

    /** The value, or what is to be there in its place. */
    double at(Place at, double value) {
        if (!strikes(at)) {
            return value;
        }
        raise();
        return kind.value;
    }

    /** Throws where it is this call's turn, and nothing else can be done to it. */
    void at(Place at) {
        if (strikes(at)) {
            raise();
        }
    }

    private void raise() {
        if (kind == Kind.EXCEPTION) {
            throw new IllegalStateException(WORDS);
        } else if (kind == Kind.ERROR) {
            throw new StackOverflowError(WORDS);
        }
    }

    /** Plain Java whose results are spoilt: the last array of a call is what it writes. */
    Backend backend() {
        Backend java = Backends.select("java");
        return new Backend(
                "java",
                spoilt(Blas.class, java.blas()),
                spoilt(Lapack.class, java.lapack()),
                "java",
                "",
                "unknown",
                1,
                "");
    }

    private <T> T spoilt(Class<T> kindOf, T inner) {
        return kindOf.cast(Proxy.newProxyInstance(kindOf.getClassLoader(), new Class<?>[] {kindOf}, (p, m, args) -> {
            boolean struck = args != null && strikes(Place.ALGEBRA);
            if (struck) {
                raise();
            }
            Object result = called(inner, m, args);
            return struck ? spoil(result, args) : result;
        }));
    }

    private static Object called(Object inner, Method m, Object[] args) throws Throwable {
        try {
            return m.invoke(inner, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object spoil(Object result, Object[] args) {
        if (result instanceof Double) {
            return kind.value;
        }
        for (int k = args.length - 1; k >= 0; k--) {
            if (args[k] instanceof double[] written && written.length > 0) {
                int offset = k + 1 < args.length && args[k + 1] instanceof Integer o ? o : 0;
                written[Math.min(offset, written.length - 1)] = kind.value;
                break;
            }
        }
        return result;
    }
}
