package dev.slipway.trace;

import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Task;
import dev.slipway.platform.Origin;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Why a pod has a way on the network. */
record NetworkTrace(Declarations declarations) {
    /** Of a planned way: the needs that it is of, or that of whoever comes in; else what every pod has. */
    List<Cause> of(ServicePlan service, NetworkEdge edge) {
        List<Cause> own = declarations.causes(
                service,
                binding -> binding.edges().contains(edge)
                        || binding.tasks().stream()
                                .anyMatch(task -> task.edges().contains(edge)));
        if (!own.isEmpty()) {
            return own;
        }
        if (edge.peer() instanceof Peer.OfService caller && edge.direction() == Direction.IN) {
            Peer self = new Peer.OfService(service.name());
            return declarations.service(caller.service()).stream()
                    .flatMap(plan -> declarations
                            .causes(plan, binding -> binding.edges().stream()
                                    .anyMatch(out -> out.peer().equals(self) && out.port() == edge.port()))
                            .stream())
                    .toList();
        }
        Origin origin =
                edge.origin().line() > 0 ? edge.origin() : service.service().origin();
        return List.of(new Cause(Cause.DEFAULT + edge.reason(), origin));
    }

    /** Of a rule in a NetworkPolicy of a service or one of its tasks. */
    List<Cause> of(ServicePlan service, String owner, Direction direction, Tree rule) {
        List<NetworkEdge> edges = service.tasks().stream()
                .filter(task -> task.name().equals(owner))
                .findFirst()
                .map(Task::edges)
                .orElse(service.edges());
        Set<Cause> causes = new LinkedHashSet<>();
        edges.stream()
                .filter(edge -> edge.direction() == direction && allows(rule, edge))
                .forEach(edge -> causes.addAll(of(service, edge)));
        return new ArrayList<>(causes);
    }

    private boolean allows(Tree rule, NetworkEdge edge) {
        boolean hasPort = rule.get("ports").items().stream()
                .anyMatch(port -> port.get("port").text().equals(String.valueOf(edge.port()))
                        && port.get("protocol").text().equals(edge.protocol().name()));
        return hasPort
                && Stream.concat(rule.get("to").items().stream(), rule.get("from").items().stream())
                        .anyMatch(peer -> isPeer(peer, edge.peer()));
    }

    private static boolean isPeer(Tree rendered, Peer peer) {
        if (peer instanceof Peer.OfService service) {
            return rendered.get("podSelector").all().anyMatch(tree -> tree.text()
                            .equals(service.service()))
                    && !rendered.get("namespaceSelector").exists();
        }
        if (peer instanceof Peer.OfPods pods) {
            return rendered.get("namespaceSelector").all().anyMatch(tree -> tree.text()
                    .equals(pods.namespace()));
        }
        if (peer instanceof Peer.OfRange range) {
            return rendered.at("ipBlock.cidr").text().equals(range.range().toString());
        }
        return peer instanceof Peer.OfHost host
                ? rendered.at("ipBlock.except").exists()
                        || rendered.get("domainNames").texts().contains(host.host())
                : rendered.get("ipBlock").exists()
                        && !rendered.at("ipBlock.except").exists();
    }
}
