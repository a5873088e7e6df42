package dev.slipway.review.difference.path;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.difference.shift.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the pods of an environment may accept and reach: what all policies together that select them let through, and everything
 * where none does. Pods that are not rendered here are looked at too, as those which only a policy of the whole namespace holds.
 */
final class NetworkPolicies {
    private static final Set<String> KINDS = new TreeSet<>(List.of("NetworkPolicy", "ApplicationNetworkPolicy"));

    private final String environment;
    private final List<Manifest> policies;

    private NetworkPolicies(Synthesis side, String environment) {
        this.environment = environment;
        this.policies = side.manifests(environment).stream()
                .filter(manifest -> KINDS.contains(manifest.kind()))
                .toList();
    }

    static Stream<Path> of(Synthesis side, String environment) {
        NetworkPolicies policies = new NetworkPolicies(side, environment);
        return Pods.of(side, environment).flatMap(policies::paths);
    }

    private Stream<Path> paths(Pods pods) {
        return Stream.concat(
                paths(pods, "Ingress", "ingress", "from", "accept"), paths(pods, "Egress", "egress", "to", "reach"));
    }

    private Stream<Path> paths(Pods pods, String type, String field, String side, String verb) {
        List<Manifest> selecting = policies.stream()
                .filter(policy -> policy.namespace().equals(pods.namespace()))
                .filter(policy -> types(policy).contains(type))
                .filter(policy ->
                        new dev.slipway.review.network.Selector(policy.at("spec.podSelector")).takes(pods.labels()))
                .toList();
        if (selecting.isEmpty()) {
            return Stream.of(path(pods, verb, Ports.ALL, Peer.ANYWHERE));
        }
        return selecting.stream()
                .flatMap(policy -> policy.at("spec." + field).items().stream())
                .flatMap(rule -> peers(rule.get(side), pods.namespace())
                        .flatMap(peer -> ports(rule.get("ports")).map(ports -> path(pods, verb, ports, peer))));
    }

    private Path path(Pods pods, String verb, Ports ports, Peer peer) {
        return new Path(Kind.NETWORK_POLICY, environment, pods.name(), verb, ports, peer);
    }

    private static List<String> types(Manifest policy) {
        List<String> types = policy.at("spec.policyTypes").texts();
        if (!types.isEmpty()) {
            return types;
        }
        return policy.at("spec.egress").exists() ? List.of("Ingress", "Egress") : List.of("Ingress");
    }

    private static Stream<Peer> peers(Tree peers, String namespace) {
        return peers.items().isEmpty()
                ? Stream.of(Peer.ANYWHERE)
                : peers.items().stream().flatMap(peer -> peer(peer, namespace));
    }

    private static Stream<Peer> peer(Tree peer, String namespace) {
        if (peer.get("ipBlock").exists()) {
            return Stream.of(Peer.block(
                    peer.at("ipBlock.cidr").text(), peer.at("ipBlock.except").texts()));
        }
        if (peer.get("domainNames").exists()) {
            return peer.get("domainNames").texts().stream().map(Peer::of);
        }
        Selector pods = Selector.of(peer.get("podSelector"));
        Selector namespaces = peer.get("namespaceSelector").exists()
                ? Selector.of(peer.get("namespaceSelector"))
                : Selector.ofNamespace(namespace);
        return Stream.of(Peer.pods(namespaces.requirements(), pods.requirements(), text(pods, namespaces, namespace)));
    }

    private static String text(Selector pods, Selector namespaces, String own) {
        String which = pods.requirements().isEmpty() ? "all pods" : "pods " + pods;
        if (namespaces.equals(Selector.ofNamespace(own))) {
            return which;
        }
        return which + (namespaces.requirements().isEmpty() ? " of every namespace" : " of namespace " + namespaces);
    }

    private static Stream<Ports> ports(Tree ports) {
        if (ports.items().isEmpty()) {
            return Stream.of(Ports.ALL);
        }
        List<Ports> all = new ArrayList<>();
        for (Tree port : ports.items()) {
            String protocol =
                    port.get("protocol").exists() ? port.get("protocol").text() : "TCP";
            String lower = protocol.toLowerCase(Locale.ROOT);
            Tree number = port.get("port");
            if (!number.exists()) {
                all.add(new Ports(lower, 0, Ports.LAST, ""));
            } else if (number.number().isPresent()) {
                long from = number.number().get();
                all.add(new Ports(lower, from, port.get("endPort").number().orElse(from), ""));
            } else {
                all.add(new Ports(lower, 0, 0, number.text()));
            }
        }
        return all.stream();
    }
}
