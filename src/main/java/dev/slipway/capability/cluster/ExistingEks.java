package dev.slipway.capability.cluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cluster of EKS that somebody else looks after: its security group is published where a cluster of one's own would
 * have it, roles are associated with its service accounts, and nothing else in it is made or changed. Its owner sees to
 * the pod identity agent, and has network policies enforced.
 *
 * <pre>{@code
 * Environment.named("dev").with(existingEks("company").kubernetes("1.36").securityGroup("sg-0a1b2c3d4e5f60718"))
 * }</pre>
 *
 * @param clusterName as EKS knows it
 * @param kubernetesVersion its minor version; by default {@value KubernetesRelease#DEFAULT_VERSION}
 * @param securityGroup the one that EKS made for its nodes and pods
 * @param serviceRange where its Kubernetes Services have their addresses; by default 172.20.0.0/16
 * @param isInAutoMode whether AWS runs its nodes; by default not
 */
@Declares
public record ExistingEks(
        String clusterName,
        String kubernetesVersion,
        String securityGroup,
        String serviceRange,
        boolean isInAutoMode,
        Origin origin)
        implements Cluster, ProvisionsOnAws {
    private static final String NOT_GIVEN = "none";

    /** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html. */
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][A-Za-z0-9_-]{0,99}");

    private static final Pattern SECURITY_GROUP = Pattern.compile("sg-([0-9a-f]{8}|[0-9a-f]{17})");

    /** By its name: {@code existingEks("company")}. */
    public static ExistingEks existingEks(String name) {
        return new ExistingEks(
                name,
                KubernetesRelease.DEFAULT_VERSION,
                NOT_GIVEN,
                ClusterNetwork.SERVICES.toString(),
                false,
                Origin.here());
    }

    /** Its minor version: {@code kubernetes("1.35")}. */
    public ExistingEks kubernetes(String version) {
        return new ExistingEks(clusterName, version, securityGroup, serviceRange, isInAutoMode, origin);
    }

    /** The cluster security group, which its nodes and pods have: {@code securityGroup("sg-0a1b2c3d4e5f60718")}. */
    public ExistingEks securityGroup(String id) {
        return new ExistingEks(clusterName, kubernetesVersion, id, serviceRange, isInAutoMode, origin);
    }

    /** Where its Kubernetes Services have their addresses: {@code serviceRange("10.100.0.0/16")}. */
    public ExistingEks serviceRange(String range) {
        return new ExistingEks(clusterName, kubernetesVersion, securityGroup, range, isInAutoMode, origin);
    }

    /** Says that AWS runs its nodes, and so its load balancers and policies for hosts by name. */
    public ExistingEks inAutoMode() {
        return new ExistingEks(clusterName, kubernetesVersion, securityGroup, serviceRange, true, origin);
    }

    @Override
    public boolean enforcesHostNames() {
        return isInAutoMode;
    }

    @Override
    public boolean makesLoadBalancers() {
        return isInAutoMode;
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public String name(Place place) {
        return clusterName;
    }

    @Override
    public List<NetworkEdge> necessities() {
        return ClusterNetwork.necessities(Cidr.parse(serviceRange).orElse(ClusterNetwork.SERVICES));
    }

    @Override
    public List<NetworkEdge> waysToItsApi() {
        return ClusterNetwork.api(Cidr.parse(serviceRange).orElse(ClusterNetwork.SERVICES));
    }

    @Override
    public Stream<Problem> check(Place place) {
        String factory = "existingEks(\"%s\")".formatted(clusterName);
        return Stream.of(
                        KubernetesReleases.unsupported(kubernetesVersion, KubernetesReleases.KNOWN, factory, origin),
                        KubernetesReleases.ending(kubernetesVersion, place, origin),
                        identifiers(factory))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> identifiers(String factory) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!NAME.matcher(clusterName).matches()) {
            problems.add(error(
                    "cluster/name",
                    origin,
                    "The name (%s) of the existing cluster must be 1 to 100 letters, digits, hyphens or underscores, starting with a letter or digit."
                            .formatted(clusterName),
                    "write it as EKS shows it: existingEks(\"company\")."));
        }
        if (!SECURITY_GROUP.matcher(securityGroup).matches()) {
            problems.add(error(
                    "cluster/security-group",
                    origin,
                    "The security group (%s) of the existing cluster must be sg- and 8 or 17 hexadecimal digits."
                            .formatted(securityGroup),
                    "write it as %s.securityGroup(\"sg-0a1b2c3d4e5f60718\").".formatted(factory)));
        }
        if (Cidr.parse(serviceRange).isEmpty()) {
            problems.add(error(
                    "cluster/services",
                    origin,
                    "The range (%s) of Kubernetes Services in the existing cluster must be an IPv4 range whose host part is zero."
                            .formatted(serviceRange),
                    "write it as %s.serviceRange(\"10.100.0.0/16\").".formatted(factory)));
        }
        return problems.build();
    }

    @Override
    public void provision(EnvironmentStage stage) {
        stage.stack("cluster").publish(stage.names().clusterSecurityGroup(), securityGroup);
    }
}
