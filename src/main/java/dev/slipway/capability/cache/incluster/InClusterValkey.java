package dev.slipway.capability.cache.incluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.cache.CacheAccess;
import dev.slipway.capability.cache.CacheNeed;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.check.Reserved;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import dev.slipway.render.kubernetes.server.Server;
import java.util.List;
import java.util.stream.Stream;

/**
 * One Valkey in the cluster itself, in which each service has a user of its own and reaches only keys that start with its own
 * name. What it holds is on a volume, and survives a restart.
 *
 * <p>Connections are not encrypted: network policies close it to all but those who declare a cache.
 *
 * <pre>{@code
 * Environment.named("local").with(localCluster(), inClusterValkey().memory(256))
 * }</pre>
 *
 * @param mebibytes that keys and values may take; then those go that were not used for longest
 */
@Declares
public record InClusterValkey(int mebibytes, Origin origin) implements Provider<CacheNeed>, RunsInCluster {
    /** Enough for what eight small services keep at hand. */
    public static final int DEFAULT_MEBIBYTES = 64;

    private static final int LEAST_MEBIBYTES = 16;
    private static final int MOST_MEBIBYTES = 65_536;

    /** With {@value #DEFAULT_MEBIBYTES} MiB. */
    public static InClusterValkey inClusterValkey() {
        return new InClusterValkey(DEFAULT_MEBIBYTES, Origin.here());
    }

    /** MiB for keys and values. */
    public InClusterValkey memory(int newMebibytes) {
        return new InClusterValkey(newMebibytes, origin);
    }

    @Override
    public Class<CacheNeed> meets() {
        return CacheNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> memory = mebibytes >= LEAST_MEBIBYTES && mebibytes <= MOST_MEBIBYTES
                ? Stream.empty()
                : Stream.of(error(
                        "cache/incluster-memory",
                        origin,
                        "The memory (%s MiB) of Valkey in the cluster must be %s to %s MiB."
                                .formatted(mebibytes, LEAST_MEBIBYTES, MOST_MEBIBYTES),
                        "write it as inClusterValkey().memory(%s).".formatted(DEFAULT_MEBIBYTES)));
        return Stream.concat(
                memory,
                Reserved.names(
                        place.platform(),
                        "Valkey in the cluster",
                        List.of(ValkeyServer.NAME, Server.podsOf(ValkeyServer.NAME), "default", ValkeyServer.PROBE)));
    }

    @Override
    public Binding bind(Claim<? extends CacheNeed> claim, Place place) {
        String reason = claim.need().describe();
        GeneratedSecret user = ValkeyServer.userOf(claim.service());
        return Binding.ofVariables(
                        Variable.plain("CACHE_HOST", Server.host(ValkeyServer.NAME, place.names()), reason),
                        Variable.plain("CACHE_PORT", String.valueOf(ValkeyServer.PORT), reason),
                        Variable.plain("CACHE_TLS", "false", reason),
                        user.variable("CACHE_USERNAME", ValkeyServer.USERNAME),
                        user.variable("CACHE_PASSWORD", ValkeyServer.PASSWORD),
                        Variable.plain("CACHE_KEY_PREFIX", CacheAccess.keyPrefix(claim.service()), reason))
                .and(Binding.ofEdges(NetworkEdge.out(
                        new Peer.OfService(ValkeyServer.NAME), ValkeyServer.PORT, reason, claim.origin())))
                .and(Binding.ofSecrets(user));
    }

    @Override
    public void deploy(Manifests manifests) {
        if (!manifests.plan().servicesWith(CacheNeed.class).isEmpty()) {
            new ValkeyServer(manifests.place(), mebibytes).deploy(manifests);
        }
    }
}
