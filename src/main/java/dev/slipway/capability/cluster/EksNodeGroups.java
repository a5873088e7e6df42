package dev.slipway.capability.cluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An EKS cluster with two managed node groups: one on demand for what keeps the cluster going, and one of Spot capacity,
 * which is preferred for everything else. The nodes are Graviton: images have to be built for arm64, unless other
 * instance types are chosen.
 *
 * <p>The groups grow and shrink by the add-on Cluster Autoscaler, and the add-on AWS Load Balancer Controller makes load
 * balancers of routes: an environment has both unless it says otherwise.
 *
 * <pre>{@code
 * Environment.named("dev").with(eksNodeGroups().onDemand(2, 3).spot(0, 6).instanceTypes("m7i.large", "m6i.large"))
 * }</pre>
 *
 * @param kubernetesVersion its minor version; by default {@value KubernetesRelease#DEFAULT_VERSION}
 * @param publicRanges from where its API can be reached other than from the VPC; by default from nowhere
 * @param admins the ARNs of roles or users who may do everything in it
 * @param instanceTypes of both groups, all of one size and architecture, as Cluster Autoscaler takes them for one another
 * @param onDemand by default 2 to 3 nodes, and in production 3 to 6
 * @param spot by default 1 to 6 nodes, and in production 3 to 12
 */
@Declares
public record EksNodeGroups(
        String kubernetesVersion,
        List<String> publicRanges,
        List<String> admins,
        List<String> instanceTypes,
        Optional<Size> onDemand,
        Optional<Size> spot,
        Origin origin)
        implements Cluster, ProvisionsOnAws, RunsInCluster {
    /** Graviton with 2 cores and 8 GiB: several, as Spot capacity of one type is often short. */
    public static final List<String> DEFAULT_INSTANCE_TYPES =
            List.of("m7g.large", "m6g.large", "m7gd.large", "m6gd.large");

    private static final Pattern INSTANCE_TYPE = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9-]+");

    /** Graviton has a {@code g} after the generation: {@code m7g}, {@code c7gn}, {@code x2gd}. */
    private static final Pattern GRAVITON = Pattern.compile("[a-z]+[0-9]+[a-z]*g[a-z]*\\..*");

    /** Of a group: https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html. */
    private static final int MOST_NODES = 450;

    /** Between how many nodes a group has; it starts with the fewest. */
    public record Size(int min, int max) {}

    public EksNodeGroups {
        publicRanges = publicRanges.stream().distinct().toList();
        admins = admins.stream().distinct().toList();
        instanceTypes = instanceTypes.stream().distinct().toList();
    }

    public static EksNodeGroups eksNodeGroups() {
        return new EksNodeGroups(
                KubernetesRelease.DEFAULT_VERSION,
                List.of(),
                List.of(),
                DEFAULT_INSTANCE_TYPES,
                Optional.empty(),
                Optional.empty(),
                Origin.here());
    }

    /** Its minor version: {@code kubernetes("1.35")}. */
    public EksNodeGroups kubernetes(String version) {
        return new EksNodeGroups(version, publicRanges, admins, instanceTypes, onDemand, spot, origin);
    }

    /** Opens its API to these ranges of the internet, such as those of an office. */
    public EksNodeGroups publicAccessFrom(String... ranges) {
        List<String> all =
                Stream.concat(publicRanges.stream(), Stream.of(ranges)).toList();
        return new EksNodeGroups(kubernetesVersion, all, admins, instanceTypes, onDemand, spot, origin);
    }

    /** Lets these roles or users, by their ARN, do everything in it. */
    public EksNodeGroups admin(String... principals) {
        List<String> all = Stream.concat(admins.stream(), Stream.of(principals)).toList();
        return new EksNodeGroups(kubernetesVersion, publicRanges, all, instanceTypes, onDemand, spot, origin);
    }

    /** What its nodes are: {@code instanceTypes("m7i.large", "m6i.large")}. */
    public EksNodeGroups instanceTypes(String... types) {
        return new EksNodeGroups(kubernetesVersion, publicRanges, admins, List.of(types), onDemand, spot, origin);
    }

    /** How many nodes stand that AWS does not take back. */
    public EksNodeGroups onDemand(int min, int max) {
        Optional<Size> size = Optional.of(new Size(min, max));
        return new EksNodeGroups(kubernetesVersion, publicRanges, admins, instanceTypes, size, spot, origin);
    }

    /** How many nodes stand that cost a third, and that AWS may take back. */
    public EksNodeGroups spot(int min, int max) {
        Optional<Size> size = Optional.of(new Size(min, max));
        return new EksNodeGroups(kubernetesVersion, publicRanges, admins, instanceTypes, onDemand, size, origin);
    }

    Size onDemandSize(boolean isProduction) {
        return onDemand.orElse(isProduction ? new Size(3, 6) : new Size(2, 3));
    }

    Size spotSize(boolean isProduction) {
        return spot.orElse(isProduction ? new Size(3, 12) : new Size(1, 6));
    }

    boolean isArm64() {
        return instanceTypes.stream().allMatch(type -> GRAVITON.matcher(type).matches());
    }

    private ControlPlane controlPlane() {
        return new ControlPlane(kubernetesVersion, publicRanges, admins, origin);
    }

    @Override
    public List<NetworkEdge> necessities() {
        return ClusterNetwork.necessities(ClusterNetwork.SERVICES);
    }

    @Override
    public boolean metersPods() {
        return true;
    }

    @Override
    public List<NetworkEdge> waysToItsApi() {
        return ClusterNetwork.api(ClusterNetwork.SERVICES);
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.of(
                        controlPlane().check(place, "eksNodeGroups()"),
                        types(),
                        size("on-demand", "onDemand(2, 3)", onDemand, 1),
                        size("Spot", "spot(0, 6)", spot, 0))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> types() {
        List<String> malformed = instanceTypes.stream()
                .filter(type -> !INSTANCE_TYPE.matcher(type).matches())
                .toList();
        boolean isMixed = !isArm64()
                && instanceTypes.stream()
                        .anyMatch(type -> GRAVITON.matcher(type).matches());
        if (!instanceTypes.isEmpty() && malformed.isEmpty() && !isMixed) {
            return Stream.empty();
        }
        return Stream.of(
                error(
                        "cluster/instance-types",
                        origin,
                        "The instance types (%s) of the node groups must be at least one, and all of one architecture."
                                .formatted(String.join(", ", instanceTypes)),
                        "write them as instanceTypes(\"m7g.large\", \"m6g.large\") or instanceTypes(\"m7i.large\", \"m6i.large\")."));
    }

    private Stream<Problem> size(String group, String example, Optional<Size> size, int fewest) {
        return size
                .filter(s -> s.min() < fewest || s.max() < Math.max(s.min(), 1) || s.max() > MOST_NODES)
                .map(s -> error(
                        "cluster/node-group-size",
                        origin,
                        "The size (%s to %s) of the %s node group must begin at %s or more, and end at no less and at %s or less."
                                .formatted(s.min(), s.max(), group, fewest, MOST_NODES),
                        "write it as eksNodeGroups().%s.".formatted(example)))
                .stream();
    }

    @Override
    public void provision(EnvironmentStage stage) {
        NodeGroupStack.add(stage.stack("cluster"), controlPlane(), this);
    }

    @Override
    public void deploy(Manifests manifests) {
        StorageClasses.add(manifests, "ebs.csi.aws.com");
    }
}
