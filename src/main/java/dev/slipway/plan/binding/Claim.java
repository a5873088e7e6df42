package dev.slipway.plan.binding;

import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;

/** A need, and the service that has it. */
public record Claim<N extends Need>(Service service, N need) {
    public Origin origin() {
        return need.origin();
    }
}
