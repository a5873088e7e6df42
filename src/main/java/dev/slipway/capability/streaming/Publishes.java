package dev.slipway.capability.streaming;

import dev.slipway.platform.Origin;

/** Writes events to a topic. */
public record Publishes(Topic topic, Origin origin) implements StreamingNeed {
    @Override
    public String describe() {
        return "publishes " + topic.name();
    }
}
