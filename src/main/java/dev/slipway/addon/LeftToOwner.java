package dev.slipway.addon;

import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.stream.Stream;

/** Stands where an add-on is needed in a cluster that somebody else looks after, and nobody says who installs it. */
@Declares
record LeftToOwner(Addon addon, Origin origin) implements Planned {
    static LeftToOwner of(Addon addon, Cluster cluster) {
        return new LeftToOwner(addon, cluster.origin());
    }

    @Override
    public Class<?> kind() {
        return addon.kind();
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.of(warning(
                "addon/left-to-owner",
                origin,
                "The add-on (%s) that environment %s needs is not installed, as the cluster belongs to somebody else; it must be there."
                        .formatted(addon.name(), place.environment().name()),
                "say preinstalled(..) of it where its owner installs it, or choose it to have it installed."));
    }
}
