package dev.slipway.review.network;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The network policies of an environment, over TCP: pods that none selects are open in a direction, all others closed but for what one
 * opens.
 *
 * <pre>{@code
 * Policies.of(synthesis, "prod").leaves(order, 5432)
 * }</pre>
 */
public final class Policies {
    private static final String NAME = "kubernetes.io/metadata.name";

    private final List<Policy> all;
    private final Map<String, Tree> namespaces = new LinkedHashMap<>();
    private final Map<String, Closed> closed = new ConcurrentHashMap<>();

    /** The policies that close pods, by direction. */
    private record Closed(List<Policy> in, List<Policy> out) {}

    private Policies(Synthesis synthesis, String environment) {
        this.all = Stream.of("NetworkPolicy", "ApplicationNetworkPolicy")
                .flatMap(kind -> synthesis.manifests(environment, kind).stream())
                .map(Policy::of)
                .toList();
        synthesis
                .manifests(environment, "Namespace")
                .forEach(namespace ->
                        namespaces.put(namespace.name(), labels(namespace.name(), namespace.at("metadata.labels"))));
    }

    /** The policies of an environment, read once. */
    public static Policies of(Synthesis synthesis, String environment) {
        return synthesis.derived(Policies.class, environment, () -> new Policies(synthesis, environment));
    }

    private static Tree labels(String namespace, Tree labels) {
        Map<String, Object> all = new LinkedHashMap<>();
        labels.fields().forEach((key, value) -> all.put(key, value.text()));
        all.put(NAME, namespace);
        return Tree.of(all);
    }

    /** Whether pods may leave only where a policy lets them. */
    public boolean closesOut(Workload pods) {
        return !closing(pods(pods), Policy.Direction.OUT).isEmpty();
    }

    /** Whether pods may leave for a port, wherever to. */
    public boolean leaves(Workload pods, long port) {
        return isOpen(pods(pods), Policy.Direction.OUT, port);
    }

    /** Whether somebody, whoever that is, may reach a port of pods. */
    public boolean admitsAnybody(Workload pods, long port) {
        return isOpen(pods(pods), Policy.Direction.IN, port);
    }

    /** Whether pods may reach a port of other pods, as far as these decide it. */
    public boolean admits(Workload pods, Workload from, long port) {
        Peer.Pods target = pods(pods);
        return !isClosed(target, Policy.Direction.IN, pods(from), target, port);
    }

    private boolean isOpen(Peer.Pods pods, Policy.Direction direction, long port) {
        List<Policy> closing = closing(pods, direction);
        return closing.isEmpty() || closing.stream().anyMatch(policy -> policy.opens(direction, pods, port));
    }

    /** Whether what closes pods in a direction opens no way from or to a peer. */
    boolean isClosed(Peer.Pods pods, Policy.Direction direction, Peer peer, Peer target, long port) {
        List<Policy> closing = closing(pods, direction);
        return !closing.isEmpty() && closing.stream().noneMatch(policy -> policy.opens(direction, peer, target, port));
    }

    Peer.Pods pods(Workload workload) {
        String namespace = workload.namespace();
        Tree labels = namespaces.get(namespace);
        return new Peer.Pods(workload, labels == null ? labels(namespace, Tree.NOTHING) : labels);
    }

    private List<Policy> closing(Peer.Pods pods, Policy.Direction direction) {
        Manifest manifest = pods.workload().manifest();
        String key = manifest.kind() + "/" + manifest.namespace() + "/" + manifest.name();
        Closed found = closed.computeIfAbsent(
                key, name -> new Closed(isolating(pods, Policy.Direction.IN), isolating(pods, Policy.Direction.OUT)));
        return direction == Policy.Direction.IN ? found.in() : found.out();
    }

    private List<Policy> isolating(Peer.Pods pods, Policy.Direction direction) {
        return all.stream().filter(policy -> policy.isolates(pods, direction)).toList();
    }
}
