package dev.slipway.capability.database.rds;

import dev.slipway.capability.database.engine.Engine;
import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.List;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup.IngressProperty;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;

/**
 * What every database of ours has around it, in the stack of its engine: credentials, key, subnets, security group.
 *
 * @param services that have a database in it
 */
record DatabaseStack(EnvironmentStack stack, RdsEngine rds, List<Service> services) {
    private static final int HASH_LENGTH = 7;

    static DatabaseStack of(EnvironmentStage stage, RdsEngine rds, List<Service> services) {
        return new DatabaseStack(stage.stack(rds.engine().concern()), rds, services);
    }

    Engine engine() {
        return rds.engine();
    }

    Names names() {
        return stack.stage().names();
    }

    boolean isProduction() {
        return stack.stage().isProduction();
    }

    /** Encrypts what is stored; kept by a database that is restored from elsewhere, for what was stored before. */
    Key key() {
        return Key.Builder.create(stack, "Key")
                .description("Rows at rest in " + names().environmentWide())
                .enableKeyRotation(true)
                .removalPolicy(stack.dataPolicy())
                .build();
    }

    CfnDBSubnetGroup subnets() {
        return stack.keptWithData(CfnDBSubnetGroup.Builder.create(stack, "Subnets")
                .dbSubnetGroupDescription("Isolated subnets")
                .subnetIds(stack.readWhole(names().subnetIds(Tier.ISOLATED)))
                .build());
    }

    /** Admits the pods of the cluster. */
    CfnSecurityGroup securityGroup(String id, String reached) {
        return CfnSecurityGroup.Builder.create(stack, id)
                .groupDescription("%s: reached by %s".formatted(engine().title(), reached))
                .vpcId(stack.read(names().vpcId()))
                .securityGroupIngress(List.of(IngressProperty.builder()
                        .ipProtocol("tcp")
                        .fromPort(engine().port())
                        .toPort(engine().port())
                        .sourceSecurityGroupId(stack.read(names().clusterSecurityGroup()))
                        .description(engine().title() + ", from pods")
                        .build()))
                .build();
    }

    /** What the database is called in RDS. */
    String identifier(int limit) {
        return identifier(engine(), names(), limit);
    }

    private static String identifier(Engine engine, Names names, int limit) {
        String suffix = engine == Engine.POSTGRES ? "" : "-" + engine.concern();
        return names.environmentWide(limit - suffix.length()) + suffix;
    }

    /** The same, but another for each snapshot that it is made from: RDS has to make it anew then. */
    String identifier(RdsSettings settings, int limit) {
        return identifier(engine(), settings, names(), limit);
    }

    static String identifier(Engine engine, RdsSettings settings, Names names, int limit) {
        return settings.snapshot()
                .map(snapshot -> "-restored-" + Names.hash(snapshot).substring(0, HASH_LENGTH))
                .map(suffix -> identifier(engine, names, limit - suffix.length()) + suffix)
                .orElseGet(() -> identifier(engine, names, limit));
    }
}
