package dev.slipway.capability.identity.access;

import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.List;
import software.amazon.awscdk.services.eks.CfnAccessEntry;

/**
 * The stack {@code access}: an access entry of the cluster for each role or user. Those of an environment's namespace are
 * put into a group, to which Kubernetes' own roles are bound; those of the whole cluster get the policy that EKS has for it,
 * as nobody could bind anything without. https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html.
 */
record AccessEntries(EnvironmentStage stage, EnvironmentStack stack) {
    private static final String TYPE = "STANDARD";

    static void provision(EnvironmentStage stage, ClusterAccess access) {
        boolean isForNobody = access.developers().isEmpty()
                && access.admins().isEmpty()
                && access.clusterAdmins().isEmpty();
        if (isForNobody) {
            return;
        }
        EnvironmentStack stack = stage.stack("access");
        stack.await(stage.names().clusterSecurityGroup());
        AccessEntries entries = new AccessEntries(stage, stack);
        access.developers().forEach(principal -> entries.member(principal, Groups.DEVELOPERS));
        access.admins().forEach(principal -> entries.member(principal, Groups.ADMINS));
        access.clusterAdmins().forEach(entries::clusterAdmin);
    }

    private void member(String principal, String role) {
        CfnAccessEntry.Builder.create(stack, "Entry " + principal)
                .clusterName(stage.place().clusterName())
                .principalArn(principal)
                .type(TYPE)
                .kubernetesGroups(List.of(Groups.planned(stage.names(), role)))
                .build();
    }

    private void clusterAdmin(String principal) {
        CfnAccessEntry.Builder.create(stack, "Entry " + principal)
                .clusterName(stage.place().clusterName())
                .principalArn(principal)
                .type(TYPE)
                .accessPolicies(List.of(CfnAccessEntry.AccessPolicyProperty.builder()
                        .policyArn("arn:%s:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
                                .formatted(stage.place().target().partition()))
                        .accessScope(CfnAccessEntry.AccessScopeProperty.builder()
                                .type("cluster")
                                .build())
                        .build()))
                .build();
    }
}
