package dev.slipway.capability.streaming;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** Reads the events of a topic in a consumer group named after the service; what it cannot process goes to a dead-letter topic. */
public record Consumes(Topic topic, Origin origin) implements StreamingNeed {
    @Override
    public String describe() {
        return "consumes " + topic.name();
    }

    @Override
    public List<Link> links() {
        return List.of(Link.consumes(topic.end()));
    }
}
