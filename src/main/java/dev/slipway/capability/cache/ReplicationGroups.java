package dev.slipway.capability.cache;

import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.Acknowledgement;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.List;
import software.amazon.awscdk.services.elasticache.CfnReplicationGroup;
import software.amazon.awscdk.services.elasticache.CfnSubnetGroup;
import software.amazon.awscdk.services.elasticache.CfnUser;

/** A cache of nodes: one primary with its replicas, or in cluster mode as many of these as there are shards. */
record ReplicationGroups(ElastiCache cache, CacheStack stack) {
    static void provision(ElastiCache cache, EnvironmentStage stage, List<Service> services) {
        new ReplicationGroups(cache, CacheStack.in(stage, cache.engine())).add(services);
    }

    private static final Acknowledgement USERS = Acknowledgement.of(
            "AwsSolutions-AEC6",
            "A user for each service, with a password and keys of its own, in the place of one token for all.");
    private static final Acknowledgement ONE_ZONE = Acknowledgement.of(
            "AwsSolutions-AEC4", "Where no replica was asked for, what the cache held is in the databases still.");

    private void add(List<Service> services) {
        int replicas = cache.replicasIn(stack.stack().stage().place());
        boolean isCluster = cache.shards().isPresent();
        List<CfnUser> users = stack.users(services);
        CfnReplicationGroup.Builder builder = CfnReplicationGroup.Builder.create(stack.stack(), "ReplicationGroup")
                .replicationGroupId(stack.id())
                .replicationGroupDescription(stack.description())
                .engine(stack.engine().id())
                .engineVersion(stack.engine().version())
                .cacheNodeType(cache.nodeTypeIn(stack.stack().stage().place()))
                .automaticFailoverEnabled(isCluster || replicas > 0)
                .multiAzEnabled(replicas > 0)
                .port(CacheClients.PORT)
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("required")
                .atRestEncryptionEnabled(true)
                .autoMinorVersionUpgrade(true)
                .snapshotRetentionLimit(stack.snapshots())
                .cacheSubnetGroupName(subnets())
                .securityGroupIds(List.of(stack.securityGroup(List.of(CacheClients.PORT))))
                .userGroupIds(List.of(stack.userGroup(users)));
        cache.shards()
                .ifPresentOrElse(
                        shards -> builder.clusterMode("enabled")
                                .cacheParameterGroupName(stack.engine().clusterParameters())
                                .numNodeGroups(shards)
                                .replicasPerNodeGroup(replicas),
                        () -> builder.numCacheClusters(1 + replicas));
        CfnReplicationGroup group = builder.build();
        USERS.on(group);
        if (replicas == 0) {
            ONE_ZONE.on(group);
        }
        group.applyRemovalPolicy(stack.stack().dataPolicy());
        stack.publish(isCluster ? group.getAttrConfigurationEndPointAddress() : group.getAttrPrimaryEndPointAddress());
    }

    private String subnets() {
        CfnSubnetGroup group = CfnSubnetGroup.Builder.create(stack.stack(), "Subnets")
                .cacheSubnetGroupName(stack.names().environmentWide())
                .description("Isolated subnets of " + stack.names().environmentWide())
                .subnetIds(stack.stack().readWhole(stack.names().subnetIds(Tier.ISOLATED)))
                .build();
        return stack.stack().keptWithData(group).getRef();
    }
}
