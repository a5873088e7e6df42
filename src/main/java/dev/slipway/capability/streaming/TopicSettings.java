package dev.slipway.capability.streaming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Kafka is told about a topic, in a fixed order: {@code TopicSettings.of(ORDER_PLACED)}. */
public record TopicSettings(Map<String, String> values) {
    public TopicSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static TopicSettings of(Topic topic) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
        if (!topic.compacted()) {
            values.put("retention.ms", String.valueOf(topic.retention().toMillis()));
        }
        return new TopicSettings(values);
    }

    /** With one more. */
    public TopicSettings with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new TopicSettings(more);
    }

    /** As lines of a properties file. */
    public String properties() {
        List<String> lines = new ArrayList<>();
        values.forEach((key, value) -> lines.add(key + "=" + value));
        return String.join("\n", lines) + "\n";
    }
}
