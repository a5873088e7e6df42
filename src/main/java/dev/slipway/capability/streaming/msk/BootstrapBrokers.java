package dev.slipway.capability.streaming.msk;

import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.Statement;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.FromRoleArnOptions;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;

/** Asks MSK for the addresses of its brokers, which no attribute of the cluster gives. */
final class BootstrapBrokers {
    private static final String ADDRESSES = "BootstrapBrokerStringSaslIam";
    private static final String ACTION = "kafka:GetBootstrapBrokers";

    private BootstrapBrokers() {}

    /** The addresses with their IAM port, parted by commas; asked for again when the number of brokers changes. */
    static String of(EnvironmentStack stack, String clusterArn, int brokers) {
        AwsSdkCall ask = AwsSdkCall.builder()
                .service("Kafka")
                .action("getBootstrapBrokers")
                .parameters(Map.of("ClusterArn", clusterArn))
                .physicalResourceId(PhysicalResourceId.of("bootstrap-brokers-" + brokers))
                .outputPaths(List.of(ADDRESSES))
                .build();
        LogGroup logs = LogGroup.Builder.create(stack, "BootstrapBrokersLogs")
                .retention(RetentionDays.TWO_WEEKS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        AwsCustomResource question = AwsCustomResource.Builder.create(stack, "BootstrapBrokers")
                .onCreate(ask)
                .onUpdate(ask)
                .installLatestAwsSdk(false)
                .logGroup(logs)
                .role(role(stack, clusterArn, logs.getLogGroupArn()))
                .build();
        return question.getResponseField(ADDRESSES);
    }

    /** It may ask, and log what it does; the role that the CDK would make may write to every log of the account. */
    private static IRole role(EnvironmentStack stack, String clusterArn, String logsArn) {
        CfnRole role = CfnRole.Builder.create(stack, "BootstrapBrokersRole")
                .roleName(stack.stage().names().role("streaming", "bootstrap-brokers"))
                .description("Asks MSK for the addresses of the brokers")
                .assumeRolePolicyDocument(
                        Statement.document(List.of(Statement.assumableByService("lambda.amazonaws.com"))))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("ask")
                        .policyDocument(Statement.document(List.of(
                                Statement.allow(List.of(ACTION), List.of(clusterArn)),
                                Statement.allow(
                                        List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(logsArn)))))
                        .build()))
                .build();
        // As a construct the function would wait for it twice: by its reference and by a dependency.
        return Role.fromRoleArn(
                stack,
                "BootstrapBrokersAsker",
                role.getAttrArn(),
                FromRoleArnOptions.builder().mutable(false).build());
    }
}
