package dev.slipway.addon;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.cluster.EksNodeGroups;
import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.ChartChange;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cluster Autoscaler, which adds nodes to the groups of {@code eksNodeGroups()} when pods find no room, and takes empty ones away; such an environment has it unless it says otherwise. Its role is part of the cluster.
 *
 * <pre>{@code
 * Environment.named("dev").with(clusterAutoscaler())
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record ClusterAutoscaler(List<ChartChange> changes, Origin origin) implements Addon {
    /** The higher number first, by the names that CloudFormation gives the groups: Spot, and what has no room there on demand. */
    private static final Map<String, List<String>> EXPANDER_PRIORITIES = priorities();

    /** The user that its image is made for. */
    private static final int NOBODY = 65_534;

    public ClusterAutoscaler {
        changes = List.copyOf(changes);
    }

    public static ClusterAutoscaler clusterAutoscaler() {
        return new ClusterAutoscaler(List.of(), Origin.here());
    }

    /** With another version or other values of its chart: {@code with(value("replicaCount", 2))}. */
    public ClusterAutoscaler with(ChartChange... more) {
        return new ClusterAutoscaler(
                Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return "cluster-autoscaler";
    }

    @Override
    public HelmChart chart(Place place) {
        HelmChart chart = Catalogue.CLUSTER_AUTOSCALER
                .chart()
                .namespace("kube-system")
                .value("fullnameOverride", name())
                .value("rbac.serviceAccount.name", name())
                .value("autoDiscovery.clusterName", place.clusterName())
                .value("awsRegion", place.target().region())
                .value("replicaCount", place.environment().isProduction() ? 2 : 1)
                .value("extraArgs.balance-similar-node-groups", true)
                .value("extraArgs.skip-nodes-with-system-pods", false)
                .value("extraArgs.expander", "priority,least-waste")
                .value("expanderPriorities", EXPANDER_PRIORITIES)
                .value("nodeSelector", OnDemandNodes.SELECTOR)
                .value("tolerations", OnDemandNodes.TOLERATIONS)
                .value("securityContext.runAsNonRoot", true)
                .value("securityContext.runAsUser", NOBODY)
                .value("securityContext.seccompProfile.type", "RuntimeDefault")
                .value("containerSecurityContext.allowPrivilegeEscalation", false)
                .value("containerSecurityContext.readOnlyRootFilesystem", true)
                .value("containerSecurityContext.capabilities.drop", List.of("ALL"))
                .value("resources", Requests.of("100m", "300Mi"));
        return image(place)
                .map(tag -> chart.value("image.tag", tag))
                .orElse(chart)
                .with(changes);
    }

    /** It has to be of the cluster's own minor version, of which the chart knows one only. */
    private static Optional<String> image(Place place) {
        return place.choice(Cluster.class).flatMap(cluster -> Catalogue.autoscalerFor(cluster.kubernetesVersion()));
    }

    @Override
    public Stream<Problem> problems(Place place) {
        return place.choice(Cluster.class).stream()
                .filter(cluster -> !(cluster instanceof EksNodeGroups))
                .map(cluster -> error(
                        "addon/cluster-autoscaler",
                        origin,
                        "The cluster (%s) of environment %s has no node groups that Cluster Autoscaler could change; it must be eksNodeGroups()."
                                .formatted(
                                        cluster.getClass().getSimpleName(),
                                        place.environment().name()),
                        "remove clusterAutoscaler(); EKS Auto Mode adds nodes by itself."));
    }

    private static Map<String, List<String>> priorities() {
        Map<String, List<String>> priorities = new LinkedHashMap<>();
        priorities.put("10", List.of(".*OnDemand.*"));
        priorities.put("20", List.of(".*Spot.*"));
        return priorities;
    }
}
