package dev.slipway.verify;

import dev.slipway.platform.Target;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked at.
 *
 * <pre>{@code
 * new Scope("ordering", "dev", Optional.of(new Target("111122223333", "eu-central-1")), "ordering-dev", "", Set.of(Plane.AWS))
 * }</pre>
 *
 * @param stage an environment, or what several share
 * @param aws where it is on AWS; empty where it is not
 * @param cluster its name on AWS; empty where it is not there
 * @param context of the kubeconfig, which comes before that name; where both are empty, the current one
 * @param planes that are asked
 */
public record Scope(
        String platform, String stage, Optional<Target> aws, String cluster, String context, Set<Plane> planes) {
    public Scope {
        planes = Set.copyOf(planes);
    }
}
