package dev.slipway.capability.streaming;

import dev.slipway.platform.Origin;

/** Reads the events of a topic in a consumer group named after the service; what it cannot process goes to a dead-letter topic. */
public record Consumes(Topic topic, Origin origin) implements StreamingNeed {
    @Override
    public String describe() {
        return "consumes " + topic.name();
    }
}
