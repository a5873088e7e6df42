package dev.slipway.render.aws;

import dev.slipway.platform.Service;
import software.amazon.awscdk.Tags;
import software.constructs.IConstruct;

/** The tags of AWS resources, by which bills and inventories tell whose they are. */
public final class StageTags {
    public static final String PLATFORM = "platform";
    public static final String ENVIRONMENT = "environment";
    public static final String MANAGED_BY = "managed-by";
    public static final String SERVICE = "service";
    public static final String OWNER = "owner";

    private StageTags() {}

    static void ofPlatform(IConstruct stage, String platform) {
        Tags.of(stage).add(PLATFORM, platform);
        Tags.of(stage).add(MANAGED_BY, "slipway");
    }

    static void ofEnvironment(EnvironmentStage stage) {
        ofPlatform(stage, stage.names().platform());
        Tags.of(stage).add(ENVIRONMENT, stage.names().environment());
    }

    /** Tags what a service has for its own: {@code StageTags.ofService(secret, service)}. */
    public static void ofService(IConstruct resource, Service service) {
        Tags.of(resource).add(SERVICE, service.name());
        service.owner().ifPresent(owner -> Tags.of(resource).add(OWNER, owner.team()));
    }
}
