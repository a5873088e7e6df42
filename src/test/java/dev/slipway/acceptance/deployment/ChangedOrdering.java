package dev.slipway.acceptance.deployment;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.streaming.Streaming.publishes;

import dev.slipway.Slipway;
import dev.slipway.acceptance.upgrade.Edit;
import dev.slipway.acceptance.upgrade.Topics;
import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.capability.cache.ElastiCache;
import dev.slipway.capability.database.RdsPostgres;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;

/**
 * The default platform some weeks later: in production a bigger database, a bigger cache and more room for events; a topic with more
 * partitions; and one more service, which is gone again in {@link WithoutTheService}.
 */
public final class ChangedOrdering {
    static final String SERVICE = "loyalty";
    static final String TOPIC = "loyalty.points.granted";
    static final String INSTANCE_CLASS = "db.m7g.xlarge";
    static final int DATABASE_STORAGE = 200;
    static final String NODE_TYPE = "cache.r7g.xlarge";
    static final int BROKER_STORAGE = 800;
    static final String WIDENED = "order.placed";
    static final int PARTITIONS = 24;

    private ChangedOrdering() {}

    private static Platform grown() {
        return Edit.choice(RdsPostgres.class, rds -> rds.instanceClass(INSTANCE_CLASS)
                        .storage(DATABASE_STORAGE))
                .and(Edit.choice(ElastiCache.class, cache -> cache.nodeType(NODE_TYPE)))
                .and(Edit.choice(ProvisionedMsk.class, msk -> msk.storage(BROKER_STORAGE)))
                .and(Topics.named(WIDENED, topic -> topic.partitions(PARTITIONS)))
                .apply(OrderingPlatform.platform());
    }

    public static void main(String... args) {
        Slipway.synthesize(grown().services(Service.java(SERVICE)
                .needs(
                        postgres(),
                        cache(),
                        secret("partner", "token"),
                        publishes(Topic.named(TOPIC).partitions(6).keyedBy("userId")))));
    }

    /** The same again, once the service was of no use. */
    public static final class WithoutTheService {
        private WithoutTheService() {}

        public static void main(String... args) {
            Slipway.synthesize(grown());
        }
    }
}
