package com.acme.queues;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;

// snippet: queue-need
/** A queue that a service sends to and receives from: a need of Acme's own. */
@Declares
public record Queue(String name, Origin origin) implements Need {
    public static Queue queue(String name) {
        return new Queue(name, Origin.here());
    }

    @Override
    public String describe() {
        return "queue " + name;
    }
}
// end
