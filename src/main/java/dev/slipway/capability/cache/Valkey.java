package dev.slipway.capability.cache;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.operation.Watched;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Environment;
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
 * One ElastiCache for Valkey for the environment, in which each service has a user of its own and reaches only keys
 * that start with its own name.
 *
 * <pre>{@code
 * Environment.named("prod").production().with(valkey().replicas(2).nodeType("cache.r7g.large"))
 * }</pre>
 *
 * @param replicas beside the primary; by default none, and in production two
 * @param nodeType by default {@value #SMALL_NODE}, and in production {@value #LARGE_NODE}
 */
@Declares
public record Valkey(OptionalInt replicas, Optional<String> nodeType, Origin origin)
        implements Provider<CacheNeed>, ProvisionsOnAws, Watched {
    public static final String SMALL_NODE = "cache.t4g.micro";
    public static final String LARGE_NODE = "cache.r7g.large";

    /** So that one zone can fail while another is being patched. */
    private static final int PRODUCTION_REPLICAS = 2;

    /** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html. */
    private static final int MOST_REPLICAS = 5;

    private static final Pattern NODE_TYPE = Pattern.compile("cache\\.[a-z][a-z0-9]*\\.[a-z0-9]+");

    static final int PORT = 6379;

    public static Valkey valkey() {
        return new Valkey(OptionalInt.empty(), Optional.empty(), Origin.here());
    }

    /** Copies that answer reads and take over when the primary fails: 0 to 5. */
    public Valkey replicas(int number) {
        return new Valkey(OptionalInt.of(number), nodeType, origin);
    }

    /** The size of each node: {@code nodeType("cache.t4g.small")}. */
    public Valkey nodeType(String type) {
        return new Valkey(replicas, Optional.of(type), origin);
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
                        "write it as valkey().replicas(2).")));
        nodeType.filter(type -> !NODE_TYPE.matcher(type).matches())
                .ifPresent(type -> problems.add(error(
                        "cache/node-type",
                        origin,
                        "The node type (%s) of the cache must be cache, a family and a size, parted by dots."
                                .formatted(type),
                        "write it as valkey().nodeType(\"cache.t4g.small\").")));
        return problems.build();
    }

    @Override
    public Binding bind(Claim<? extends CacheNeed> claim, Place place) {
        String reason = claim.need().describe();
        String secret = secret(place.names(), claim.service());
        return Binding.ofVariables(
                        Variable.from("CACHE_HOST", endpoint(place.names()), reason),
                        Variable.plain("CACHE_PORT", Integer.toString(PORT), reason),
                        Variable.plain("CACHE_TLS", "true", reason),
                        Variable.fromSecret("CACHE_USERNAME", secret, ValkeyUser.USERNAME, reason),
                        Variable.fromSecret("CACHE_PASSWORD", secret, ValkeyUser.PASSWORD, reason),
                        Variable.plain("CACHE_KEY_PREFIX", keyPrefix(claim.service()), reason))
                .and(Binding.ofEdges(NetworkEdge.out(new Peer.OfSubnets(Tier.ISOLATED), PORT, reason, claim.origin())));
    }

    static Parameter endpoint(Names names) {
        return names.parameter("cache", "endpoint", Parameter.Type.TEXT);
    }

    static String secret(Names names, Service service) {
        return names.secret(service.name(), "cache");
    }

    static String keyPrefix(Service service) {
        return service.name() + ":";
    }

    @Override
    public void provision(EnvironmentStage stage) {
        List<Service> users = stage.place().servicesWith(CacheNeed.class);
        if (!users.isEmpty()) {
            Environment environment = stage.plan().environment();
            new CacheStack(stage.stack("cache")).add(replicasIn(environment), nodeTypeIn(environment), users);
        }
    }

    @Override
    public List<Alarm> alarms(Place place) {
        return place.claims(CacheNeed.class).isEmpty()
                ? List.of()
                : ValkeyAlarms.of(CacheStack.id(place.names()), 1 + replicasIn(place.environment()));
    }

    private int replicasIn(Environment environment) {
        return replicas.orElse(environment.isProduction() ? PRODUCTION_REPLICAS : 0);
    }

    private String nodeTypeIn(Environment environment) {
        return nodeType.orElse(environment.isProduction() ? LARGE_NODE : SMALL_NODE);
    }
}
