package dev.slipway.capability.streaming.lag;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.LagAccess;
import dev.slipway.capability.streaming.ShowsLag;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Claim;
import dev.slipway.platform.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The lags of a place, as far as the provider of its topics shows them. */
record Lags(Place place) {
    /** The provider of topics, where it shows lags. */
    Optional<ShowsLag> provider() {
        return place.choices().stream()
                .filter(choice -> choice instanceof Provider<?> provider && provider.meets() == StreamingNeed.class)
                .filter(ShowsLag.class::isInstance)
                .map(ShowsLag.class::cast)
                .findFirst();
    }

    /** By what a service consumes, in the order of declaration. */
    Map<Consumes, LagAccess> of(Service service) {
        Map<Consumes, LagAccess> lags = new LinkedHashMap<>();
        ShowsLag shows = provider().orElseThrow();
        service.needs(Consumes.class)
                .forEach(consumes -> lags.put(consumes, shows.lag(new Claim<>(service, consumes), place)));
        return lags;
    }
}
