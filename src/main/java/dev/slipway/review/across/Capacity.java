package dev.slipway.review.across;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.manifest.Quantities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What pods ask for, what their namespace grants, and what a node has. */
public final class Capacity {
    private static final List<String> RESOURCES = List.of("cpu", "memory");

    private final Planes planes;

    private Capacity(Planes planes) {
        this.planes = planes;
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis).map(Capacity::new).flatMap(capacity -> Stream.of(
                        capacity.quotas(), capacity.ranges(), capacity.nodes())
                .flatMap(findings -> findings));
    }

    /** The most pods that run at a time, without those that a rollout adds. */
    private long most(PodSpec pod) {
        Manifest owner = pod.owner();
        return planes.ofKind("HorizontalPodAutoscaler", "ScaledObject")
                .filter(scaler -> scaler.namespace().equals(owner.namespace())
                        && scaler.at("spec.scaleTargetRef.name").text().equals(owner.name()))
                .flatMap(scaler -> Stream.of("spec.maxReplicas", "spec.maxReplicaCount")
                        .flatMap(field -> scaler.at(field).number().stream()))
                .findFirst()
                .orElseGet(() -> owner.at("spec.replicas").number().orElse(1L));
    }

    private static BigDecimal amount(PodSpec pod, String of, String resource) {
        return pod.spec().get("containers").items().stream()
                .map(container ->
                        container.get("resources").get(of).get(resource).text())
                .flatMap(text -> Quantities.value(text).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<Finding> quotas() {
        return planes.ofKind("ResourceQuota").flatMap(this::exceeded);
    }

    private Stream<Finding> exceeded(Manifest quota) {
        List<Finding> findings = new ArrayList<>();
        for (String of : List.of("requests", "limits")) {
            for (String resource : RESOURCES) {
                Tree hard = quota.at("spec.hard").get(of + "." + resource);
                BigDecimal needed = needed(quota.namespace(), of, resource);
                if (Quantities.value(hard.text())
                        .filter(granted -> granted.compareTo(needed) < 0)
                        .isPresent()) {
                    findings.add(Finding.about(
                            quota,
                            "spec.hard.%s.%s".formatted(of, resource),
                            "(%s) must be at least what the pods of the namespace ask for at their maximum (%s)."
                                    .formatted(hard.text(), shown(needed, resource))));
                }
            }
        }
        return findings.stream();
    }

    private BigDecimal needed(String namespace, String of, String resource) {
        return planes.pods(namespace)
                .filter(pod -> !pod.owner().kind().contains("Job"))
                .map(pod -> amount(pod, of, resource).multiply(BigDecimal.valueOf(most(pod))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<Finding> ranges() {
        return planes.ofKind("LimitRange").flatMap(this::exceeding);
    }

    private Stream<Finding> exceeding(Manifest range) {
        List<Tree> limits = range.at("spec.limits").items().stream()
                .filter(limit -> limit.get("type").text().equals("Container"))
                .toList();
        return planes.pods(range.namespace())
                .flatMap(pod -> limits.stream().flatMap(limit -> exceeding(range, limit, pod)));
    }

    private static Stream<Finding> exceeding(Manifest range, Tree limit, PodSpec pod) {
        List<Finding> findings = new ArrayList<>();
        pod.containers()
                .forEach(container -> RESOURCES.forEach(resource -> {
                    Tree asked = container.tree().at("resources.limits").get(resource);
                    Tree most = limit.get("max").get(resource);
                    if (isMore(asked, most)) {
                        findings.add(Finding.about(
                                pod.owner(),
                                "%s.resources.limits.%s".formatted(container.path(), resource),
                                "(%s) must be at most what the LimitRange %s lets a container have (%s)."
                                        .formatted(asked.text(), range.name(), most.text())));
                    }
                }));
        return findings.stream();
    }

    private static boolean isMore(Tree asked, Tree most) {
        Optional<BigDecimal> one = Quantities.value(asked.text());
        Optional<BigDecimal> other = Quantities.value(most.text());
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) > 0;
    }

    /** A pod that fits on no node: where node groups name their types, the largest is known. */
    private Stream<Finding> nodes() {
        List<InstanceSize> sizes = planes.ofType("AWS::EKS::Nodegroup")
                .flatMap(Capacity::types)
                .flatMap(type -> InstanceSize.of(type).stream())
                .toList();
        return sizes.isEmpty()
                ? Stream.empty()
                : planes.pods().flatMap(pod -> RESOURCES.stream()
                        .filter(resource -> sizes.stream()
                                .noneMatch(
                                        size -> size.amount(resource).compareTo(amount(pod, "requests", resource)) > 0))
                        .map(resource -> Finding.about(
                                pod.owner(),
                                pod.specPath(),
                                "asks for %s (%s) that a node must have; the largest is %s."
                                        .formatted(
                                                resource,
                                                shown(amount(pod, "requests", resource), resource),
                                                InstanceSize.largest(sizes, resource)))));
    }

    private static Stream<String> types(Resource group) {
        return group.property("InstanceTypes").texts().stream();
    }

    private static String shown(BigDecimal amount, String resource) {
        return resource.equals("cpu")
                ? amount.stripTrailingZeros().toPlainString()
                : "%sMi"
                        .formatted(amount.divideToIntegralValue(BigDecimal.valueOf(1L << 20))
                                .toPlainString());
    }
}
