package dev.slipway.render.kubernetes.server;

import dev.slipway.plan.Names;
import dev.slipway.plan.binding.NetworkEdge;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A server in the cluster that keeps data: pods with names and a volume each, behind one Service.
 *
 * <pre>{@code
 * Servers.add(manifests, new Server("valkey", 1, Map.of("valkey", 6379), new Server.Storage("/data", 1), pod, edges));
 * }</pre>
 *
 * @param name of its Service, StatefulSet and all else that it has one of; a DNS label
 * @param replicas how many pods, each with a volume of its own
 * @param ports by name
 * @param edges all ways on the network that its pods have, in and out
 */
public record Server(
        String name,
        int replicas,
        Map<String, Integer> ports,
        Storage storage,
        ServerPod pod,
        List<NetworkEdge> edges) {
    /**
     * What the volume of a pod is.
     *
     * @param path where it is mounted
     * @param gibibytes of the class that the cluster has by default
     */
    public record Storage(String path, int gibibytes) {}

    public Server {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
        edges = List.copyOf(edges);
    }

    /** Where the Service of a server answers: {@code kafka.ordering-local.svc.cluster.local}. */
    public static String host(String name, Names names) {
        return "%s.%s.svc.cluster.local".formatted(name, names.namespace());
    }

    /** The Service that gives each pod a name of its own: {@code kafka-0.kafka-pods.ordering-local.svc.cluster.local}. */
    public static String podsOf(String name) {
        return name + "-pods";
    }
}
