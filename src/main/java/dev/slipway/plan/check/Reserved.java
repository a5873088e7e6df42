package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Platform;
import java.util.List;
import java.util.stream.Stream;

/** Names that something in the cluster has already, so that no service can have them. */
public final class Reserved {
    private Reserved() {}

    /**
     * Refuses services of these names.
     *
     * @param who has them: {@code Kafka in the cluster}
     */
    public static Stream<Problem> names(Platform platform, String who, List<String> names) {
        return platform.services().stream()
                .filter(service -> names.contains(service.name()))
                .map(service -> error(
                        "service/reserved-name",
                        service.origin(),
                        "The name (%s) of a service is taken by %s, as are %s; it must be another."
                                .formatted(service.name(), who, String.join(", ", names)),
                        "name the service after what it does."));
    }
}
