package dev.slipway.capability.cache;

import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticache.CfnReplicationGroup;
import software.amazon.awscdk.services.elasticache.CfnSubnetGroup;
import software.amazon.awscdk.services.elasticache.CfnUser;
import software.amazon.awscdk.services.elasticache.CfnUserGroup;

/** What the cache consists of. Reads the network and the cluster's security group; publishes the primary's address. */
record CacheStack(EnvironmentStack stack) {
    static final String ENGINE = "valkey";

    /** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html, 2026-11. */
    private static final String ENGINE_VERSION = "8.2";

    /** Of a replication group's id: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference. */
    private static final int ID_LIMIT = 40;

    private static final int SNAPSHOT_DAYS = 7;

    void add(int replicas, String nodeType, List<Service> services) {
        List<CfnUser> users =
                services.stream().map(service -> ValkeyUser.add(stack, service)).toList();
        CfnReplicationGroup group = CfnReplicationGroup.Builder.create(stack, "ReplicationGroup")
                .replicationGroupId(id(names()))
                .replicationGroupDescription("Cache of " + names().environmentWide())
                .engine(ENGINE)
                .engineVersion(ENGINE_VERSION)
                .cacheNodeType(nodeType)
                .numCacheClusters(1 + replicas)
                .automaticFailoverEnabled(replicas > 0)
                .multiAzEnabled(replicas > 0)
                .port(Valkey.PORT)
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("required")
                .atRestEncryptionEnabled(true)
                .autoMinorVersionUpgrade(true)
                .snapshotRetentionLimit(stack.stage().isProduction() ? SNAPSHOT_DAYS : 0)
                .cacheSubnetGroupName(subnets().getRef())
                .securityGroupIds(List.of(securityGroup().getSecurityGroupId()))
                .userGroupIds(List.of(userGroup(users).getRef()))
                .build();
        group.applyRemovalPolicy(stack.dataPolicy());
        stack.publish(Valkey.endpoint(names()), group.getAttrPrimaryEndPointAddress());
    }

    static String id(Names names) {
        return names.environmentWide(ID_LIMIT);
    }

    private Names names() {
        return stack.stage().names();
    }

    private CfnSubnetGroup subnets() {
        return CfnSubnetGroup.Builder.create(stack, "Subnets")
                .cacheSubnetGroupName(names().environmentWide())
                .description("Isolated subnets of " + names().environmentWide())
                .subnetIds(stack.readWhole(names().subnetIds(Tier.ISOLATED)))
                .build();
    }

    private SecurityGroup securityGroup() {
        IVpc vpc = Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(stack.read(names().vpcId()))
                        .availabilityZones(List.of(Fn.select(0, Fn.getAzs())))
                        .build());
        SecurityGroup group = SecurityGroup.Builder.create(stack, "SecurityGroup")
                .vpc(vpc)
                .description("Cache of " + names().environmentWide())
                .allowAllOutbound(false)
                .build();
        group.addIngressRule(
                Peer.securityGroupId(stack.read(names().clusterSecurityGroup())),
                Port.tcp(Valkey.PORT),
                "Pods of the cluster");
        return group;
    }

    private CfnUserGroup userGroup(List<CfnUser> users) {
        return CfnUserGroup.Builder.create(stack, "Users")
                .engine(ENGINE)
                .userGroupId(id(names()))
                .userIds(users.stream().map(CfnUser::getRef).toList())
                .build();
    }
}
