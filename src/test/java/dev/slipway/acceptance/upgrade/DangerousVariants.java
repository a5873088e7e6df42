package dev.slipway.acceptance.upgrade;

import static dev.slipway.acceptance.upgrade.Variant.found;
import static dev.slipway.capability.cache.ElastiCache.redis;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.cache.ServerlessCache.serverlessCache;
import static dev.slipway.capability.database.AuroraPostgres.auroraPostgres;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;

import dev.slipway.capability.cache.ElastiCache;
import dev.slipway.capability.database.RdsPostgres;
import dev.slipway.capability.network.Vpc;
import dev.slipway.capability.streaming.Publishes;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.stream.Stream;

/** Changes that lose something in production, or are refused, and are said to. */
final class DangerousVariants {
    static final String REMOVES = "change/removes-stateful";
    static final String REPLACES = "change/replaces-stateful";
    static final String MAY_REPLACE = "change/may-replace-stateful";
    static final String UNPROTECTS = "change/unprotects-stateful";
    static final String TYPE = "change/type-refused";
    static final String TAKEN = "change/name-taken";

    private DangerousVariants() {}

    static List<Variant> services() {
        return List.of(
                found("Remove a service", DangerousVariants::withoutAReader, REMOVES),
                found("Rename a service", DangerousVariants::withALastRenamed, REMOVES),
                found("Remove a topic", Topics.withoutTheLast(), REMOVES));
    }

    /** One that publishes nothing, so that what is left is a platform still. */
    private static Platform withoutAReader(Platform platform) {
        String reader = platform.services().stream()
                .filter(service -> service.needs(Publishes.class).isEmpty())
                .findFirst()
                .map(Service::name)
                .orElse("");
        return Edit.services(all -> all.stream()
                        .filter(service -> !service.name().equals(reader))
                        .toList())
                .apply(platform);
    }

    static Platform withALastRenamed(Platform platform) {
        String last = platform.services().get(platform.services().size() - 1).name();
        return Edit.service(last, service -> Edit.named(service, "renamed")).apply(platform);
    }

    static List<Variant> infrastructure() {
        return List.of(
                found("Fewer NAT gateways", Edit.choice(Vpc.class, vpc -> vpc.natGateways(1)), REMOVES),
                found(
                                "A newer database engine",
                                Edit.choice(RdsPostgres.class, rds -> rds.majorVersion("18")
                                        .upgradeFrom("17")),
                                MAY_REPLACE)
                        .from(Edit.choice(RdsPostgres.class, rds -> rds.majorVersion("17"))),
                found("Another address range", Edit.choice(Vpc.class, vpc -> vpc.cidr("10.99.0.0/16")), MAY_REPLACE),
                found(
                        "Another kind of streaming",
                        Edit.choice(ProvisionedMsk.class, msk -> serverlessMsk()),
                        REMOVES,
                        REPLACES,
                        TYPE),
                found("Another kind of database", Edit.choice(RdsPostgres.class, rds -> auroraPostgres()), REMOVES),
                found(
                        "A database from a snapshot",
                        Edit.choice(RdsPostgres.class, rds -> rds.restoreFrom("before-the-accident")),
                        REPLACES),
                found("Another kind of cache", Edit.choice(ElastiCache.class, cache -> serverlessCache()), REMOVES),
                found("Another engine of the cache", Edit.choice(ElastiCache.class, cache -> redis()), REPLACES, TAKEN),
                found(
                        "A cache in shards",
                        Edit.choice(ElastiCache.class, cache -> valkey().clusterMode(3)),
                        REPLACES,
                        TAKEN));
    }

    static List<Variant> environments() {
        return List.of(
                found(
                        "Production no more",
                        Edit.production(one -> Copy.of(one, "isProduction", false)),
                        MAY_REPLACE,
                        REMOVES,
                        UNPROTECTS),
                found("Rename an environment", Edit.production(one -> Copy.of(one, "name", "live")), REMOVES),
                found("Rename the platform", platform -> Copy.of(platform, "name", "renamed"), MAY_REPLACE, REPLACES));
    }

    static List<Variant> all() {
        return Stream.of(services(), infrastructure(), environments())
                .flatMap(List::stream)
                .toList();
    }
}
