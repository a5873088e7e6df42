package dev.slipway.capability.streaming;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** Reads all of a compacted topic into each of its replicas, in no consumer group. */
public record Materializes(Topic topic, Origin origin) implements StreamingNeed {
    @Override
    public String describe() {
        return "materializes " + topic.name();
    }

    @Override
    public List<Link> links() {
        return List.of(Link.materializes(topic.end()));
    }
}
