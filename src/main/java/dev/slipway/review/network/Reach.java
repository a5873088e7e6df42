package dev.slipway.review.network;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who can reach whom over TCP in an environment, as network policies decide it: pods that no policy selects are open in a
 * direction, all others closed but for what a policy opens. Before resources of AWS, their security groups decide as well.
 *
 * <pre>{@code
 * Reach.of(synthesis, "prod").way("order", "payment", 8080).isOpen()
 * Reach.of(synthesis, "prod").way("order", "AWS::RDS::DBInstance", 5432).isOpen()
 * Reach.of(synthesis, "prod").way("notification", "smtp.example.com", 587).obstacles()
 * }</pre>
 */
public final class Reach {
    private final Synthesis synthesis;
    private final String environment;
    private final Policies policies;
    private final SecurityGroups securityGroups;

    private Reach(Synthesis synthesis, String environment) {
        this.synthesis = synthesis;
        this.environment = environment;
        this.securityGroups = new SecurityGroups(synthesis, environment);
        this.policies = Policies.of(synthesis, environment);
    }

    /** The ways of an environment, worked out once. */
    public static Reach of(Synthesis synthesis, String environment) {
        return synthesis.derived(Reach.class, environment, () -> new Reach(synthesis, environment));
    }

    /** Whether there is a workload or a Service of a name. */
    public boolean knows(String name) {
        return workloads(name).findFirst().isPresent();
    }

    /** The ways to every port of a workload or Service: each has to be open. */
    public List<Way> ways(Workload from, String name) {
        return ports(name).stream().map(port -> way(from, name, port)).toList();
    }

    /** The ports that a name is served on: those of its Service, or else those that its containers declare. */
    public List<Long> ports(String name) {
        return service(name)
                .map(service -> service.at("spec.ports").items().stream()
                        .flatMap(port -> port.get("port").number().stream())
                        .toList())
                .filter(ports -> !ports.isEmpty())
                .orElseGet(() -> workloads(name)
                        .flatMap(workload -> workload.containers().stream())
                        .flatMap(container -> container.ports().stream())
                        .toList());
    }

    /**
     * The way from a workload to another one, a Service, a resource of AWS behind security groups, an address, a range of addresses
     * or a host.
     *
     * @param to a resource by its name, its logical id or its type: {@code AWS::MSK::Cluster}
     * @param port of the Service where the name is that of one, else of the target
     */
    public Way way(Workload from, String to, long port) {
        Peer.Pods source = policies.pods(from);
        List<Workload> targets = workloads(to).toList();
        List<Guarded> guarded = targets.isEmpty() ? Guarded.called(synthesis, environment, to) : List.of();
        if (!guarded.isEmpty()) {
            return onAws(source, to, guarded, port);
        }
        if (targets.isEmpty()) {
            Peer outside =
                    Cidr.of(to).<Peer>map(cidr -> new Peer.Addresses(to, cidr)).orElseGet(() -> new Peer.Host(to));
            return new Way(from.name(), "%s:%s".formatted(to, port), leaving(source, outside, port));
        }
        List<String> obstacles = new ArrayList<>();
        for (Workload target : targets) {
            Peer.Pods pods = policies.pods(target);
            long listening = targetPort(to, pods, port);
            obstacles.addAll(leaving(source, pods, listening));
            obstacles.addAll(entering(source, pods, listening));
        }
        return new Way(
                from.name(),
                "%s:%s".formatted(to, port),
                obstacles.stream().distinct().toList());
    }

    /** Both planes have to agree; of several that are called so, one that is open will do. */
    private Way onAws(Peer.Pods source, String to, List<Guarded> targets, long port) {
        List<String> obstacles = new ArrayList<>();
        for (Guarded target : targets) {
            List<Peer> peers = target.blocks().isEmpty()
                    ? List.of(new Peer.Somewhere(target.toString()))
                    : target.blocks().stream()
                            .<Peer>map(block -> new Peer.Addresses(block.toString(), block))
                            .toList();
            List<String> own = Stream.concat(
                            peers.stream().flatMap(peer -> leaving(source, peer, port).stream()),
                            securityGroups.obstacles(target, port))
                    .toList();
            if (own.isEmpty()) {
                return new Way(source.toString(), "%s:%s".formatted(to, port), own);
            }
            obstacles.addAll(own);
        }
        return new Way(
                source.toString(),
                "%s:%s".formatted(to, port),
                obstacles.stream().distinct().toList());
    }

    /** The same from a workload by its name. */
    public Way way(String from, String to, long port) {
        return Workload.named(synthesis, environment, from)
                .map(workload -> way(workload, to, port))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no workload (%s) in environment %s.".formatted(from, environment)));
    }

    private Optional<Manifest> service(String name) {
        return synthesis.manifests(environment, "Service").stream()
                .filter(service -> isNamed(service, name))
                .findFirst();
    }

    /** {@code order}, {@code order.shop}, or any longer name that the cluster's DNS gives it. */
    private static boolean isNamed(Manifest object, String name) {
        String full = object.name() + "." + object.namespace();
        return name.equals(object.name())
                || name.equals(full)
                || name.equals(full + ".svc")
                || name.equals(full + ".svc.cluster.local");
    }

    private Stream<Workload> workloads(String name) {
        List<Workload> all = Workload.in(synthesis, environment);
        Optional<Manifest> service = service(name);
        if (service.isPresent()) {
            return all.stream().filter(workload -> selects(service.get(), workload));
        }
        return all.stream()
                .filter(workload -> isNamed(workload.manifest(), name))
                .limit(1);
    }

    private static boolean selects(Manifest service, Workload workload) {
        Map<String, Tree> selector = service.at("spec.selector").fields();
        Tree labels = workload.labels();
        return !selector.isEmpty()
                && workload.namespace().equals(service.namespace())
                && selector.entrySet().stream()
                        .allMatch(label -> labels.get(label.getKey()).equals(label.getValue()));
    }

    /** Policies see the port of the pod, not that of the Service. */
    private long targetPort(String name, Peer.Pods pods, long port) {
        return service(name).stream()
                .flatMap(service -> service.at("spec.ports").items().stream())
                .filter(declared -> declared.get("port").number().equals(Optional.of(port)))
                .findFirst()
                .map(declared -> declared.get("targetPort"))
                .filter(Tree::exists)
                .flatMap(target -> target.number().or(() -> pods.port(target.text())))
                .orElse(port);
    }

    private List<String> leaving(Peer.Pods from, Peer to, long port) {
        return policies.isClosed(from, Policy.Direction.OUT, to, to, port)
                ? List.of("no egress rule of %s admits %s on port %s".formatted(from, to, port))
                : List.of();
    }

    private List<String> entering(Peer.Pods from, Peer.Pods to, long port) {
        return policies.isClosed(to, Policy.Direction.IN, from, to, port)
                ? List.of("no ingress rule of %s admits %s on port %s".formatted(to, from, port))
                : List.of();
    }
}
