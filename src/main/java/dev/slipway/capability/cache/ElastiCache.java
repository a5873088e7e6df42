package dev.slipway.capability.cache;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.operation.Watched;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One ElastiCache of nodes for the environment, in which each service has a user of its own and reaches only keys that start
 * with its own name.
 *
 * <pre>{@code
 * Environment.named("prod").production().with(valkey().replicas(2).nodeType("cache.r7g.large"))
 * }</pre>
 *
 * @param replicas of each primary; by default none, and in production two
 * @param nodeType by default {@value #SMALL_NODE}, and in production {@value #LARGE_NODE}
 * @param shards over how many primaries keys are spread, in cluster mode
 */
@Declares
public record ElastiCache(
        CacheEngine engine, OptionalInt replicas, Optional<String> nodeType, Optional<Integer> shards, Origin origin)
        implements Provider<CacheNeed>, ProvisionsOnAws, Watched {
    public static final String SMALL_NODE = "cache.t4g.micro";
    public static final String LARGE_NODE = "cache.r7g.large";

    /** So that one zone can fail while another is being patched. */
    private static final int PRODUCTION_REPLICAS = 2;

    /** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html. */
    private static final int MOST_REPLICAS = 5;

    /** Nodes that a cluster has without a raised quota: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html. */
    private static final int NODE_QUOTA = 90;

    /** With a raised quota. */
    private static final int MOST_SHARDS = 500;

    private static final Pattern NODE_TYPE = Pattern.compile("cache\\.[a-z][a-z0-9]*\\.[a-z0-9]+");

    public static ElastiCache valkey() {
        return of(CacheEngine.VALKEY, Origin.here());
    }

    /** Redis OSS {@code 7.1}, the last that ElastiCache has: for clients that know nothing else. */
    public static ElastiCache redis() {
        return of(CacheEngine.REDIS, Origin.here());
    }

    private static ElastiCache of(CacheEngine engine, Origin origin) {
        return new ElastiCache(engine, OptionalInt.empty(), Optional.empty(), Optional.empty(), origin);
    }

    /** Copies that answer reads and take over when the primary fails: 0 to 5. */
    public ElastiCache replicas(int number) {
        return new ElastiCache(engine, OptionalInt.of(number), nodeType, shards, origin);
    }

    /** The size of each node: {@code nodeType("cache.t4g.small")}. */
    public ElastiCache nodeType(String type) {
        return new ElastiCache(engine, replicas, Optional.of(type), shards, origin);
    }

    /**
     * Spreads keys over shards, for more memory or writes than one primary has. Clients must know clusters, and are told by
     * {@code CACHE_CLUSTER}: {@code valkey().clusterMode(3)}.
     */
    public ElastiCache clusterMode(int number) {
        return new ElastiCache(engine, replicas, nodeType, Optional.of(number), origin);
    }

    @Override
    public Class<CacheNeed> meets() {
        return CacheNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream.Builder<Problem> problems = Stream.builder();
        replicas.stream()
                .filter(number -> number < 0 || number > MOST_REPLICAS)
                .forEach(number -> problems.add(error(
                        "cache/replicas",
                        origin,
                        "The replicas (%s) of the cache must be 0 to %s.".formatted(number, MOST_REPLICAS),
                        "write it as %s().replicas(2).".formatted(engine.id()))));
        nodeType.filter(type -> !NODE_TYPE.matcher(type).matches())
                .ifPresent(type -> problems.add(error(
                        "cache/node-type",
                        origin,
                        "The node type (%s) of the cache must be cache, a family and a size, parted by dots."
                                .formatted(type),
                        "write it as %s().nodeType(\"cache.t4g.small\").".formatted(engine.id()))));
        shards.filter(number -> number < 1 || number > MOST_SHARDS)
                .ifPresent(number -> problems.add(error(
                        "cache/shards",
                        origin,
                        "The shards (%s) of the cache must be 1 to %s.".formatted(number, MOST_SHARDS),
                        "write it as %s().clusterMode(3).".formatted(engine.id()))));
        shards.map(number -> number * (1 + replicasIn(place)))
                .filter(nodes -> nodes > NODE_QUOTA && shards.orElse(0) <= MOST_SHARDS)
                .ifPresent(nodes -> problems.add(warning(
                        "cache/nodes",
                        origin,
                        "The nodes (%s) of the cache, shards with their replicas, are more than the %s that an account has at first."
                                .formatted(nodes, NODE_QUOTA),
                        "choose fewer shards or larger nodes, or have the quota raised first.")));
        return problems.build();
    }

    @Override
    public Binding bind(Claim<? extends CacheNeed> claim, Place place) {
        return new CacheClients(List.of(CacheClients.PORT), shards.isPresent()).bind(claim, place);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        List<Service> services = stage.place().servicesWith(CacheNeed.class);
        if (!services.isEmpty()) {
            ReplicationGroups.provision(this, stage, services);
        }
    }

    @Override
    public List<Alarm> alarms(Place place) {
        return place.claims(CacheNeed.class).isEmpty()
                ? List.of()
                : CacheAlarms.of(place.names().environmentWide(CacheStack.ID_LIMIT), shards, 1 + replicasIn(place));
    }

    int replicasIn(Place place) {
        return replicas.orElse(place.environment().isProduction() ? PRODUCTION_REPLICAS : 0);
    }

    String nodeTypeIn(Place place) {
        return nodeType.orElse(place.environment().isProduction() ? LARGE_NODE : SMALL_NODE);
    }
}
