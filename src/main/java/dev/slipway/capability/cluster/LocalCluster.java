package dev.slipway.capability.cluster;

import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cluster on one's own machine, of minikube or kind, without an AWS account: images are loaded into it, and what services
 * need runs beside them. It has policies enforced where its network plugin does that, as Calico does.
 *
 * <pre>{@code
 * Environment.named("local").host("ordering.localhost").with(localCluster(), inClusterKafka(), inClusterPostgres())
 * }</pre>
 *
 * @param kubernetesVersion its minor version; by default {@value KubernetesRelease#DEFAULT_VERSION}
 */
@Declares
public record LocalCluster(String kubernetesVersion, Origin origin) implements Cluster {
    /** The one that {@code minikube start} or {@code kind create cluster} starts. */
    public static LocalCluster localCluster() {
        return new LocalCluster(KubernetesRelease.DEFAULT_VERSION, Origin.here());
    }

    /** Its minor version: {@code kubernetes("1.35")}. */
    public LocalCluster kubernetes(String version) {
        return new LocalCluster(version, origin);
    }

    @Override
    public boolean isOnAws() {
        return false;
    }

    @Override
    public List<NetworkEdge> necessities() {
        return ClusterNetwork.namesByPods();
    }

    @Override
    public List<NetworkEdge> waysToItsApi() {
        return ClusterNetwork.apiOnOwnMachine();
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> production = place.environment().isProduction()
                ? Stream.of(warning(
                        "cluster/local-production",
                        origin,
                        "Environment %s is for production, and its cluster (%s) is on one machine; what real customers depend on must survive the loss of one."
                                .formatted(
                                        place.environment().name(), getClass().getSimpleName()),
                        "leave out production(), or choose another cluster, such as eksAutoMode()."))
                : Stream.empty();
        return Stream.concat(
                KubernetesReleases.unsupported(kubernetesVersion, KubernetesReleases.KNOWN, "localCluster()", origin),
                production);
    }
}
