package dev.slipway.delivery.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job of a workflow.
 *
 * @param permissions of its token; nothing that is not in it
 * @param minutes after which GitHub ends it
 */
record Job(
        String id,
        String name,
        Map<String, String> permissions,
        int minutes,
        Map<String, Object> more,
        List<Step> steps) {
    private static final String RUNNER = "ubuntu-24.04";

    Job {
        steps = List.copyOf(steps);
    }

    static Job of(String id, String name, int minutes, Map<String, String> permissions) {
        return new Job(id, name, permissions, minutes, Map.of(), List.of());
    }

    Job steps(List<Step> next) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(next);
        return new Job(id, name, permissions, minutes, more, all);
    }

    Job step(Step next) {
        return steps(List.of(next));
    }

    Job when(String expression) {
        return and("if", "${{ %s }}".formatted(expression));
    }

    /** The GitHub environment, whose reviewers stand between the run and the job. */
    Job environment(String expression) {
        return and("environment", expression);
    }

    /** Runs it once for each entry, whatever becomes of the others. */
    Job each(List<Map<String, String>> entries) {
        Map<String, Object> strategy = new LinkedHashMap<>();
        strategy.put("fail-fast", false);
        strategy.put("matrix", Map.of("include", entries));
        return and("strategy", strategy);
    }

    private Job and(String field, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(field, value);
        return new Job(id, name, permissions, minutes, all, steps);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.putAll(more);
        fields.put("runs-on", RUNNER);
        fields.put("timeout-minutes", minutes);
        fields.put("permissions", permissions);
        fields.put("steps", steps.stream().map(Step::fields).toList());
        return fields;
    }
}
