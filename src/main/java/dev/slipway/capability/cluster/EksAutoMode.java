package dev.slipway.capability.cluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An EKS cluster in Auto Mode: AWS runs its nodes, pod network, name resolution, load balancers and volumes.
 *
 * <pre>{@code
 * Environment.named("dev").with(eksAutoMode()
 *     .publicAccessFrom("203.0.113.0/24")
 *     .admin("arn:aws:iam::111122223333:role/Admin"))
 * }</pre>
 *
 * @param kubernetesVersion its minor version; by default {@value #DEFAULT_VERSION}
 * @param publicRanges from where its API can be reached other than from the VPC; by default from nowhere
 * @param admins the ARNs of roles or users who may do everything in it
 */
@Declares
public record EksAutoMode(String kubernetesVersion, List<String> publicRanges, List<String> admins, Origin origin)
        implements Cluster, ProvisionsOnAws, RunsInCluster {
    public static final String DEFAULT_VERSION = "1.36";

    /** In standard support: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html. */
    public static final List<String> VERSIONS = List.of("1.34", "1.35", "1.36");

    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:aws(-cn|-us-gov)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]{1,512}");

    public EksAutoMode {
        publicRanges = publicRanges.stream().distinct().toList();
        admins = admins.stream().distinct().toList();
    }

    public static EksAutoMode eksAutoMode() {
        return new EksAutoMode(DEFAULT_VERSION, List.of(), List.of(), Origin.here());
    }

    /** Its minor version: {@code kubernetes("1.35")}. */
    public EksAutoMode kubernetes(String version) {
        return new EksAutoMode(version, publicRanges, admins, origin);
    }

    /** Opens its API to these ranges of the internet, such as those of an office. */
    public EksAutoMode publicAccessFrom(String... ranges) {
        return new EksAutoMode(kubernetesVersion, joined(publicRanges, ranges), admins, origin);
    }

    /** Lets these roles or users, by their ARN, do everything in it. */
    public EksAutoMode admin(String... principals) {
        return new EksAutoMode(kubernetesVersion, publicRanges, joined(admins, principals), origin);
    }

    private static List<String> joined(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    @Override
    public List<NetworkEdge> necessities() {
        return AutoModeNetwork.NECESSITIES;
    }

    @Override
    public boolean enforcesHostNames() {
        return true;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.of(version(), ranges(), principals(), overlap(place)).flatMap(problems -> problems);
    }

    private Stream<Problem> version() {
        return VERSIONS.contains(kubernetesVersion)
                ? Stream.empty()
                : Stream.of(error(
                        "cluster/version",
                        origin,
                        "The Kubernetes version (%s) of the cluster must be one of %s."
                                .formatted(kubernetesVersion, String.join(", ", VERSIONS)),
                        "write it as eksAutoMode().kubernetes(\"%s\").".formatted(DEFAULT_VERSION)));
    }

    private Stream<Problem> ranges() {
        return publicRanges.stream()
                .filter(text ->
                        Cidr.parse(text).filter(range -> range.prefix() > 0).isEmpty())
                .map(text -> error(
                        "cluster/cidr",
                        origin,
                        "The range (%s) from which the cluster's API can be reached must be an IPv4 range whose host part is zero, and not the whole internet."
                                .formatted(text),
                        "write it as publicAccessFrom(\"203.0.113.0/24\")."));
    }

    private Stream<Problem> principals() {
        return admins.stream()
                .filter(arn -> !PRINCIPAL.matcher(arn).matches())
                .map(arn -> error(
                        "cluster/admin",
                        origin,
                        "The administrator (%s) of the cluster must be the ARN of an IAM role or user.".formatted(arn),
                        "write it as admin(\"arn:aws:iam::111122223333:role/Admin\")."));
    }

    private Stream<Problem> overlap(Place place) {
        return place.choice(Network.class).map(Network::range).stream()
                .filter(AutoModeNetwork.SERVICES::overlaps)
                .map(range -> error(
                        "cluster/service-range",
                        origin,
                        "The range (%s) of the network overlaps with that of Kubernetes Services in the cluster (%s); the two must be apart."
                                .formatted(range, AutoModeNetwork.SERVICES),
                        "give the network another range, such as vpc().cidr(\"10.20.0.0/16\")."));
    }

    @Override
    public void provision(EnvironmentStage stage) {
        new ClusterStack(stage.stack("cluster")).add(this);
    }

    @Override
    public void deploy(Manifests manifests) {
        AutoModeSettings.deploy(manifests);
    }
}
