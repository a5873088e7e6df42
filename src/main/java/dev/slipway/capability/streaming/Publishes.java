package dev.slipway.capability.streaming;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** Writes events to a topic. */
public record Publishes(Topic topic, Origin origin) implements StreamingNeed {
    @Override
    public String describe() {
        return "publishes " + topic.name();
    }

    @Override
    public List<Link> links() {
        return List.of(Link.publishes(topic.end()));
    }
}
