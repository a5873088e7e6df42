package dev.slipway.capability.streaming.incluster;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.Publishes;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.TopicVariables;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user may do in Kafka, as an access control list has it. Who may read or write something may look at it too.
 *
 * @param type {@code topic}, {@code group} or {@code transactional-id}
 * @param operation {@code read} or {@code write}
 */
record Permission(String type, String name, String operation) {
    private static final String TOPIC = "topic";
    private static final String READ = "read";
    private static final String WRITE = "write";

    /** Exactly what the needs of a service ask for, each once. */
    static List<Permission> of(Service service) {
        return service.needs(StreamingNeed.class).stream()
                .flatMap(need -> of(service.name(), need))
                .distinct()
                .toList();
    }

    private static Stream<Permission> of(String service, StreamingNeed need) {
        String topic = need.topic().name();
        if (need instanceof Publishes) {
            return Stream.of(
                    new Permission(TOPIC, topic, WRITE),
                    new Permission("transactional-id", TopicVariables.transactionalId(service), WRITE));
        }
        Stream<Permission> reads =
                Stream.of(new Permission(TOPIC, topic, READ), new Permission("group", service, READ));
        if (need instanceof Consumes) {
            String deadLetters = need.topic().deadLettersOf(service).name();
            return Stream.concat(
                    reads,
                    Stream.of(new Permission(TOPIC, deadLetters, WRITE), new Permission(TOPIC, deadLetters, READ)));
        }
        return reads;
    }

    /** Names hold nothing that JSON would have escaped: the rules of services and topics see to that. */
    String json() {
        return "{\"type\": \"%s\", \"name\": \"%s\", \"pattern\": \"literal\", \"operation\": \"%s\"}"
                .formatted(type, name, operation);
    }
}
