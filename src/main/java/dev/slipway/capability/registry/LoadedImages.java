package dev.slipway.capability.registry;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Registry;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.stream.Stream;

/**
 * No registry: images are built on the machine that the cluster runs on, and loaded into it, under the names
 * {@code <platform>/<service>:<release>}. It is what an environment gets whose cluster is not on AWS.
 *
 * <pre>{@code
 * Environment.named("local").with(localCluster(), loadedImages())
 * }</pre>
 */
@Declares
public record LoadedImages(Origin origin) implements Registry {
    /** {@code minikube image load ordering/order:0.1.0}, or {@code kind load docker-image ordering/order:0.1.0}. */
    public static LoadedImages loadedImages() {
        return new LoadedImages(Origin.here());
    }

    @Override
    public String repository(Service service, Place place) {
        return place.names().repository(service);
    }

    /** An image gets its digest when it is pushed, which these never are. */
    @Override
    public boolean knowsDigests() {
        return false;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return place.isOnAws()
                ? Stream.of(error(
                        "registry/loaded-images",
                        origin,
                        "Environment %s has images loaded into its cluster (%s), whose nodes come and go; on AWS they must be pulled from a registry."
                                .formatted(
                                        place.environment().name(),
                                        place.platform().name() + "/<service>"),
                        "leave out loadedImages(), or choose localCluster()."))
                : Stream.empty();
    }
}
