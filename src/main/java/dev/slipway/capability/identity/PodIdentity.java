package dev.slipway.capability.identity;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;

/**
 * EKS Pod Identity: the pods of each service act as a role of their own, which may do what the service's needs grant
 * and nothing else. It is what an environment gets unless it chooses another way.
 */
@Declares
public record PodIdentity(Origin origin) implements Choice, ProvisionsOnAws {
    /** {@code Environment.named("dev").with(podIdentity())}. */
    public static PodIdentity podIdentity() {
        return new PodIdentity(Origin.here());
    }

    @Override
    public void provision(EnvironmentStage stage) {
        IdentityStack.provision(stage);
    }
}
