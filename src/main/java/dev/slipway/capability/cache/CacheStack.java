package dev.slipway.capability.cache;

import dev.slipway.plan.Names;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticache.CfnUser;
import software.amazon.awscdk.services.elasticache.CfnUserGroup;

/**
 * The stack {@code cache}, with what every kind of cache has. Reads the network and the cluster's security group; publishes
 * {@code cache/endpoint}.
 */
record CacheStack(EnvironmentStack stack, CacheEngine engine) {
    /** Of a cache's and a user group's id: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference. */
    static final int ID_LIMIT = 40;

    private static final int SNAPSHOT_DAYS = 7;

    static CacheStack in(EnvironmentStage stage, CacheEngine engine) {
        return new CacheStack(stage.stack("cache"), engine);
    }

    Names names() {
        return stack.stage().names();
    }

    /** The id of the cache. */
    String id() {
        return names().environmentWide(ID_LIMIT);
    }

    String description() {
        return "Cache of " + names().environmentWide();
    }

    /** How many daily snapshots are kept. */
    int snapshots() {
        return stack.stage().isProduction() ? SNAPSHOT_DAYS : 0;
    }

    /** A user for each service, and where the engine asks for it one that nobody can be. */
    List<CfnUser> users(List<Service> services) {
        List<CfnUser> users = new ArrayList<>();
        services.forEach(service -> users.add(CacheUser.add(this, service)));
        if (engine.asksForDefaultUser()) {
            users.add(CacheUser.addNobody(this));
        }
        return users;
    }

    /** The id of a group of users. */
    String userGroup(List<CfnUser> users) {
        users.forEach(stack::keptWithData);
        CfnUserGroup group = CfnUserGroup.Builder.create(stack, "Users")
                .engine(engine.id())
                .userGroupId(id())
                .userIds(users.stream().map(CfnUser::getRef).toList())
                .build();
        return stack.keptWithData(group).getRef();
    }

    /** The id of a group that admits the pods of the cluster. */
    String securityGroup(List<Integer> ports) {
        IVpc vpc = Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(stack.read(names().vpcId()))
                        .availabilityZones(List.of(Fn.select(0, Fn.getAzs())))
                        .build());
        SecurityGroup group = SecurityGroup.Builder.create(stack, "SecurityGroup")
                .vpc(vpc)
                .description(description())
                .allowAllOutbound(false)
                .build();
        ports.forEach(port -> group.addIngressRule(
                Peer.securityGroupId(stack.read(names().clusterSecurityGroup())),
                Port.tcp(port),
                "Pods of the cluster"));
        return stack.keptWithData(group).getSecurityGroupId();
    }

    void publish(String endpoint) {
        stack.publish(CacheClients.endpoint(names()), endpoint);
    }
}
