package dev.slipway.capability.network;

import dev.slipway.platform.Origin;

/** Opens connections to a host outside. */
public record Reaches(String host, int port, Origin origin) implements NetworkNeed {
    @Override
    public String describe() {
        return "reaches " + host + ":" + port;
    }
}
