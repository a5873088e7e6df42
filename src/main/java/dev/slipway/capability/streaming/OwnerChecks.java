package dev.slipway.capability.streaming;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.problem.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether each topic has one service that answers for what stands in it: its only publisher, or the one declared. */
final class OwnerChecks {
    private OwnerChecks() {}

    static Stream<Problem> of(List<Claim<StreamingNeed>> claims) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        Map<String, Set<String>> publishers = new LinkedHashMap<>();
        for (Claim<StreamingNeed> claim : claims) {
            if (claim.need() instanceof Publishes) {
                Topic topic = claim.need().topic();
                topics.putIfAbsent(topic.name(), topic);
                publishers
                        .computeIfAbsent(topic.name(), name -> new LinkedHashSet<>())
                        .add(claim.service().name());
            }
        }
        return topics.values().stream().flatMap(topic -> of(topic, publishers.getOrDefault(topic.name(), Set.of())));
    }

    private static Stream<Problem> of(Topic topic, Set<String> publishers) {
        String names = String.join(", ", publishers);
        if (topic.owner().isEmpty()) {
            return publishers.size() < 2
                    ? Stream.empty()
                    : Stream.of(warning(
                            "streaming/shared-topic",
                            topic.origin(),
                            "Topic %s is published by %s services (%s), of which none owns it."
                                    .formatted(topic.name(), publishers.size(), names),
                            "name one with ownedBy(\"%s\"), or give each a topic of its own."
                                    .formatted(publishers.iterator().next())));
        }
        return topic.owner().stream()
                .filter(owner -> !publishers.contains(owner))
                .map(owner -> error(
                        "streaming/owner",
                        topic.origin(),
                        "The owner (%s) of topic %s must be a service that publishes it (%s)."
                                .formatted(owner, topic.name(), names),
                        "write it as ownedBy(\"%s\")."
                                .formatted(publishers.iterator().next())));
    }
}
