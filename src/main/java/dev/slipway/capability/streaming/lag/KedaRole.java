package dev.slipway.capability.streaming.lag;

import dev.slipway.capability.streaming.LagAccess;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Grant;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.Statement;
import java.util.List;
import software.amazon.awscdk.services.eks.CfnPodIdentityAssociation;
import software.amazon.awscdk.services.iam.CfnRole;

/**
 * The stack {@code scaling}: the role as which KEDA reads the offsets of exactly the consumers that it scales. Reads
 * whatever the grants need to be exact.
 */
final class KedaRole {
    /** Where the chart of KEDA puts its operator, and the operator's service account. */
    static final String NAMESPACE = "keda";

    static final String OPERATOR = "keda-operator";

    private KedaRole() {}

    static void provision(EnvironmentStage stage, LagScaling scaling) {
        List<Grant> grants = stage.plan().services().stream()
                .map(ServicePlan::service)
                .filter(scaling::scales)
                .flatMap(service -> new Lags(stage.place()).of(service).values().stream())
                .map(LagAccess::grants)
                .flatMap(List::stream)
                .toList();
        if (grants.isEmpty()) {
            return;
        }
        EnvironmentStack stack = stage.stack("scaling");
        stack.await(stage.names().clusterSecurityGroup());
        List<Statement> statements = grants.stream()
                .map(grant -> Statement.allow(
                        grant.actions(),
                        grant.resources().stream()
                                .map(arn -> stage.resolve(arn, stack))
                                .toList()))
                .toList();
        CfnRole role = CfnRole.Builder.create(stack, "Keda")
                .roleName(stage.names().role("platform", NAMESPACE))
                .description("KEDA: reads the offsets of the consumers that it scales")
                .assumeRolePolicyDocument(Statement.document(List.of(Statement.podIdentity())))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("offsets")
                        .policyDocument(Statement.document(Statement.merged(statements)))
                        .build()))
                .build();
        CfnPodIdentityAssociation.Builder.create(stack, "PodIdentity keda")
                .clusterName(stage.place().clusterName())
                .namespace(NAMESPACE)
                .serviceAccount(OPERATOR)
                .roleArn(role.getAttrArn())
                .build();
    }
}
