package dev.slipway.docs;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.Materializes;
import dev.slipway.capability.streaming.Publishes;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A platform's services and topics as Mermaid flowcharts: boxes are services, rounded boxes are topics. */
record OrderingDiagrams(Platform platform) {
    /** Topics whose events are worked off, by one consumer group a service. */
    String events() {
        return flowchart(Consumes.class, "-->");
    }

    /** Compacted topics of which each replica keeps a copy. */
    String sharedState() {
        return flowchart(Materializes.class, "-.->");
    }

    private String flowchart(Class<? extends StreamingNeed> reads, String readArrow) {
        Set<String> topics = platform.services().stream()
                .flatMap(service -> service.needs(reads).stream())
                .map(need -> need.topic().name())
                .collect(Collectors.toCollection(TreeSet::new));
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (Service service : platform.services()) {
            if (service.needs(StreamingNeed.class).stream().anyMatch(need -> isShown(need, reads, topics))) {
                text.append("  %s[%s]%n".formatted(service.name(), service.name()));
            }
        }
        topics.forEach(topic -> text.append("  %s([%s])%n".formatted(id(topic), topic)));
        for (Service service : platform.services()) {
            for (StreamingNeed need : service.needs(StreamingNeed.class)) {
                if (isShown(need, reads, topics)) {
                    text.append(
                            need instanceof Publishes
                                    ? "  %s --> %s%n"
                                            .formatted(
                                                    service.name(),
                                                    id(need.topic().name()))
                                    : "  %s %s %s%n".formatted(id(need.topic().name()), readArrow, service.name()));
                }
            }
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static boolean isShown(StreamingNeed need, Class<? extends StreamingNeed> reads, Set<String> topics) {
        return (need instanceof Publishes || reads.isInstance(need))
                && topics.contains(need.topic().name());
    }

    /** Letters, digits and underscores are safe in Mermaid; {@code t_} keeps a topic apart from a service of its name. */
    private static String id(String topic) {
        return "t_" + topic.replaceAll("[^a-zA-Z0-9]", "_");
    }
}
