package com.acme.parts;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.cluster.ExistingEks.existingEks;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;

import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;

/** As much of a platform as its parts have to know. */
final class CompanyPlatform {
    private CompanyPlatform() {}

    // snippet: parts-platform
    static final Service ORDER =
            Service.java("order").needs(publishes(Topic.named("order.placed")), postgres(), cache());

    static Platform platform() {
        return Platform.named("company")
                .services(ORDER)
                .environments(Environment.named("dev")
                        .with(
                                existingEks("company").kubernetes("1.36").securityGroup("sg-0a1b2c3d4e5f60718"),
                                provisionedMsk(),
                                rdsPostgres(),
                                valkey()));
    }
    // end
}
