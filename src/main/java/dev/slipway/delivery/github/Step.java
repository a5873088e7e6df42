package dev.slipway.delivery.github;

import java.util.LinkedHashMap;
import java.util.Map;

/** A step of a job, as the fields that GitHub knows, in the order in which they are written. */
record Step(Map<String, Object> fields) {
    /** One that an action of somebody else does. */
    static Step uses(Action action) {
        return new Step(Map.of("uses", action.pinned()));
    }

    /** One that a shell does: {@code bash -e}. */
    static Step runs(String name, String script) {
        return new Step(Map.of("name", name)).and("run", script.strip() + (script.contains("\n") ? "\n" : ""));
    }

    Step named(String name) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", name);
        all.putAll(fields);
        return new Step(all);
    }

    Step id(String id) {
        return and("id", id);
    }

    /** Only where an expression holds: {@code !cancelled()}. */
    Step when(String expression) {
        return and("if", "${{ %s }}".formatted(expression));
    }

    Step with(String input, Object value) {
        return nested("with", input, value);
    }

    /** Anything that is not ours comes into a script this way, where it is a value and cannot be read as code. */
    Step env(String variable, String value) {
        return nested("env", variable, value);
    }

    private Step nested(String field, String key, Object value) {
        Map<String, Object> inner = new LinkedHashMap<>();
        if (fields.get(field) instanceof Map<?, ?> before) {
            before.forEach((name, each) -> inner.put(String.valueOf(name), each));
        }
        inner.put(key, value);
        return and(field, inner);
    }

    private Step and(String field, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put(field, value);
        return new Step(all);
    }
}
