package org.pinn4j.validation.arguments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.Pinn;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.validation.References;

/**
 * Every public method and constructor of the three libraries, each argument in turn null, empty, NaN or absurd, the others sound:
 * what comes out is an answer or an error that somebody wrote, for a null one that names the argument. Not called are the
 * methods of {@link Blas} and {@link Lapack}: a Fortran library may end the process where sizes and arrays do not fit.
 */
class ArgumentsTest {
    private static final int LEAST_CALLS = 900;
    private static final Set<Class<?>> FOREIGN = Set.of(Blas.class, Lapack.class);

    @TempDir
    private Path folder;

    private final Set<String> failures = new TreeSet<>();
    private final Exempt exempt = new Exempt();

    @Test
    void every_odd_argument_is_answered_by_name() {
        PublicApi api = PublicApi.of(Pinn.class, Catalogue.class, References.class);
        Samples samples = new Samples(folder, api);
        List<Executable> calls = api.calls().stream()
                .filter(call -> !FOREIGN.contains(call.getDeclaringClass()))
                .toList();
        calls.forEach(call -> check(call, samples));
        assertEquals("", String.join("\n", failures), failures.size() + " of these");
        assertEquals(Set.of(), exempt.needless());
        assertTrue(calls.size() > LEAST_CALLS, calls.size() + " methods found");
    }

    private void check(Executable call, Samples samples) {
        if (!(call instanceof Method) || Modifier.isStatic(call.getModifiers())) {
            check(call, null, samples);
            return;
        }
        List<Object> receivers = samples.receivers(call.getDeclaringClass());
        receivers.forEach(receiver -> check(implementation(call, receiver), receiver, samples));
        if (receivers.isEmpty() && !Modifier.isAbstract(call.getModifiers())) {
            fail(Exempt.Kind.UNCALLED, call, "no sample to call it on");
        }
    }

    /** The method that answers, which names its arguments as it likes. */
    private static Executable implementation(Executable call, Object receiver) {
        try {
            return receiver.getClass().getMethod(call.getName(), call.getParameterTypes());
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void check(Executable call, Object receiver, Samples samples) {
        boolean isLong = Exempt.isLong(call.getDeclaringClass().getSimpleName(), call.getName());
        Object[] sound = samples.arguments(call);
        if (Stream.of(sound).anyMatch(Objects::isNull)) {
            fail(Exempt.Kind.UNCALLED, call, "no sample to call it with");
            return;
        }
        for (int i = 0; i < sound.length; i++) {
            if (isLong && call.getParameters()[i].getType().isPrimitive()) {
                continue;
            }
            for (Odd odd : Odd.of(call.getParameters()[i], sound[i])) {
                Object[] arguments = samples.arguments(call);
                arguments[i] = odd.value();
                judge(call, call.getParameters()[i], odd, Call.thrown(call, receiver, arguments));
            }
        }
    }

    private void judge(Executable call, Parameter parameter, Odd odd, Throwable thrown) {
        String what = "%s %s: %s".formatted(parameter.getName(), odd.what(), thrown);
        if (odd.value() != null) {
            if (!Verdict.isThoughtOf(thrown)) {
                fail(Exempt.Kind.CARELESS, call, what);
            }
        } else if (thrown == null) {
            fail(Exempt.Kind.NULL_TAKEN, call, what);
        } else if (!Verdict.names(parameter, thrown)) {
            fail(Exempt.Kind.NULL_UNNAMED, call, what);
        }
    }

    private void fail(Exempt.Kind kind, Executable call, String what) {
        String name = call instanceof Method ? call.getName() : "new";
        if (!exempt.has(kind, call.getDeclaringClass().getSimpleName(), name)) {
            failures.add("%s %s: %s".formatted(kind, PublicApi.name(call), what.replace('\n', ' ')));
        }
    }
}
