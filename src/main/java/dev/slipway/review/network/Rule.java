package dev.slipway.review.network;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;

/** What a network policy opens: ports, and whom to or from; an empty list is any. */
record Rule(List<Port> ports, List<Whom> peers) {
    /** A port by number or name, or a range of numbers. */
    record Port(boolean isTcp, Tree port, Optional<Long> number, Optional<Long> last) {
        static Port of(Tree tree) {
            String protocol = tree.get("protocol").text();
            return new Port(
                    protocol.isEmpty() || protocol.equals("TCP"),
                    tree.get("port"),
                    tree.get("port").number(),
                    tree.get("endPort").number());
        }

        boolean covers(Peer target, long wanted) {
            if (!isTcp || !port.exists()) {
                return isTcp;
            }
            long first = number.or(() -> named(target)).orElse(-1L);
            return first >= 0 && first <= wanted && wanted <= last.orElse(first);
        }

        private Optional<Long> named(Peer target) {
            return target instanceof Peer.Pods pods ? pods.port(port.text()) : Optional.empty();
        }
    }

    /** Pods by labels, addresses, or hosts by name. */
    record Whom(
            String namespace,
            boolean isPods,
            Optional<Selector> namespaces,
            Selector pods,
            Optional<Cidr> block,
            List<Cidr> except,
            List<String> hosts) {
        private static final Cidr EVERYTHING = Cidr.of("0.0.0.0/0").orElseThrow();

        static Whom of(String namespace, Tree peer) {
            Tree namespaces = peer.get("namespaceSelector");
            return new Whom(
                    namespace,
                    namespaces.exists() || peer.get("podSelector").exists(),
                    namespaces.exists() ? Optional.of(new Selector(namespaces)) : Optional.empty(),
                    new Selector(peer.get("podSelector")),
                    Cidr.of(peer.at("ipBlock.cidr").text()),
                    peer.at("ipBlock.except").texts().stream()
                            .flatMap(text -> Cidr.of(text).stream())
                            .toList(),
                    peer.get("domainNames").texts());
        }

        boolean covers(Peer wanted) {
            if (wanted instanceof Peer.Addresses addresses) {
                return block.isPresent()
                        && block.get().contains(addresses.cidr())
                        && except.stream().noneMatch(range -> range.overlaps(addresses.cidr()));
            }
            if (wanted instanceof Peer.Somewhere) {
                return block.isPresent();
            }
            if (wanted instanceof Peer.Host host) {
                return hosts.stream().anyMatch(host::isNamedBy) || isEverywhere();
            }
            return isPods && wanted instanceof Peer.Pods target && takes(target);
        }

        private boolean takes(Peer.Pods target) {
            boolean isPlaced = namespaces
                    .map(selector -> selector.takes(target.namespaceLabels()))
                    .orElseGet(() -> target.namespace().equals(namespace));
            return isPlaced && pods.takes(target.workload().labels());
        }

        /** The address of a host may be any public one. */
        private boolean isEverywhere() {
            return block.isPresent()
                    && block.get().contains(EVERYTHING)
                    && except.stream().allMatch(PrivateRanges::contain);
        }
    }

    static Rule of(String namespace, Tree rule, String peers) {
        return new Rule(
                rule.get("ports").items().stream().map(Port::of).toList(),
                rule.get(peers).items().stream()
                        .map(peer -> Whom.of(namespace, peer))
                        .toList());
    }

    /** Whether it opens a port, to whomever. */
    boolean opens(Peer target, long port) {
        return ports.isEmpty() || ports.stream().anyMatch(declared -> declared.covers(target, port));
    }

    boolean opens(Peer peer, Peer target, long port) {
        return opens(target, port) && (peers.isEmpty() || peers.stream().anyMatch(whom -> whom.covers(peer)));
    }
}
