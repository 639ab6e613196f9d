package org.pinn4j.blas;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;

/** OpenBLAS's own functions, called through java.lang.foreign where Java has it (22 and later); by reflection, as we compile for 17. */
final class OpenBlasCalls {
    private final Object linker;
    private final Object lookup;
    private final Object noOptions;

    private OpenBlasCalls(Path file) throws ReflectiveOperationException {
        Object arena = type("Arena").getMethod("global").invoke(null);
        lookup = type("SymbolLookup")
                .getMethod("libraryLookup", Path.class, type("Arena"))
                .invoke(null, file, arena);
        linker = type("Linker").getMethod("nativeLinker").invoke(null);
        noOptions = Array.newInstance(type("Linker$Option"), 0);
    }

    /** Sets one thread and reads back threads and kernel; nothing where Java has no foreign functions or the library lacks them. */
    static Optional<OpenBlasState> singleThreaded(Path file) {
        if (Runtime.version().feature() < 22) {
            return Optional.empty();
        }
        try {
            OpenBlasCalls calls = new OpenBlasCalls(file);
            calls.setThreads(1);
            return Optional.of(new OpenBlasState(file.getFileName().toString(), calls.kernel(), calls.threads()));
        } catch (Throwable e) { // method handles declare Throwable; any failure means: ask the other way
            if (e instanceof VirtualMachineError fatal) {
                throw fatal;
            }
            return Optional.empty();
        }
    }

    private void setThreads(int count) throws Throwable {
        Object signature = descriptor().getMethod("ofVoid", layouts()).invoke(null, array(layout("JAVA_INT")));
        handle("openblas_set_num_threads", signature).invokeWithArguments(count);
    }

    private int threads() throws Throwable {
        return (int) handle("openblas_get_num_threads", returning("JAVA_INT")).invokeWithArguments();
    }

    private String kernel() throws Throwable {
        Object pointer = handle("openblas_get_corename", returning("ADDRESS")).invokeWithArguments();
        Object text = type("MemorySegment").getMethod("reinterpret", long.class).invoke(pointer, 64L);
        return (String) type("MemorySegment").getMethod("getString", long.class).invoke(text, 0L);
    }

    private MethodHandle handle(String name, Object signature) throws ReflectiveOperationException {
        Object address = ((Optional<?>)
                        type("SymbolLookup").getMethod("find", String.class).invoke(lookup, name))
                .orElseThrow(() -> new NoSuchMethodException(name));
        Method downcall =
                type("Linker").getMethod("downcallHandle", type("MemorySegment"), descriptor(), noOptions.getClass());
        return (MethodHandle) downcall.invoke(linker, address, signature, noOptions);
    }

    private static Object returning(String layout) throws ReflectiveOperationException {
        return descriptor()
                .getMethod("of", type("MemoryLayout"), layouts())
                .invoke(null, layout(layout), Array.newInstance(type("MemoryLayout"), 0));
    }

    private static Object layout(String name) throws ReflectiveOperationException {
        return type("ValueLayout").getField(name).get(null);
    }

    private static Object array(Object layout) throws ReflectiveOperationException {
        Object array = Array.newInstance(type("MemoryLayout"), 1);
        Array.set(array, 0, layout);
        return array;
    }

    private static Class<?> layouts() throws ReflectiveOperationException {
        return Array.newInstance(type("MemoryLayout"), 0).getClass();
    }

    private static Class<?> descriptor() throws ReflectiveOperationException {
        return type("FunctionDescriptor");
    }

    private static Class<?> type(String name) throws ReflectiveOperationException {
        return Class.forName("java.lang.foreign." + name);
    }
}
