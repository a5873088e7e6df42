package dev.slipway.review.cost.meter;

import static dev.slipway.review.cost.meter.Quantity.hours;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.cost.usage.Assumption;
import dev.slipway.review.cost.usage.NodeType;
import dev.slipway.review.cost.usage.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What objects in a cluster on AWS have made there, beside what templates make: nodes, load balancers, disks.
 *
 * <pre>{@code
 * ClusterMeters.of(synthesis, "prod", Usage.usual())
 * }</pre>
 */
public final class ClusterMeters {
    private static final String KUBERNETES = "kubernetes";
    private static final String CLUSTER = "AWS::EKS::Cluster";

    /** Controllers that make an Application Load Balancer for each group of Ingresses. */
    private static final List<String> LOAD_BALANCING = List.of("eks.amazonaws.com/alb", "ingress.k8s.aws/alb");

    /** Zones in which a load balancer is, as the network of an environment has them. */
    private static final int ZONES = 3;

    private static final String DISK_PROVISIONER = "ebs.csi";

    private ClusterMeters() {}

    /** Nothing where an environment has no stack on AWS, as one on a laptop. */
    public static List<Metered> of(Synthesis synthesis, String environment, Usage usage) {
        List<Manifest> objects = synthesis.manifests(environment);
        if (synthesis.templates(environment).isEmpty() || objects.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        nodes(synthesis, environment, usage),
                        loadBalancers(synthesis, environment, usage),
                        disks(synthesis, environment))
                .flatMap(Function.identity())
                .toList();
    }

    /** Of Auto Mode, which adds as many as pods need. Those of a node group are resources, and those of an existing cluster are its own. */
    private static Stream<Metered> nodes(Synthesis synthesis, String environment, Usage usage) {
        List<Resource> clusters = synthesis.resources(environment, CLUSTER);
        if (clusters.isEmpty()) {
            Quantity unknown = Quantity.fixed("existing-cluster/nodes", BigDecimal.ONE, "month");
            return Stream.of(new Metered("nodes", KUBERNETES, "nodes of an existing cluster", unknown));
        }
        if (!clusters.get(0).property("ComputeConfig.Enabled").isTrue()) {
            return Stream.empty();
        }
        long nodes = count(Workload.of(synthesis, environment), usage);
        NodeType type = usage.node();
        BigDecimal disk = usage.of(Assumption.NODE_DISK_GB).multiply(BigDecimal.valueOf(nodes));
        return Stream.of(
                        assumedHours("ec2/" + type.name(), nodes),
                        assumedHours("eks/auto-mode/" + type.name(), nodes),
                        Quantity.assumed("ebs/gp3", disk, "GB-month", Assumption.NODE_DISK_GB))
                .map(quantity -> new Metered("nodes", KUBERNETES, "EKS Auto Mode nodes", quantity));
    }

    private static Quantity assumedHours(String item, long nodes) {
        return Quantity.assumed(
                item, Quantity.HOURS.multiply(BigDecimal.valueOf(nodes)), "hour", Assumption.NODE_SHARE);
    }

    /** As many as hold what all pods ask for, in cores and in memory; one at least. */
    static long count(List<Workload> workloads, Usage usage) {
        BigDecimal cores =
                workloads.stream().map(Workload::allCores).reduce(usage.of(Assumption.ADDON_CORES), BigDecimal::add);
        BigDecimal memory =
                workloads.stream().map(Workload::allMemory).reduce(usage.of(Assumption.ADDON_GB), BigDecimal::add);
        BigDecimal share = usage.of(Assumption.NODE_SHARE);
        long byCores = nodes(cores, usage.node().cores().multiply(share));
        long byMemory = nodes(memory, usage.node().memory().multiply(share));
        return Math.max(1, Math.max(byCores, byMemory));
    }

    private static long nodes(BigDecimal asked, BigDecimal each) {
        return asked.divide(each, 0, RoundingMode.CEILING).longValueExact();
    }

    private static Stream<Metered> loadBalancers(Synthesis synthesis, String environment, Usage usage) {
        List<String> classes = synthesis.manifests(environment, "IngressClass").stream()
                .filter(type ->
                        LOAD_BALANCING.contains(type.at("spec.controller").text()))
                .map(Manifest::name)
                .toList();
        boolean isUsed = synthesis.manifests(environment, "Ingress").stream()
                .anyMatch(ingress ->
                        classes.contains(ingress.at("spec.ingressClassName").text()));
        boolean isPublic = synthesis.manifests(environment, "IngressClassParams").stream()
                .anyMatch(parameters -> parameters.at("spec.scheme").text().equals("internet-facing"));
        Stream<Metered> shared = isUsed
                ? NetworkMeters.loadBalancer(usage, isPublic, ZONES)
                        .map(quantity -> new Metered(
                                String.join(", ", classes), KUBERNETES, "Application Load Balancer", quantity))
                : Stream.empty();
        Stream<Metered> each = synthesis.manifests(environment, "Service").stream()
                .filter(service -> service.at("spec.type").text().equals("LoadBalancer"))
                .map(service ->
                        new Metered(service.name(), KUBERNETES, "Network Load Balancer", hours("elb/network", 1)));
        return Stream.concat(shared, each);
    }

    private static Stream<Metered> disks(Synthesis synthesis, String environment) {
        boolean areDisks = synthesis.manifests(environment, "StorageClass").stream()
                .anyMatch(type -> type.at("provisioner").text().startsWith(DISK_PROVISIONER));
        if (!areDisks) {
            return Stream.empty();
        }
        Stream<Metered> templates = Workload.of(synthesis, environment).stream()
                .flatMap(workload -> workload.owner().at("spec.volumeClaimTemplates").items().stream()
                        .map(claim -> disk(
                                workload.owner().name(),
                                Amounts.of(claim.at("spec.resources.requests.storage")
                                                .text())
                                        .multiply(workload.replicas()))));
        Stream<Metered> claims = synthesis.manifests(environment, "PersistentVolumeClaim").stream()
                .map(claim -> disk(
                        claim.name(),
                        Amounts.of(claim.at("spec.resources.requests.storage").text())));
        return Stream.concat(templates, claims);
    }

    private static Metered disk(String name, BigDecimal bytes) {
        return new Metered(
                name, KUBERNETES, "PersistentVolumeClaim", ComputeMeters.disk("gp3", bytes.divide(Amounts.GIBIBYTE)));
    }
}
