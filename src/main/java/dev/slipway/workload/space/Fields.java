package dev.slipway.workload.space;

import java.util.List;
import java.util.Map;

/** Fields of an object as cdk8s hands it out: maps in maps. What is not there is an empty text. */
final class Fields {
    private static final String NOTHING = "";

    private Fields() {}

    static Object at(Object object, String... path) {
        Object value = object;
        for (String field : path) {
            Object next = value instanceof Map<?, ?> fields ? fields.get(field) : NOTHING;
            value = next == null ? NOTHING : next;
        }
        return value;
    }

    static String text(Object object, String... path) {
        return String.valueOf(at(object, path));
    }

    static List<Object> items(Object value) {
        return value instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    /** A whole number, or another where there is none. */
    static long number(Object object, long otherwise, String... path) {
        return at(object, path) instanceof Number number ? number.longValue() : otherwise;
    }
}
