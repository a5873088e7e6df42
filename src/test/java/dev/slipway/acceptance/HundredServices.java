package dev.slipway.acceptance;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.identity.GithubOidc.githubOidc;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.platform.Autoscaling.autoscale;

import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import java.util.ArrayList;
import java.util.List;

/** A platform of a hundred services that each ask for everything, under names as long as they may be. */
final class HundredServices {
    static final int SERVICES = 100;
    private static final int NAME = 3;

    private HundredServices() {}

    static Platform platform() {
        List<Topic> topics = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            topics.add(Topic.named("event.of-service-%03d".formatted(i)));
        }
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            services.add(Service.java("service-%03d".formatted(i))
                    .needs(
                            postgres(),
                            cache(),
                            bucket("files"),
                            secret("partner", "key"),
                            route("/api/%03d".formatted(i)),
                            publishes(topics.get(i)),
                            consumes(topics.get((i + 1) % SERVICES)),
                            consumes(topics.get((i + NAME) % SERVICES))));
        }
        return Platform.named("hundred")
                .services(services.toArray(Service[]::new))
                .environments(Environment.named("production")
                        .production()
                        .branch("main")
                        .host("hundred.example.com")
                        .with(eksAutoMode(), provisionedMsk(), rdsPostgres(), valkey(), Sizing.LARGE, autoscale(3, 10)))
                .with(githubOidc("acme/hundred"));
    }
}
