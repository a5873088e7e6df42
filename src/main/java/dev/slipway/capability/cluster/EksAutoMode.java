package dev.slipway.capability.cluster;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.eks.CfnAddon;
import software.amazon.awscdk.services.eks_v2.ClusterProps;
import software.amazon.awscdk.services.eks_v2.DefaultCapacityType;

/**
 * An EKS cluster in Auto Mode: AWS runs its nodes, pod network, name resolution, load balancers and volumes.
 *
 * <pre>{@code
 * Environment.named("dev").with(eksAutoMode()
 *     .publicAccessFrom("203.0.113.0/24")
 *     .admin("arn:aws:iam::111122223333:role/Admin"))
 * }</pre>
 *
 * @param kubernetesVersion its minor version; by default {@value KubernetesRelease#DEFAULT_VERSION}
 * @param publicRanges from where its API can be reached other than from the VPC; by default from nowhere
 * @param admins the ARNs of roles or users who may do everything in it
 * @param nodePools beside those built in
 */
@Declares
public record EksAutoMode(
        String kubernetesVersion,
        List<String> publicRanges,
        List<String> admins,
        List<NodePool> nodePools,
        Origin origin)
        implements Cluster, ProvisionsOnAws, RunsInCluster {
    /** Autoscalers read it, and Auto Mode does not bring it: https://docs.aws.amazon.com/eks/latest/userguide/metrics-server.html. */
    private static final String METRICS_SERVER = "metrics-server";

    public EksAutoMode {
        publicRanges = publicRanges.stream().distinct().toList();
        admins = admins.stream().distinct().toList();
        nodePools = List.copyOf(nodePools);
    }

    public static EksAutoMode eksAutoMode() {
        return new EksAutoMode(KubernetesRelease.DEFAULT_VERSION, List.of(), List.of(), List.of(), Origin.here());
    }

    /** Its minor version: {@code kubernetes("1.35")}. */
    public EksAutoMode kubernetes(String version) {
        return new EksAutoMode(version, publicRanges, admins, nodePools, origin);
    }

    /** Opens its API to these ranges of the internet, such as those of an office. */
    public EksAutoMode publicAccessFrom(String... ranges) {
        return new EksAutoMode(kubernetesVersion, joined(publicRanges, List.of(ranges)), admins, nodePools, origin);
    }

    /** Lets these roles or users, by their ARN, do everything in it. */
    public EksAutoMode admin(String... principals) {
        return new EksAutoMode(kubernetesVersion, publicRanges, joined(admins, List.of(principals)), nodePools, origin);
    }

    /** Nodes of another kind beside the built-in ones: {@code nodePool(NodePool.spot("stateless"))}. */
    public EksAutoMode nodePool(NodePool pool) {
        return new EksAutoMode(kubernetesVersion, publicRanges, admins, joined(nodePools, List.of(pool)), origin);
    }

    private static <T> List<T> joined(List<T> first, List<T> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    @Override
    public List<NetworkEdge> necessities() {
        return ClusterNetwork.necessities(ClusterNetwork.SERVICES);
    }

    @Override
    public List<NetworkEdge> waysToItsApi() {
        return ClusterNetwork.api(ClusterNetwork.SERVICES);
    }

    @Override
    public boolean enforcesHostNames() {
        return true;
    }

    @Override
    public boolean makesLoadBalancers() {
        return true;
    }

    @Override
    public boolean metersPods() {
        return true;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.concat(controlPlane().check(place, "eksAutoMode()"), new NodePools(nodePools).check(origin));
    }

    private ControlPlane controlPlane() {
        return new ControlPlane(kubernetesVersion, publicRanges, admins, origin);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        EnvironmentStack stack = stage.stack("cluster");
        software.amazon.awscdk.services.eks_v2.Cluster cluster = new ClusterStack(stack)
                .add(controlPlane(), ClusterProps.builder().defaultCapacityType(DefaultCapacityType.AUTOMODE));
        CfnAddon.Builder.create(stack, "MetricsServer")
                .clusterName(cluster.getClusterName())
                .addonName(METRICS_SERVER)
                .resolveConflicts("OVERWRITE")
                .build();
    }

    @Override
    public void deploy(Manifests manifests) {
        AutoModeSettings.deploy(manifests);
        new NodePools(nodePools).deploy(manifests);
    }
}
