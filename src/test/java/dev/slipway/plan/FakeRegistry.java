package dev.slipway.plan;

import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;

/** A registry of one organisation. */
record FakeRegistry(Origin origin) implements Registry {
    @Override
    public String repository(Service service, Place place) {
        return "ghcr.io/acme/" + place.platform().name() + "-" + service.name();
    }
}
