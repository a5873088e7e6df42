package dev.slipway.capability.identity.access;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.AddsToStacks;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which people reach the cluster of an environment with kubectl, and how far. On EKS they are IAM roles or users, elsewhere
 * groups as the cluster knows them.
 *
 * <pre>{@code
 * Environment.named("prod").with(access()
 *     .developers("arn:aws:iam::111122223333:role/Developer")
 *     .admins("arn:aws:iam::111122223333:role/Platform")
 *     .clusterAdmins("arn:aws:iam::111122223333:role/Operations"))
 * }</pre>
 *
 * @param developers see everything in the environment's namespace, logs too, but no secrets, and change nothing
 * @param admins may do everything in the environment's namespace
 * @param clusterAdmins may do everything
 */
@Declares
public record ClusterAccess(List<String> developers, List<String> admins, List<String> clusterAdmins, Origin origin)
        implements Planned, AddsToStacks, RunsInCluster {
    public ClusterAccess {
        developers = List.copyOf(developers);
        admins = List.copyOf(admins);
        clusterAdmins = List.copyOf(clusterAdmins);
    }

    /** For nobody yet. */
    public static ClusterAccess access() {
        return new ClusterAccess(List.of(), List.of(), List.of(), Origin.here());
    }

    /**
     * They see what runs in the environment's namespace, with logs and events. A shell in a pod is not among it: it would
     * show the pod's secrets.
     */
    public ClusterAccess developers(String... principals) {
        return new ClusterAccess(joined(developers, principals), admins, clusterAdmins, origin);
    }

    /** They may do everything in the environment's namespace but change its quota. */
    public ClusterAccess admins(String... principals) {
        return new ClusterAccess(developers, joined(admins, principals), clusterAdmins, origin);
    }

    /** They may do everything in the cluster. */
    public ClusterAccess clusterAdmins(String... principals) {
        return new ClusterAccess(developers, admins, joined(clusterAdmins, principals), origin);
    }

    private static List<String> joined(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    @Override
    public Stream<Problem> check(Place place) {
        return new AccessChecks(this, place).all();
    }

    @Override
    public void provision(EnvironmentStage stage) {
        AccessEntries.provision(stage, this);
    }

    @Override
    public void deploy(Manifests manifests) {
        new AccessRoles(manifests, this).deploy();
    }
}
