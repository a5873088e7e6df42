package dev.slipway.review.network;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A NetworkPolicy, or one of EKS Auto Mode that also knows hosts by name:
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/.
 */
record Policy(Manifest manifest) {
    private static final Cidr EVERYTHING = Cidr.of("0.0.0.0/0").orElseThrow();
    private static final String INGRESS = "Ingress";
    private static final String EGRESS = "Egress";
    private static final String TCP = "TCP";

    /** A way, or the other. */
    enum Direction {
        OUT(EGRESS, "egress", "to"),
        IN(INGRESS, "ingress", "from");

        private final String type;
        private final String rules;
        private final String peers;

        Direction(String type, String rules, String peers) {
            this.type = type;
            this.rules = rules;
            this.peers = peers;
        }
    }

    /** Whether pods are closed in a direction but for what policies like this one open. */
    boolean isolates(Peer.Pods pods, Direction direction) {
        return manifest.namespace().equals(pods.namespace())
                && new Selector(manifest.at("spec.podSelector"))
                        .takes(pods.workload().labels())
                && isOf(direction);
    }

    /** Without types, it is one of ingress, and of egress where it has rules for that. */
    private boolean isOf(Direction direction) {
        List<String> types = manifest.at("spec.policyTypes").texts();
        return types.isEmpty()
                ? direction == Direction.IN || manifest.at("spec.egress").exists()
                : types.contains(direction.type);
    }

    /** Whether it opens a way from or to a peer, on a port of the target. */
    boolean opens(Direction direction, Peer peer, Peer target, long port) {
        return manifest.at("spec").get(direction.rules).items().stream()
                .anyMatch(rule -> ports(rule.get("ports"), target, port) && peers(rule.get(direction.peers), peer));
    }

    private static boolean ports(Tree ports, Peer target, long wanted) {
        return ports.items().isEmpty() || ports.items().stream().anyMatch(port -> port(port, target, wanted));
    }

    private static boolean port(Tree port, Peer target, long wanted) {
        String protocol = port.get("protocol").text();
        if (!protocol.isEmpty() && !protocol.equals(TCP)) {
            return false;
        }
        Tree named = port.get("port");
        if (!named.exists()) {
            return true;
        }
        Optional<Long> number =
                named.number().or(() -> target instanceof Peer.Pods pods ? pods.port(named.text()) : Optional.empty());
        long last = port.get("endPort").number().orElse(number.orElse(-1L));
        return number.isPresent() && number.get() <= wanted && wanted <= last;
    }

    private boolean peers(Tree peers, Peer wanted) {
        return peers.items().isEmpty() || peers.items().stream().anyMatch(peer -> peer(peer, wanted));
    }

    private boolean peer(Tree peer, Peer wanted) {
        Tree block = peer.get("ipBlock");
        if (wanted instanceof Peer.Addresses addresses) {
            return block.exists() && covers(block, addresses.cidr());
        }
        if (wanted instanceof Peer.Host host) {
            return peer.get("domainNames").texts().stream().anyMatch(host::isNamedBy) || isEverywhere(block);
        }
        return !block.exists() && wanted instanceof Peer.Pods pods && selects(peer, pods);
    }

    private boolean selects(Tree peer, Peer.Pods pods) {
        Tree namespaces = peer.get("namespaceSelector");
        Tree labels = peer.get("podSelector");
        boolean isPlaced = namespaces.exists()
                ? new Selector(namespaces).takes(pods.namespaceLabels())
                : pods.namespace().equals(manifest.namespace());
        return (namespaces.exists() || labels.exists())
                && isPlaced
                && new Selector(labels).takes(pods.workload().labels());
    }

    private static boolean covers(Tree block, Cidr wanted) {
        return Cidr.of(block.get("cidr").text()).filter(cidr -> cidr.contains(wanted)).isPresent()
                && block.get("except").texts().stream()
                        .flatMap(except -> Cidr.of(except).stream())
                        .noneMatch(except -> except.overlaps(wanted));
    }

    /** A host's address may be any public one. */
    private static boolean isEverywhere(Tree block) {
        return Cidr.of(block.get("cidr").text())
                        .filter(cidr -> cidr.contains(EVERYTHING))
                        .isPresent()
                && block.get("except").texts().stream()
                        .flatMap(except -> Cidr.of(except).stream())
                        .allMatch(PrivateRanges::contain);
    }
}
