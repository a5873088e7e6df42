package dev.slipway.capability.streaming;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.check.Nearest;
import dev.slipway.plan.problem.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be wrong with topics and with who uses them, whatever cluster holds them: part of what each provider checks.
 *
 * <pre>{@code
 * return Stream.concat(ofTheCluster(place), TopicChecks.of(place));
 * }</pre>
 */
public final class TopicChecks {
    /** Kafka's own rule: at most 249 characters, as a partition's folder adds to them. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    /** What one MSK broker of the smallest size should hold: https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html. */
    private static final int MAX_PARTITIONS = 1000;

    private static final Duration MIN_RETENTION = Duration.ofMinutes(1);

    private TopicChecks() {}

    public static Stream<Problem> of(Place place) {
        List<Claim<StreamingNeed>> claims = place.claims(StreamingNeed.class);
        Map<String, Topic> topics = new LinkedHashMap<>();
        claims.forEach(claim ->
                topics.putIfAbsent(claim.need().topic().name(), claim.need().topic()));
        return Stream.of(
                        topics.values().stream().flatMap(TopicChecks::topic),
                        conflicts(claims, topics),
                        collisions(topics),
                        withoutPublisher(claims),
                        withoutReader(claims),
                        notCompacted(claims),
                        OwnerChecks.of(claims))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> topic(Topic topic) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!NAME.matcher(topic.name()).matches() || topic.name().matches("\\.\\.?")) {
            problems.add(error(
                    "streaming/topic-name",
                    topic.origin(),
                    "The name (%s) of a topic must be 1 to 249 letters, digits, dots, underscores or hyphens."
                            .formatted(topic.name()),
                    "name it as order.placed."));
        }
        if (topic.partitions() < 1 || topic.partitions() > MAX_PARTITIONS) {
            problems.add(error(
                    "streaming/partitions",
                    topic.origin(),
                    "The partitions (%s) of topic %s must be 1 to %s."
                            .formatted(topic.partitions(), topic.name(), MAX_PARTITIONS),
                    "declare it with partitions(%s).".formatted(Topic.DEFAULT_PARTITIONS)));
        }
        if (topic.retention().compareTo(MIN_RETENTION) < 0) {
            problems.add(error(
                    "streaming/retention",
                    topic.origin(),
                    "The retention (%s) of topic %s must be a minute or more."
                            .formatted(topic.retention(), topic.name()),
                    "declare it with retainedFor(Duration.ofDays(7))."));
        }
        return problems.build();
    }

    private static Stream<Problem> conflicts(List<Claim<StreamingNeed>> claims, Map<String, Topic> first) {
        return claims.stream()
                .map(claim -> claim.need().topic())
                .filter(topic -> !topic.equals(first.get(topic.name())))
                .map(topic -> error(
                        "streaming/topic-conflict",
                        topic.origin(),
                        "Topic %s is declared in two ways (here and at %s); it must be declared once."
                                .formatted(
                                        topic.name(),
                                        first.getOrDefault(topic.name(), topic).origin()),
                        "keep one constant for the topic and use it everywhere."))
                .distinct();
    }

    /** Kafka's metrics write dots as underscores, so two such topics are one to them, and it refuses the second. */
    private static Stream<Problem> collisions(Map<String, Topic> topics) {
        Map<String, String> first = new LinkedHashMap<>();
        return topics.values().stream().flatMap(topic -> {
            String other = first.putIfAbsent(topic.name().replace('.', '_'), topic.name());
            return other == null
                    ? Stream.empty()
                    : Stream.of(error(
                            "streaming/topic-collision",
                            topic.origin(),
                            "The name (%s) of a topic differs from %s by dots and underscores alone, which Kafka refuses."
                                    .formatted(topic.name(), other),
                            "rename one of the two."));
        });
    }

    private static Stream<Problem> withoutPublisher(List<Claim<StreamingNeed>> claims) {
        Set<String> published = namesOf(claims, Publishes.class::isInstance);
        return claims.stream()
                .filter(claim -> !(claim.need() instanceof Publishes))
                .filter(claim -> !published.contains(claim.need().topic().name()))
                .map(claim -> withoutPublisher(claim, published));
    }

    private static Problem withoutPublisher(Claim<StreamingNeed> claim, Set<String> published) {
        String name = claim.need().topic().name();
        return Nearest.to(name, published)
                .map(nearest -> error(
                        "streaming/unknown-topic",
                        claim.origin(),
                        "Service %s reads an unknown topic (%s); did you mean %s?"
                                .formatted(claim.service().name(), name, nearest),
                        "use the constant of the topic that is published."))
                .orElseGet(() -> error(
                        "streaming/consumer-without-producer",
                        claim.origin(),
                        "Service %s reads topic (%s), which no service publishes; each topic must have a publisher."
                                .formatted(claim.service().name(), name),
                        "let a service publish it, or remove the need."));
    }

    private static Stream<Problem> withoutReader(List<Claim<StreamingNeed>> claims) {
        Set<String> read = namesOf(claims, need -> !(need instanceof Publishes));
        return claims.stream()
                .filter(claim -> claim.need() instanceof Publishes)
                .filter(claim -> !read.contains(claim.need().topic().name()))
                .map(claim -> warning(
                        "streaming/producer-without-consumer",
                        claim.origin(),
                        "Service %s publishes topic (%s), which no service reads."
                                .formatted(
                                        claim.service().name(),
                                        claim.need().topic().name()),
                        "let a service consume it, or remove the need."));
    }

    private static Stream<Problem> notCompacted(List<Claim<StreamingNeed>> claims) {
        return claims.stream()
                .filter(claim -> claim.need() instanceof Materializes
                        && !claim.need().topic().compacted())
                .map(claim -> error(
                        "streaming/not-compacted",
                        claim.origin(),
                        "Service %s materializes topic (%s), which must be compacted to hold a whole state."
                                .formatted(
                                        claim.service().name(),
                                        claim.need().topic().name()),
                        "declare the topic with compact(), or consume it."));
    }

    private static Set<String> namesOf(List<Claim<StreamingNeed>> claims, Predicate<StreamingNeed> filter) {
        return claims.stream()
                .map(Claim::need)
                .filter(filter)
                .map(need -> need.topic().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
