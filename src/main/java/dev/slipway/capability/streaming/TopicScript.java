package dev.slipway.capability.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What makes topics from within the cluster, and the file that tells it which: for clusters of brokers whose topics no stack
 * makes.
 *
 * <pre>{@code
 * files.put(TopicScript.FILE, TopicScript.text());
 * files.put("topics.json", TopicScript.json(topics, TopicSettings::of));
 * }</pre>
 */
public final class TopicScript {
    public static final String FILE = "topics.py";

    private TopicScript() {}

    /** The script, for Python with its own library only. */
    public static String text() {
        return read(TopicScript.class, FILE);
    }

    /** The text of a resource beside a class. */
    public static String read(Class<?> neighbour, String name) {
        try (InputStream script = neighbour.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names and values hold nothing that JSON would have escaped: the rules of topics see to that. */
    public static String json(List<Topic> topics, Function<Topic, TopicSettings> settings) {
        return topics.stream()
                .map(topic -> json(topic, settings.apply(topic)))
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String json(Topic topic, TopicSettings settings) {
        String pairs = settings.values().entrySet().stream()
                .map(entry -> "\"%s\": \"%s\"".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return "{\"name\": \"%s\", \"partitions\": %s, \"settings\": {%s}}"
                .formatted(topic.name(), topic.partitions(), pairs);
    }
}
