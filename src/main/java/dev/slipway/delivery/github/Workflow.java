package dev.slipway.delivery.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A workflow. It may do nothing by itself: what its token may is said at each job.
 *
 * @param file its name below {@code .github/workflows}
 * @param about what it is for, a line each
 * @param group runs of which only one goes on at a time
 * @param isLatestOnly whether a newer run of the group ends those before it
 */
record Workflow(
        String file,
        String name,
        List<String> about,
        Map<String, Object> on,
        String group,
        boolean isLatestOnly,
        List<Job> jobs) {
    static final String FOLDER = ".github/workflows/";

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build());

    String path() {
        return FOLDER + file;
    }

    /** What GitHub reads, with the version of each action beside its commit. */
    String text() {
        Map<String, Object> concurrency = new LinkedHashMap<>();
        concurrency.put("group", group);
        concurrency.put("cancel-in-progress", isLatestOnly);
        Map<String, Object> byId = new LinkedHashMap<>();
        jobs.forEach(job -> byId.put(job.id(), job.fields()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("on", on);
        fields.put("permissions", Map.of());
        fields.put("concurrency", concurrency);
        fields.put("jobs", byId);
        List<String> lines = new ArrayList<>();
        lines.add("# " + GithubFiles.MARK);
        about.forEach(line -> lines.add("# " + line));
        yaml(fields).lines().map(Workflow::withVersion).forEach(lines::add);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String yaml(Map<String, Object> fields) {
        try {
            return YAML.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withVersion(String line) {
        for (Action action : Action.values()) {
            if (line.endsWith("uses: " + action.pinned())) {
                return line + " # " + action.version();
            }
        }
        return line;
    }
}
