package dev.slipway.capability.network;

import dev.slipway.platform.Need;

/** A connection that a service opens, or lets others open. */
public sealed interface NetworkNeed extends Need permits Calls, Reaches, WithNamespace {}
