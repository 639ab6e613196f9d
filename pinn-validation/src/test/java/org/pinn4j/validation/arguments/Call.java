package org.pinn4j.validation.arguments;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;

/** Calls of a method or constructor, each within a time: none of the odd arguments may keep a program busy. */
final class Call {
    private static final long MOST_MILLISECONDS = 5000;
    private static final String SLOW = "busy for more than " + MOST_MILLISECONDS + " ms";

    private Call() {}

    /** What it threw, null if it answered. */
    static Throwable thrown(Executable call, Object receiver, Object[] arguments) {
        AtomicReference<Throwable> end = new AtomicReference<>(new AssertionError(SLOW));
        Thread thread = new Thread(() -> end.set(run(call, receiver, arguments)), "odd arguments");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(MOST_MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return end.get();
    }

    private static Throwable run(Executable call, Object receiver, Object[] arguments) {
        try {
            answer(call, receiver, arguments);
            return null;
        } catch (InvocationTargetException thrown) {
            return thrown.getCause();
        } catch (ReflectiveOperationException impossible) {
            return new AssertionError(impossible);
        }
    }

    /** What it answers. */
    static Object answer(Executable call, Object receiver, Object[] arguments) throws ReflectiveOperationException {
        call.setAccessible(true);
        return call instanceof Method method
                ? method.invoke(receiver, arguments)
                : ((Constructor<?>) call).newInstance(arguments);
    }
}
