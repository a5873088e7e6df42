package dev.slipway.ordering.laptop.contract;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the platform gives to a service and lets it do: a file of {@code services/contract}. */
public record Contract(
        String service,
        String readiness,
        List<String> routes,
        List<Topic> topics,
        Map<String, List<String>> variables) {
    public Contract {
        routes = List.copyOf(routes);
        topics = List.copyOf(topics);
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    /** The value that the platform sets in its first environment, where it is known before a deployment. */
    public Optional<String> known(String variable) {
        return variables.getOrDefault(variable, List.of()).stream()
                .filter(value -> !value.startsWith("<"))
                .findFirst();
    }

    /** Whether the platform sets it. */
    public boolean sets(String variable) {
        return variables.containsKey(variable);
    }

    /** A topic, and what the service does with it. */
    public record Topic(String name, Access access, int partitions, boolean compacted) {
        /** Where a service puts what it cannot take. */
        public String deadLettersOf(String service) {
            return name + "." + service + ".dlt";
        }
    }

    /** What a service does with a topic. */
    public enum Access {
        PUBLISHES,
        CONSUMES,
        MATERIALIZES
    }

    /** Reads one. */
    public static Contract of(JsonNode file) {
        Map<String, List<String>> variables = new TreeMap<>();
        file.path("variables")
                .properties()
                .forEach(variable -> variables.put(variable.getKey(), texts(variable.getValue())));
        return new Contract(
                file.path("service").asString(),
                file.path("readiness").asString(),
                texts(file.path("routes")),
                file.path("topics").valueStream().map(Contract::topic).toList(),
                variables);
    }

    private static Topic topic(JsonNode topic) {
        return new Topic(
                topic.path("name").asString(),
                Access.valueOf(topic.path("access").asString().toUpperCase(Locale.ROOT)),
                topic.path("partitions").asInt(),
                topic.path("compacted").asBoolean());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
