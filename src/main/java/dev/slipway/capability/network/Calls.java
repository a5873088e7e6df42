package dev.slipway.capability.network;

import dev.slipway.platform.Origin;

/** Sends requests to another service of the platform. */
public record Calls(String service, Origin origin) implements NetworkNeed {
    @Override
    public String describe() {
        return "calls " + service;
    }
}
