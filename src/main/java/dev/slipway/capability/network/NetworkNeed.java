package dev.slipway.capability.network;

import dev.slipway.platform.Need;

/** A connection that a service opens. */
public sealed interface NetworkNeed extends Need permits Calls, Reaches {}
