package dev.slipway.review.across;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.network.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A port, the Service before it, the NetworkPolicies of both ends, and the security group of what is outside the cluster. */
public final class PortPaths {
    private static final String GROUP = "AWS::EC2::SecurityGroup";
    private static final String OPENING = "AWS::EC2::SecurityGroupIngress";

    /** Of the cluster's API, which stands in the same subnets behind a group that EKS itself makes. */
    private static final long API_SERVER = 443;

    private final Planes planes;
    private final Policies policies;

    private PortPaths(Planes planes) {
        this.planes = planes;
        this.policies = Policies.of(planes.synthesis(), planes.name());
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis).map(PortPaths::new).flatMap(paths -> Stream.of(
                        paths.services(), paths.variables(), paths.callees(), paths.groups())
                .flatMap(findings -> findings));
    }

    /** A Service whose pods let nobody in. */
    private Stream<Finding> services() {
        return planes.ofKind("Service")
                .filter(service -> !service.at("spec.selector").fields().isEmpty())
                .flatMap(service -> {
                    List<Tree> ports = service.at("spec.ports").items();
                    List<Finding> found = new ArrayList<>();
                    for (int i = 0; i < ports.size(); i++) {
                        Tree target = ports.get(i).get("targetPort").exists()
                                ? ports.get(i).get("targetPort")
                                : ports.get(i).get("port");
                        String field = "spec.ports.%s.targetPort".formatted(i);
                        planes.pods(service.namespace())
                                .filter(pod -> pod.isSubset(service.at("spec.selector")))
                                .filter(pod -> pod.port(target)
                                        .filter(port -> !policies.admitsAnybody(pod.workload(planes), port))
                                        .isPresent())
                                .map(pod -> Finding.about(
                                        service,
                                        field,
                                        "(%s) must be admitted by a NetworkPolicy of the pods of %s."
                                                .formatted(target.text(), pod.owner())))
                                .forEach(found::add);
                    }
                    return found.stream();
                });
    }

    /** A port that a pod is told to use, and may not leave for: {@code DATABASE_HOST} and {@code DATABASE_PORT}. */
    private Stream<Finding> variables() {
        return planes.pods()
                .filter(pod -> policies.closesOut(pod.workload(planes)))
                .flatMap(pod -> {
                    Map<String, String> variables = pod.variables(planes);
                    return variables.entrySet().stream()
                            .filter(variable -> variable.getKey().endsWith("_PORT"))
                            .filter(variable ->
                                    variables.containsKey(variable.getKey().replaceFirst("_PORT$", "_HOST")))
                            .filter(variable -> variable.getValue().matches("\\d{1,5}"))
                            .filter(variable -> ofPod(pod, variable, variables)
                                    .noneMatch(port -> policies.leaves(pod.workload(planes), port)))
                            .map(variable -> Finding.about(
                                    pod.owner(),
                                    pod.specPath(),
                                    "uses port (%s) by variable %s, for which a NetworkPolicy must let its pods leave."
                                            .formatted(variable.getValue(), variable.getKey())));
                });
    }

    /** The ports that a policy must open: those of the pods where the host is a Service, or else the one that is told. */
    private Stream<Long> ofPod(PodSpec pod, Map.Entry<String, String> variable, Map<String, String> variables) {
        long told = Long.parseLong(variable.getValue());
        String host = variables.getOrDefault(variable.getKey().replaceFirst("_PORT$", "_HOST"), "");
        List<Long> ports = planes.find("Service", pod.owner().namespace(), host.replaceFirst("\\..*", "")).stream()
                .flatMap(service -> service.at("spec.ports").items().stream()
                        .filter(port -> port.get("port").number().equals(Optional.of(told)))
                        .map(port -> port.get("targetPort"))
                        .flatMap(target -> planes.pods(service.namespace())
                                .filter(callee -> callee.isSubset(service.at("spec.selector")))
                                .flatMap(callee -> callee.port(target).stream())))
                .toList();
        return ports.isEmpty() ? Stream.of(told) : ports.stream();
    }

    /** What one end lets out and the other does not let in. */
    private Stream<Finding> callees() {
        return planes.ofKind("NetworkPolicy").flatMap(policy -> {
            List<Tree> rules = policy.at("spec.egress").items();
            List<Finding> found = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                found.addAll(callees(policy, "spec.egress." + i, rules.get(i)));
            }
            return found.stream();
        });
    }

    private List<Finding> callees(Manifest policy, String field, Tree rule) {
        List<PodSpec> sources = planes.pods(policy.namespace())
                .filter(pod -> pod.matches(policy.at("spec.podSelector")))
                .toList();
        List<Finding> found = new ArrayList<>();
        for (Tree peer : rule.get("to").items()) {
            if (!peer.get("podSelector").exists()
                    || peer.get("namespaceSelector").exists()) {
                continue;
            }
            planes.pods(policy.namespace())
                    .filter(pod -> pod.matches(peer.get("podSelector")))
                    .forEach(callee -> rule.get("ports").items().stream()
                            .flatMap(port -> callee.port(port.get("port")).stream())
                            .filter(port -> sources.stream()
                                    .anyMatch(pod ->
                                            !policies.admits(callee.workload(planes), pod.workload(planes), port)))
                            .map(port -> Finding.about(
                                    policy,
                                    field,
                                    "lets pods leave for port (%s) of %s, which must let them in."
                                            .formatted(port, callee.owner())))
                            .forEach(found::add));
        }
        return found;
    }

    /** A way into the subnets of the environment that no security group there admits. */
    private Stream<Finding> groups() {
        Set<String> subnets = planes.ofType("AWS::EC2::Subnet")
                .map(subnet -> subnet.property("CidrBlock").text())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Tree> openings = openings();
        return planes.ofKind("NetworkPolicy")
                .filter(policy -> !subnets.isEmpty())
                .flatMap(policy -> policy.at("spec.egress").items().stream()
                        .filter(rule -> rule.get("to").items().stream()
                                .anyMatch(peer ->
                                        subnets.contains(peer.at("ipBlock.cidr").text())))
                        .flatMap(rule -> rule.get("ports").items().stream())
                        .map(port -> port.get("port"))
                        .filter(port -> port.number()
                                .filter(number -> number != API_SERVER
                                        && openings.stream().noneMatch(opening -> admits(opening, number)))
                                .isPresent())
                        .map(port -> Finding.about(
                                policy,
                                "spec.egress",
                                "lets pods leave for port (%s) of the subnets of environment %s, which a security group there must admit."
                                        .formatted(port.text(), planes.name()))));
    }

    private List<Tree> openings() {
        Stream<Tree> inline =
                planes.ofType(GROUP).flatMap(group -> group.property("SecurityGroupIngress").items().stream());
        Stream<Tree> apart = planes.ofType(OPENING).map(Resource::tree).map(tree -> tree.get("Properties"));
        return Stream.concat(inline, apart).toList();
    }

    private static boolean admits(Tree opening, long port) {
        Optional<Long> from = opening.get("FromPort").number();
        Optional<Long> to = opening.get("ToPort").number();
        return opening.get("IpProtocol").text().equals("-1") || (from.orElse(0L) <= port && port <= to.orElse(65_535L));
    }
}
