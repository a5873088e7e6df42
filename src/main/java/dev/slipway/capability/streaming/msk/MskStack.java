package dev.slipway.capability.streaming.msk;

import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Tier;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.msk.CfnCluster;

/**
 * The stack {@code streaming}, with what every kind of cluster has.
 *
 * <p>Reads: VPC, isolated subnets, the cluster's security group. Publishes: {@code streaming/bootstrap-brokers},
 * {@code streaming/cluster-path}.
 */
record MskStack(EnvironmentStack stack) {
    private static final String CONCERN = "streaming";

    static MskStack in(EnvironmentStage stage) {
        return new MskStack(stage.stack(CONCERN));
    }

    String name() {
        return names().environmentWide();
    }

    Names names() {
        return stack.stage().names();
    }

    /** Isolated ones, of the first zones. */
    List<String> subnets(int zones) {
        return stack.readList(names().subnetIds(Tier.ISOLATED)).subList(0, zones);
    }

    /** The group that brokers write their logs to. */
    String logGroup() {
        return LogGroup.Builder.create(stack, "BrokerLogs")
                .logGroupName("/slipway/" + name() + "/streaming")
                .retention(stack.stage().isProduction() ? RetentionDays.THREE_MONTHS : RetentionDays.TWO_WEEKS)
                .removalPolicy(stack.dataPolicy())
                .build()
                .getLogGroupName();
    }

    /** A cluster of brokers of either kind: TLS and IAM only, encrypted at rest, with its logs kept. */
    CfnCluster.Builder brokers(String kafkaVersion, int number, String logGroup) {
        return CfnCluster.Builder.create(stack, "Cluster")
                .clusterName(name())
                .kafkaVersion(kafkaVersion)
                .numberOfBrokerNodes(number)
                .clientAuthentication(CfnCluster.ClientAuthenticationProperty.builder()
                        .sasl(CfnCluster.SaslProperty.builder()
                                .iam(CfnCluster.IamProperty.builder()
                                        .enabled(true)
                                        .build())
                                .build())
                        .unauthenticated(CfnCluster.UnauthenticatedProperty.builder()
                                .enabled(false)
                                .build())
                        .build())
                .encryptionInfo(CfnCluster.EncryptionInfoProperty.builder()
                        .encryptionAtRest(CfnCluster.EncryptionAtRestProperty.builder()
                                .dataVolumeKmsKeyId(key().getKeyArn())
                                .build())
                        .encryptionInTransit(CfnCluster.EncryptionInTransitProperty.builder()
                                .clientBroker("TLS")
                                .inCluster(true)
                                .build())
                        .build())
                .enhancedMonitoring("PER_TOPIC_PER_BROKER")
                .openMonitoring(CfnCluster.OpenMonitoringProperty.builder()
                        .prometheus(CfnCluster.PrometheusProperty.builder()
                                .jmxExporter(CfnCluster.JmxExporterProperty.builder()
                                        .enabledInBroker(true)
                                        .build())
                                .nodeExporter(CfnCluster.NodeExporterProperty.builder()
                                        .enabledInBroker(true)
                                        .build())
                                .build())
                        .build())
                .loggingInfo(CfnCluster.LoggingInfoProperty.builder()
                        .brokerLogs(CfnCluster.BrokerLogsProperty.builder()
                                .cloudWatchLogs(CfnCluster.CloudWatchLogsProperty.builder()
                                        .enabled(true)
                                        .logGroup(logGroup)
                                        .build())
                                .build())
                        .build());
    }

    private Key key() {
        return Key.Builder.create(stack, "Key")
                .description("Events at rest in " + name())
                .enableKeyRotation(true)
                .removalPolicy(stack.dataPolicy())
                .build();
    }

    String securityGroup() {
        String clusterGroup = stack.read(names().clusterSecurityGroup());
        CfnSecurityGroup group = CfnSecurityGroup.Builder.create(stack, "Brokers")
                .groupDescription("MSK brokers: reached by the pods of the cluster")
                .vpcId(stack.read(names().vpcId()))
                .securityGroupIngress(List.of(CfnSecurityGroup.IngressProperty.builder()
                        .ipProtocol("tcp")
                        .fromPort(MskClients.IAM_PORT)
                        .toPort(MskClients.IAM_PORT)
                        .sourceSecurityGroupId(clusterGroup)
                        .description("Kafka with IAM, from pods")
                        .build()))
                .build();
        return stack.keptWithData(group).getAttrGroupId();
    }

    /**
     * Tells services and other stacks where the cluster is.
     *
     * @param size of the cluster: brokers are asked for again when it changes
     */
    void publish(String clusterArn, int size) {
        stack.publish(MskArns.clusterPath(names()), Fn.select(1, Fn.split(MskArns.CLUSTER, clusterArn)));
        stack.publish(MskClients.bootstrapBrokers(names()), BootstrapBrokers.of(stack, clusterArn, size));
    }
}
