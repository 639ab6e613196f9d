package org.pinn4j.validation.arguments;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sound values of the types that public methods take: a few written down ({@link Seeds}), what their getters answer, and what
 * methods make of those.
 */
final class Samples {
    private static final int MOST_OF_A_CLASS = 2;
    private static final int ROUNDS = 3;
    private static final Set<String> NEVER_CALLED = Set.of(
            "best", // of references: what is not the best takes less time
            "close",
            "solve",
            "run",
            "explain",
            "finalize",
            "step",
            "clone",
            "hashCode",
            "toString",
            "estimatedPeak",
            "join");

    private final Path folder;
    private final Map<Class<?>, List<Object>> byClass = new LinkedHashMap<>();
    private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();

    Samples(Path folder, PublicApi api) {
        this.folder = folder;
        Seeds.all(folder).forEach(this::explore);
        api.types().stream().filter(Class::isEnum).forEach(type -> explore(type.getEnumConstants()[0]));
        for (int round = 0; round < ROUNDS; round++) {
            api.makers().forEach(this::make);
        }
    }

    /** Known objects of the type, one of each class. */
    List<Object> receivers(Class<?> type) {
        List<Object> found = new ArrayList<>();
        byClass.forEach((kind, values) -> {
            if (type.isAssignableFrom(kind) && !kind.isHidden() && kind.getEnclosingClass() != Seeds.class) {
                found.add(values.get(0));
            }
        });
        return found;
    }

    /** Sound arguments of a call; those of a type without a sample are null. */
    Object[] arguments(Executable call) {
        Type[] types = call.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = of(types[i], call.getParameters()[i].getType());
        }
        return arguments;
    }

    private void explore(Object start) {
        Deque<Object> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Object value = open.poll();
            if (value instanceof Optional<?> some) {
                some.ifPresent(open::add);
            } else if (value instanceof Collection<?> many) {
                many.stream().limit(MOST_OF_A_CLASS).forEach(open::add);
            } else if (value instanceof Map<?, ?> map) {
                map.values().stream().limit(1).forEach(open::add);
            } else if (value.getClass().getName().startsWith("org.pinn4j.") && keep(value)) {
                open.addAll(getters(value));
            }
        }
    }

    private boolean keep(Object value) {
        List<Object> same = byClass.computeIfAbsent(value.getClass(), kind -> new ArrayList<>());
        if (same.size() >= MOST_OF_A_CLASS || seen.put(value, true) != null) {
            return false;
        }
        same.add(value);
        return true;
    }

    private static List<Object> getters(Object value) {
        List<Object> found = new ArrayList<>();
        for (Method method : value.getClass().getMethods()) {
            boolean getter = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.getReturnType().isPrimitive()
                    && !NEVER_CALLED.contains(method.getName());
            if (getter) {
                answer(method, value, new Object[0]).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Object> answer(Executable call, Object receiver, Object[] arguments) {
        try {
            return Optional.ofNullable(Call.answer(call, receiver, arguments));
        } catch (ReflectiveOperationException | RuntimeException none) {
            return Optional.empty();
        }
    }

    /** A first sample of what the call answers, if there is none yet. */
    private void make(Executable call) {
        Class<?> made = call instanceof Method method ? method.getReturnType() : call.getDeclaringClass();
        boolean known = byClass.containsKey(made)
                || made.isInterface() && !receivers(made).isEmpty();
        boolean wanted = made.getName().startsWith("org.pinn4j.") && !known;
        if (!wanted || NEVER_CALLED.contains(call.getName())) {
            return;
        }
        boolean free = call instanceof Constructor || Modifier.isStatic(call.getModifiers());
        List<Object> on = free ? List.of(this) : receivers(call.getDeclaringClass());
        on.forEach(receiver ->
                answer(call, free ? null : receiver, arguments(call)).ifPresent(this::explore));
    }

    private Object of(Type type, Class<?> raw) {
        Object written = Seeds.plain(raw, folder);
        if (written != null) {
            return written;
        }
        if (raw.isArray()) {
            return array(raw.getComponentType());
        }
        if (type instanceof ParameterizedType generic) {
            Object holder = holder(raw, generic.getActualTypeArguments());
            if (holder != null) {
                return holder;
            }
        }
        return raw.isEnum() ? raw.getEnumConstants()[0] : known(type, raw);
    }

    private Object known(Type type, Class<?> raw) {
        List<Object> known = receivers(raw);
        if (known.isEmpty()) {
            return raw.isInterface() && !raw.isSealed() ? proxy(type, raw) : null;
        }
        return known.get(0);
    }

    private Object array(Class<?> entry) {
        Object array = Array.newInstance(entry, 1);
        Array.set(array, 0, of(entry, entry));
        return array;
    }

    private Object holder(Class<?> raw, Type[] of) {
        Object first = of(of[0], raw(of[0]));
        if (raw == Optional.class) {
            return Optional.ofNullable(first);
        }
        if (raw == List.class || raw == Collection.class) {
            return first == null ? List.of() : List.of(first);
        }
        if (raw == Map.class) {
            Object second = of(of[1], raw(of[1]));
            return first == null || second == null ? Map.of() : Map.of(first, second);
        }
        return null;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof WildcardType wild) {
            return raw(wild.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : Object.class;
    }

    /** What answers as the interface says: with a sample of what its methods, or its own parameter, promise. */
    private Object proxy(Type type, Class<?> raw) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {raw}, (self, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? (Object) (self == arguments[0]) : 1;
            }
            Type promised = promised(type, raw, method.getGenericReturnType());
            return method.getReturnType() == void.class ? null : of(promised, raw(promised));
        });
    }

    private static Type promised(Type type, Class<?> raw, Type answer) {
        int at = List.of(raw.getTypeParameters()).indexOf(answer);
        return at >= 0 && type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[at] : answer;
    }
}
