package dev.slipway.capability.streaming;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Tier;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.applicationautoscaling.BasicTargetTrackingScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.PredefinedMetric;
import software.amazon.awscdk.services.applicationautoscaling.ScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.ServiceNamespace;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.msk.CfnCluster;
import software.amazon.awscdk.services.msk.CfnConfiguration;
import software.amazon.awscdk.services.msk.CfnTopic;

/**
 * The stack {@code streaming}.
 *
 * <p>Reads: VPC, isolated subnets, the cluster's security group. Publishes: {@code streaming/bootstrap-brokers},
 * {@code streaming/cluster-path}.
 */
final class MskStack {
    /** Newest that standard brokers have: https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html. */
    private static final String KAFKA_VERSION = "4.1.x.kraft";

    private static final String CONCERN = "streaming";
    private static final int STORAGE_TARGET_PERCENT = 60;

    private MskStack() {}

    static void provision(ProvisionedMsk msk, EnvironmentStage stage) {
        EnvironmentStack stack = stage.stack(CONCERN);
        CfnCluster cluster = cluster(msk, stack);
        topicsOf(stage.plan()).values().forEach(topic -> topic(msk, topic, cluster, stack));
        stack.publish(MskAccess.clusterPath(stage.names()), Fn.select(1, Fn.split(":cluster/", cluster.getAttrArn())));
        stack.publish(
                ProvisionedMsk.bootstrapBrokers(stage.names()),
                BootstrapBrokers.of(stack, cluster.getAttrArn(), msk.brokers()));
    }

    private static CfnCluster cluster(ProvisionedMsk msk, EnvironmentStack stack) {
        String name = stack.stage().names().environmentWide();
        List<String> subnets =
                stack.readList(stack.stage().names().subnetIds(Tier.ISOLATED)).subList(0, msk.zones());
        LogGroup logs = LogGroup.Builder.create(stack, "BrokerLogs")
                .logGroupName("/slipway/" + name + "/streaming")
                .retention(stack.stage().isProduction() ? RetentionDays.THREE_MONTHS : RetentionDays.TWO_WEEKS)
                .removalPolicy(stack.dataPolicy())
                .build();
        CfnConfiguration configuration = configuration(msk, stack, name);
        CfnCluster cluster = CfnCluster.Builder.create(stack, "Cluster")
                .clusterName(name)
                .kafkaVersion(KAFKA_VERSION)
                .numberOfBrokerNodes(msk.brokers())
                .brokerNodeGroupInfo(CfnCluster.BrokerNodeGroupInfoProperty.builder()
                        .instanceType(msk.instanceType())
                        .clientSubnets(subnets)
                        .securityGroups(List.of(securityGroup(stack)))
                        .storageInfo(CfnCluster.StorageInfoProperty.builder()
                                .ebsStorageInfo(CfnCluster.EBSStorageInfoProperty.builder()
                                        .volumeSize(msk.storageGibibytes())
                                        .build())
                                .build())
                        .build())
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
                                .dataVolumeKmsKeyId(key(stack).getKeyArn())
                                .build())
                        .encryptionInTransit(CfnCluster.EncryptionInTransitProperty.builder()
                                .clientBroker("TLS")
                                .inCluster(true)
                                .build())
                        .build())
                .configurationInfo(CfnCluster.ConfigurationInfoProperty.builder()
                        .arn(configuration.getAttrArn())
                        .revision(configuration.getAttrLatestRevisionRevision())
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
                                        .logGroup(logs.getLogGroupName())
                                        .build())
                                .build())
                        .build())
                .build();
        cluster.applyRemovalPolicy(stack.dataPolicy());
        growStorage(msk, stack, cluster);
        return cluster;
    }

    private static Key key(EnvironmentStack stack) {
        return Key.Builder.create(stack, "Key")
                .description("Events at rest in " + stack.stage().names().environmentWide())
                .enableKeyRotation(true)
                .removalPolicy(stack.dataPolicy())
                .build();
    }

    private static String securityGroup(EnvironmentStack stack) {
        String clusterGroup = stack.read(stack.stage().names().clusterSecurityGroup());
        return CfnSecurityGroup.Builder.create(stack, "Brokers")
                .groupDescription("MSK brokers: reached by the pods of the cluster")
                .vpcId(stack.read(stack.stage().names().vpcId()))
                .securityGroupIngress(List.of(CfnSecurityGroup.IngressProperty.builder()
                        .ipProtocol("tcp")
                        .fromPort(ProvisionedMsk.IAM_PORT)
                        .toPort(ProvisionedMsk.IAM_PORT)
                        .sourceSecurityGroupId(clusterGroup)
                        .description("Kafka with IAM, from pods")
                        .build()))
                .securityGroupEgress(List.of(CfnSecurityGroup.EgressProperty.builder()
                        .ipProtocol("icmp")
                        .fromPort(252)
                        .toPort(86)
                        .cidrIp("255.255.255.255/32")
                        .description("Nothing: brokers open no connections of their own")
                        .build()))
                .build()
                .getAttrGroupId();
    }

    private static CfnConfiguration configuration(ProvisionedMsk msk, EnvironmentStack stack, String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", String.valueOf(msk.replicationFactor()));
        settings.put("min.insync.replicas", String.valueOf(msk.minInsyncReplicas()));
        settings.put("unclean.leader.election.enable", "false");
        settings.put("num.partitions", "1");
        return CfnConfiguration.Builder.create(stack, "Configuration")
                .name(name)
                .description("Topics are made by declaration only")
                .serverProperties(properties(settings))
                .build();
    }

    private static void growStorage(ProvisionedMsk msk, EnvironmentStack stack, CfnCluster cluster) {
        ScalableTarget target = ScalableTarget.Builder.create(stack, "Storage")
                .serviceNamespace(ServiceNamespace.KAFKA)
                .scalableDimension("kafka:broker-storage:VolumeSize")
                .resourceId(cluster.getAttrArn())
                .minCapacity(1)
                .maxCapacity(msk.storageGibibytes() * ProvisionedMsk.STORAGE_GROWTH)
                .build();
        target.scaleToTrackMetric(
                "Use",
                BasicTargetTrackingScalingPolicyProps.builder()
                        .predefinedMetric(PredefinedMetric.KAFKA_BROKER_STORAGE_UTILIZATION)
                        .targetValue(STORAGE_TARGET_PERCENT)
                        .disableScaleIn(true)
                        .build());
    }

    /** Every topic that a service uses, and the dead-letter topic of each consumer, by name. */
    private static Map<String, Topic> topicsOf(EnvironmentPlan plan) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (ServicePlan service : plan.servicesWith(StreamingNeed.class)) {
            for (StreamingNeed need : service.service().needs(StreamingNeed.class)) {
                topics.putIfAbsent(need.topic().name(), need.topic());
                if (need instanceof Consumes) {
                    Topic deadLetters = need.topic().deadLettersOf(service.name());
                    topics.putIfAbsent(deadLetters.name(), deadLetters);
                }
            }
        }
        return topics;
    }

    private static void topic(ProvisionedMsk msk, Topic topic, CfnCluster cluster, EnvironmentStack stack) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
        if (!topic.compacted()) {
            settings.put("retention.ms", String.valueOf(topic.retention().toMillis()));
        }
        settings.put("min.insync.replicas", String.valueOf(msk.minInsyncReplicas()));
        CfnTopic resource = CfnTopic.Builder.create(stack, "Topic " + topic.name())
                .clusterArn(cluster.getAttrArn())
                .topicName(topic.name())
                .partitionCount(topic.partitions())
                .replicationFactor(msk.replicationFactor())
                .configs(Base64.getEncoder().encodeToString(properties(settings).getBytes(StandardCharsets.UTF_8)))
                .build();
        resource.applyRemovalPolicy(stack.dataPolicy());
    }

    /** Settings as lines of a properties file, in their order. */
    private static String properties(Map<String, String> settings) {
        List<String> lines = new ArrayList<>();
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        return String.join("\n", lines) + "\n";
    }
}
