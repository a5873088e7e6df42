package dev.slipway.capability.streaming;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Claim;

/**
 * The face of a streaming provider that lets somebody beside a consumer see how far it lags behind, so that its replicas
 * can be scaled by that.
 */
public interface ShowsLag {
    /** How the lag of a consumer can be read. */
    LagAccess lag(Claim<Consumes> claim, Place place);
}
