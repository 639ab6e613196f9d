package org.pinn4j.validation.arguments;

import java.lang.reflect.Array;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One argument that nobody should pass. @param what as the list of failures calls it */
record Odd(String what, Object value) {
    private static final int LARGE_SIZE = 60_000;

    /** What a parameter is tried with, beside a sound value of it: null, empty, NaN, absurd sizes. */
    static List<Odd> of(Parameter parameter, Object sound) {
        Class<?> type = parameter.getType();
        if (type == int.class) {
            return integers(-1, 0, LARGE_SIZE, Integer.MAX_VALUE, Integer.MIN_VALUE);
        }
        if (type == long.class) {
            return List.of(new Odd("-1", -1L), new Odd("0", 0L), new Odd("2^63 - 1", Long.MAX_VALUE));
        }
        if (type == double.class) {
            return numbers(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 0, -1);
        }
        return type.isPrimitive() ? List.of() : references(type, sound);
    }

    private static List<Odd> integers(int... values) {
        return Arrays.stream(values)
                .mapToObj(v -> new Odd(String.valueOf(v), v))
                .toList();
    }

    private static List<Odd> numbers(double... values) {
        return Arrays.stream(values)
                .mapToObj(v -> new Odd(String.valueOf(v), v))
                .toList();
    }

    private static List<Odd> references(Class<?> type, Object sound) {
        List<Odd> odd = new ArrayList<>();
        odd.add(new Odd("null", null));
        if (type == String.class) {
            odd.add(new Odd("empty", ""));
        } else if (type == double[].class) {
            odd.add(new Odd("empty", new double[0]));
            odd.add(new Odd("of NaN", new double[] {Double.NaN, Double.NaN}));
        } else if (type.isArray()) {
            odd.add(new Odd("empty", Array.newInstance(type.getComponentType(), 0)));
            if (!type.getComponentType().isPrimitive()) {
                odd.add(new Odd("of null", Array.newInstance(type.getComponentType(), 1)));
            }
        } else if (type == List.class || type == Collection.class) {
            odd.add(new Odd("empty", List.of()));
            odd.add(new Odd("of null", Collections.singletonList(null)));
        } else if (type == Map.class) {
            odd.add(new Odd("empty", Map.of()));
            odd.add(new Odd("of null", withoutValue(sound)));
        } else if (type == Optional.class) {
            odd.add(new Odd("empty", Optional.empty()));
        }
        return odd;
    }

    private static Map<Object, Object> withoutValue(Object sound) {
        Map<Object, Object> map = new HashMap<>();
        ((Map<?, ?>) sound).keySet().forEach(key -> map.put(key, null));
        return map;
    }
}
