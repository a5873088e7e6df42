package dev.slipway.addon;

import dev.slipway.plan.addon.HelmChart;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.Statement;
import java.util.List;
import software.amazon.awscdk.services.eks.CfnPodIdentityAssociation;
import software.amazon.awscdk.services.iam.CfnRole;

/** The role of an add-on's pods in the stack {@code addons}, which is deployed after the cluster. */
final class PodRole {
    private static final String CONCERN = "addons";
    private static final String OWNER = "platform";

    private PodRole() {}

    /**
     * Adds a role, and ties it to the service account of the chart.
     *
     * @param purpose what the role is called after: {@code ordering.dev.platform.<purpose>}
     */
    static void add(
            EnvironmentStage stage,
            String purpose,
            HelmChart chart,
            String serviceAccount,
            List<Statement> statements) {
        EnvironmentStack stack = stage.stack(CONCERN);
        stack.await(stage.names().clusterSecurityGroup());
        CfnRole role = CfnRole.Builder.create(stack, "Role " + purpose)
                .roleName(stage.names().role(OWNER, purpose))
                .description("Add-on %s in environment %s"
                        .formatted(purpose, stage.names().environment()))
                .assumeRolePolicyDocument(Statement.document(List.of(Statement.podIdentity())))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName(purpose)
                        .policyDocument(Statement.document(statements))
                        .build()))
                .build();
        CfnPodIdentityAssociation.Builder.create(stack, "PodIdentity " + purpose)
                .clusterName(stage.place().clusterName())
                .namespace(chart.namespace())
                .serviceAccount(serviceAccount)
                .roleArn(role.getAttrArn())
                .build();
    }
}
