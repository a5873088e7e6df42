package dev.slipway.capability.streaming;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Claim;
import dev.slipway.platform.Service;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The topics that the services of a platform use, and the dead-letter topic of each consumer: whoever provides for topics
 * has to see that all of them are made.
 *
 * <pre>{@code
 * DeclaredTopics.in(place).all().forEach(topic -> make(topic));
 * }</pre>
 */
public final class DeclaredTopics {
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<String, String> makers = new LinkedHashMap<>();

    private DeclaredTopics() {}

    public static DeclaredTopics in(Place place) {
        DeclaredTopics declared = new DeclaredTopics();
        for (Claim<StreamingNeed> claim : place.claims(StreamingNeed.class)) {
            StreamingNeed need = claim.need();
            declared.topics.putIfAbsent(need.topic().name(), need.topic());
            if (need instanceof Publishes) {
                String publisher = claim.service().name();
                declared.makers.putIfAbsent(
                        need.topic().name(), need.topic().owner().orElse(publisher));
            }
            if (need instanceof Consumes) {
                declared.add(need.topic().deadLettersOf(claim.service().name()), claim.service());
            }
        }
        return declared;
    }

    private void add(Topic deadLetters, Service consumer) {
        topics.putIfAbsent(deadLetters.name(), deadLetters);
        makers.putIfAbsent(deadLetters.name(), consumer.name());
    }

    /** Each once, in the order of declaration. */
    public Collection<Topic> all() {
        return Collections.unmodifiableCollection(topics.values());
    }

    /**
     * Those that have to be made for a service where each service makes its own: what it owns, or publishes as the first,
     * and its dead letters. Every topic that somebody publishes is among those of exactly one service.
     */
    public List<Topic> madeFor(Service service) {
        return topics.values().stream()
                .filter(topic -> service.name().equals(makers.get(topic.name())))
                .toList();
    }
}
