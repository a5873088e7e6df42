package dev.slipway.capability.streaming.msk;

import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.Role;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.iam.PolicyStatement;
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
        Role role = Role.Builder.create(stack, "BootstrapBrokersRole")
                .description("Asks MSK for the addresses of the brokers")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        logs.grantWrite(role);
        AwsCustomResource question = AwsCustomResource.Builder.create(stack, "BootstrapBrokers")
                .onCreate(ask)
                .onUpdate(ask)
                .installLatestAwsSdk(false)
                .logGroup(logs)
                .role(role)
                .policy(AwsCustomResourcePolicy.fromStatements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of(ACTION))
                        .resources(List.of(clusterArn))
                        .build())))
                .build();
        return question.getResponseField(ADDRESSES);
    }
}
