package dev.slipway.capability.streaming.msk;

import dev.slipway.capability.streaming.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Kafka is told about a topic, in a fixed order. */
record TopicSettings(Map<String, String> values) {
    TopicSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static TopicSettings of(Topic topic) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
        if (!topic.compacted()) {
            values.put("retention.ms", String.valueOf(topic.retention().toMillis()));
        }
        return new TopicSettings(values);
    }

    TopicSettings with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new TopicSettings(more);
    }

    /** As lines of a properties file. */
    String properties() {
        List<String> lines = new ArrayList<>();
        values.forEach((key, value) -> lines.add(key + "=" + value));
        return String.join("\n", lines) + "\n";
    }
}
