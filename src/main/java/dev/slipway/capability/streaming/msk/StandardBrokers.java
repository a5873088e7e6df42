package dev.slipway.capability.streaming.msk;

import dev.slipway.capability.streaming.TopicSettings;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.applicationautoscaling.BasicTargetTrackingScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.PredefinedMetric;
import software.amazon.awscdk.services.applicationautoscaling.ScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.ServiceNamespace;
import software.amazon.awscdk.services.msk.CfnCluster;
import software.amazon.awscdk.services.msk.CfnConfiguration;

/** A cluster of standard brokers, with its configuration and with storage that grows. */
record StandardBrokers(ProvisionedMsk msk, MskStack streaming) {
    private static final String MIN_INSYNC_REPLICAS = "min.insync.replicas";
    private static final int STORAGE_TARGET_PERCENT = 60;

    static void provision(ProvisionedMsk msk, EnvironmentStage stage) {
        StandardBrokers brokers = new StandardBrokers(msk, MskStack.in(stage));
        CfnCluster cluster = brokers.cluster();
        brokers.growStorage(cluster);
        TopicResources.add(
                brokers.stack(),
                cluster.getAttrArn(),
                msk.replicationFactor(),
                settings -> settings.with(MIN_INSYNC_REPLICAS, String.valueOf(msk.minInsyncReplicas())));
        brokers.streaming().publish(cluster.getAttrArn(), msk.brokers());
    }

    private EnvironmentStack stack() {
        return streaming.stack();
    }

    private CfnCluster cluster() {
        List<String> subnets = streaming.subnets(msk.zones());
        String logGroup = streaming.logGroup();
        CfnConfiguration configuration = configuration();
        String securityGroup = streaming.securityGroup();
        CfnCluster cluster = streaming
                .brokers(msk.kafkaVersion(), msk.brokers(), logGroup)
                .brokerNodeGroupInfo(CfnCluster.BrokerNodeGroupInfoProperty.builder()
                        .instanceType(msk.instanceType())
                        .clientSubnets(subnets)
                        .securityGroups(List.of(securityGroup))
                        .storageInfo(CfnCluster.StorageInfoProperty.builder()
                                .ebsStorageInfo(CfnCluster.EBSStorageInfoProperty.builder()
                                        .volumeSize(msk.storageGibibytes())
                                        .build())
                                .build())
                        .build())
                .configurationInfo(CfnCluster.ConfigurationInfoProperty.builder()
                        .arn(configuration.getAttrArn())
                        .revision(configuration.getAttrLatestRevisionRevision())
                        .build())
                .build();
        cluster.applyRemovalPolicy(stack().dataPolicy());
        return cluster;
    }

    private CfnConfiguration configuration() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", String.valueOf(msk.replicationFactor()));
        settings.put(MIN_INSYNC_REPLICAS, String.valueOf(msk.minInsyncReplicas()));
        settings.put("unclean.leader.election.enable", "false");
        settings.put("num.partitions", "1");
        CfnConfiguration configuration = CfnConfiguration.Builder.create(stack(), "Configuration")
                .name(streaming.name())
                .description("Topics are made by declaration only")
                .serverProperties(new TopicSettings(settings).properties())
                .build();
        return stack().keptWithData(configuration);
    }

    private void growStorage(CfnCluster cluster) {
        ScalableTarget target = ScalableTarget.Builder.create(stack(), "Storage")
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
}
