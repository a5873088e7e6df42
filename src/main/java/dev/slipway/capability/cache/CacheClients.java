package dev.slipway.capability.cache;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import java.util.List;

/**
 * How services reach a cache, of whatever kind: over TLS, as a user of their own.
 *
 * @param ports the first is where clients connect
 * @param isCluster whether keys are spread over shards, which clients have to know
 */
record CacheClients(List<Integer> ports, boolean isCluster) {
    static final int PORT = 6379;

    CacheClients {
        ports = List.copyOf(ports);
    }

    Binding bind(Claim<? extends CacheNeed> claim, Place place) {
        String reason = claim.need().describe();
        String secret = secret(place.names(), claim.service());
        Binding variables = Binding.ofVariables(
                Variable.from("CACHE_HOST", endpoint(place.names()), reason),
                Variable.plain("CACHE_PORT", Integer.toString(ports.get(0)), reason),
                Variable.plain("CACHE_TLS", "true", reason),
                Variable.fromSecret("CACHE_USERNAME", secret, CacheUser.USERNAME, reason),
                Variable.fromSecret("CACHE_PASSWORD", secret, CacheUser.PASSWORD, reason),
                Variable.plain("CACHE_KEY_PREFIX", CacheAccess.keyPrefix(claim.service()), reason));
        Binding known = isCluster
                ? variables.and(Binding.ofVariables(Variable.plain("CACHE_CLUSTER", "true", reason)))
                : variables;
        return known.and(Binding.ofEdges(ports.stream()
                .map(port -> NetworkEdge.out(new Peer.OfSubnets(Tier.ISOLATED), port, reason, claim.origin()))
                .toArray(NetworkEdge[]::new)));
    }

    static Parameter endpoint(Names names) {
        return names.parameter("cache", "endpoint", Parameter.Type.TEXT);
    }

    static String secret(Names names, Service service) {
        return names.secret(service.name(), "cache");
    }
}
