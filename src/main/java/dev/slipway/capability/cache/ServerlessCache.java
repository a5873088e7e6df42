package dev.slipway.capability.cache;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awscdk.services.elasticache.CfnServerlessCache;
import software.amazon.awscdk.services.elasticache.CfnUser;
import software.amazon.awscdk.services.kms.Key;

/**
 * One ElastiCache Serverless for the environment, with Valkey: no nodes to choose, paid by use up to a limit. Each service has
 * a user of its own. Its clients must know clusters: {@code CACHE_CLUSTER} is {@code true}.
 *
 * <pre>{@code
 * Environment.named("prod").production().with(serverlessCache().storage(50).requests(100_000))
 * }</pre>
 *
 * @param gigabytes that it may hold; by default {@value #SMALL_STORAGE}, and in production {@value #LARGE_STORAGE}
 * @param ecpus that it may use a second; by default {@value #SMALL_ECPUS}, and in production {@value #LARGE_ECPUS}
 */
@Declares
public record ServerlessCache(OptionalInt gigabytes, OptionalInt ecpus, Origin origin)
        implements Provider<CacheNeed>, ProvisionsOnAws {
    /** GB. */
    public static final int SMALL_STORAGE = 1;

    /** GB. */
    public static final int LARGE_STORAGE = 10;

    /** ElastiCache processing units a second: about one for each kilobyte read or written. */
    public static final int SMALL_ECPUS = 5_000;

    /** What a new cache takes at once: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Scaling.html. */
    public static final int LARGE_ECPUS = 30_000;

    /** GB: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html. */
    private static final int MOST_STORAGE = 5_000;

    private static final int LEAST_ECPUS = 1_000;
    private static final int MOST_ECPUS = 15_000_000;

    private static final String MAJOR_VERSION = "8";

    /** Where replicas answer reads that may be a little behind. */
    private static final int READER_PORT = 6380;

    private static final CacheClients CLIENTS = new CacheClients(List.of(CacheClients.PORT, READER_PORT), true);

    public static ServerlessCache serverlessCache() {
        return new ServerlessCache(OptionalInt.empty(), OptionalInt.empty(), Origin.here());
    }

    /** The most that it may hold, in GB: 1 to 5000. Beyond it keys that expire go first, and then writes fail. */
    public ServerlessCache storage(int newGigabytes) {
        return new ServerlessCache(OptionalInt.of(newGigabytes), ecpus, origin);
    }

    /** The most that it may do, in ElastiCache processing units a second: 1000 to 15,000,000. It slows down beyond. */
    public ServerlessCache requests(int newEcpus) {
        return new ServerlessCache(gigabytes, OptionalInt.of(newEcpus), origin);
    }

    @Override
    public Class<CacheNeed> meets() {
        return CacheNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> storage = gigabytes.stream()
                .filter(number -> number < 1 || number > MOST_STORAGE)
                .mapToObj(number -> error(
                        "cache/serverless-storage",
                        origin,
                        "The storage (%s GB) of the cache must be 1 to %s GB.".formatted(number, MOST_STORAGE),
                        "write it as serverlessCache().storage(%s).".formatted(LARGE_STORAGE)));
        Stream<Problem> requests = ecpus.stream()
                .filter(number -> number < LEAST_ECPUS || number > MOST_ECPUS)
                .mapToObj(number -> error(
                        "cache/serverless-requests",
                        origin,
                        "The requests (%s processing units a second) of the cache must be %s to %s."
                                .formatted(number, LEAST_ECPUS, MOST_ECPUS),
                        "write it as serverlessCache().requests(%s).".formatted(LARGE_ECPUS)));
        return Stream.concat(storage, requests);
    }

    @Override
    public Binding bind(Claim<? extends CacheNeed> claim, Place place) {
        return CLIENTS.bind(claim, place);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        List<Service> services = stage.place().servicesWith(CacheNeed.class);
        if (services.isEmpty()) {
            return;
        }
        CacheStack stack = CacheStack.in(stage, CacheEngine.VALKEY);
        List<CfnUser> users = stack.users(services);
        CfnServerlessCache cache = CfnServerlessCache.Builder.create(stack.stack(), "Cache")
                .serverlessCacheName(stack.id())
                .description(stack.description())
                .engine(CacheEngine.VALKEY.id())
                .majorEngineVersion(MAJOR_VERSION)
                .cacheUsageLimits(limits(stage.isProduction()))
                .kmsKeyId(Key.Builder.create(stack.stack(), "Key")
                        .description(stack.description())
                        .enableKeyRotation(true)
                        .removalPolicy(stack.stack().dataPolicy())
                        .build()
                        .getKeyArn())
                .subnetIds(stack.stack().readWhole(stack.names().subnetIds(Tier.ISOLATED)))
                .securityGroupIds(List.of(stack.securityGroup(CLIENTS.ports())))
                .snapshotRetentionLimit(stack.snapshots())
                .userGroupId(stack.userGroup(users))
                .build();
        cache.applyRemovalPolicy(stack.stack().dataPolicy());
        stack.publish(cache.getAttrEndpointAddress());
    }

    private CfnServerlessCache.CacheUsageLimitsProperty limits(boolean isProduction) {
        return CfnServerlessCache.CacheUsageLimitsProperty.builder()
                .dataStorage(CfnServerlessCache.DataStorageProperty.builder()
                        .maximum(gigabytes.orElse(isProduction ? LARGE_STORAGE : SMALL_STORAGE))
                        .unit("GB")
                        .build())
                .ecpuPerSecond(CfnServerlessCache.ECPUPerSecondProperty.builder()
                        .maximum(ecpus.orElse(isProduction ? LARGE_ECPUS : SMALL_ECPUS))
                        .build())
                .build();
    }
}
