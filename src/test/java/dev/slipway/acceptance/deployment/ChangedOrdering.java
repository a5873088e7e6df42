package dev.slipway.acceptance.deployment;

import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.streaming.Streaming.publishes;

import dev.slipway.Slipway;
import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.capability.database.RdsPostgres;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;

/** The default platform some weeks later: one more service with a topic of its own, a bigger database, more room for events. */
public final class ChangedOrdering {
    static final String SERVICE = "loyalty";
    static final String TOPIC = "loyalty.points.granted";
    static final String INSTANCE_CLASS = "db.m7g.xlarge";
    static final int STORAGE = 800;

    private ChangedOrdering() {}

    static Platform platform() {
        Platform before = OrderingPlatform.platform();
        return new Platform(
                        before.name(),
                        before.release(),
                        before.services(),
                        before.environments().stream()
                                .map(ChangedOrdering::grown)
                                .toList(),
                        before.choices(),
                        before.acceptances(),
                        before.origin())
                .services(Service.java(SERVICE)
                        .needs(
                                postgres(),
                                publishes(Topic.named(TOPIC).partitions(6).keyedBy("userId"))));
    }

    private static Environment grown(Environment before) {
        List<Choice> choices = before.choices().stream()
                .map(choice -> choice instanceof RdsPostgres rds ? rds.instanceClass(INSTANCE_CLASS) : choice)
                .map(choice -> choice instanceof ProvisionedMsk msk ? msk.storage(STORAGE) : choice)
                .toList();
        return new Environment(
                before.name(),
                before.isProduction(),
                before.branch(),
                before.hosts(),
                before.namespace(),
                before.target(),
                choices,
                before.acceptances(),
                before.origin());
    }

    public static void main(String... args) {
        Slipway.synthesize(platform());
    }
}
