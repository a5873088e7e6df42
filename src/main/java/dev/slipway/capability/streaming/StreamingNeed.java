package dev.slipway.capability.streaming;

import dev.slipway.platform.Need;

/** What a service does with a topic. */
public sealed interface StreamingNeed extends Need permits Publishes, Consumes, Materializes {
    Topic topic();
}
