package dev.slipway.capability.database;

import dev.slipway.plan.Names;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Tier;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBParameterGroup;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;

/**
 * The stack {@code database}.
 *
 * <p>Reads: VPC, isolated subnets, the cluster's security group. Publishes: {@code database/endpoint}. Secrets: the master's
 * and one for each service, under planned names.
 */
final class RdsStack {
    private static final String CONCERN = "database";

    /** The newest major version that RDS has; minor versions come by themselves in the maintenance window. */
    private static final String MAJOR_VERSION = "18";

    private static final String MASTER = "slipway";
    private static final int PASSWORD_LENGTH = 40;
    private static final int BACKUP_DAYS = 7;
    private static final int PRODUCTION_BACKUP_DAYS = 30;

    private RdsStack() {}

    static void provision(RdsPostgres rds, EnvironmentStage stage) {
        EnvironmentStack stack = stage.stack(CONCERN);
        Names names = stage.names();
        Secret master = secret(stack, "Master", RdsPostgres.masterSecret(names), MASTER);
        for (ServicePlan service : stage.plan().servicesWith(DatabaseNeed.class)) {
            secret(
                    stack,
                    "Credential " + service.name(),
                    RdsPostgres.secretOf(service.name(), names),
                    RdsPostgres.databaseOf(service.name()));
        }
        CfnDBInstance instance = instance(rds, stack, master);
        stack.publish(RdsPostgres.endpoint(names), instance.getAttrEndpointAddress());
    }

    private static Secret secret(EnvironmentStack stack, String id, String name, String username) {
        return Secret.Builder.create(stack, id)
                .secretName(name)
                .description("PostgreSQL role " + username)
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate("{\"username\":\"%s\"}".formatted(username))
                        .generateStringKey("password")
                        .passwordLength(PASSWORD_LENGTH)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(stack.dataPolicy())
                .build();
    }

    private static CfnDBInstance instance(RdsPostgres rds, EnvironmentStack stack, Secret master) {
        boolean production = stack.stage().isProduction();
        CfnDBInstance instance = CfnDBInstance.Builder.create(stack, "Instance")
                .dbInstanceIdentifier(RdsPostgres.identifier(stack.stage().names()))
                .engine("postgres")
                .engineVersion(MAJOR_VERSION)
                .dbInstanceClass(rds.instanceClass())
                .allocatedStorage(String.valueOf(rds.storageGibibytes()))
                .maxAllocatedStorage(rds.storageGibibytes() * RdsPostgres.STORAGE_GROWTH)
                .storageType("gp3")
                .storageEncrypted(true)
                .kmsKeyId(key(stack).getKeyArn())
                .masterUsername(master.secretValueFromJson("username").unsafeUnwrap())
                .masterUserPassword(master.secretValueFromJson("password").unsafeUnwrap())
                .multiAz(rds.standby().orElse(production))
                .dbSubnetGroupName(subnets(stack).getRef())
                .vpcSecurityGroups(List.of(securityGroup(stack)))
                .dbParameterGroupName(parameters(stack).getRef())
                .publiclyAccessible(false)
                .backupRetentionPeriod(production ? PRODUCTION_BACKUP_DAYS : BACKUP_DAYS)
                .copyTagsToSnapshot(true)
                .deletionProtection(production)
                .autoMinorVersionUpgrade(true)
                .enablePerformanceInsights(true)
                .enableCloudwatchLogsExports(List.of("postgresql", "upgrade"))
                .build();
        instance.applyRemovalPolicy(stack.dataPolicy());
        return instance;
    }

    private static Key key(EnvironmentStack stack) {
        return Key.Builder.create(stack, "Key")
                .description("Rows at rest in " + stack.stage().names().environmentWide())
                .enableKeyRotation(true)
                .removalPolicy(stack.dataPolicy())
                .build();
    }

    private static CfnDBSubnetGroup subnets(EnvironmentStack stack) {
        return CfnDBSubnetGroup.Builder.create(stack, "Subnets")
                .dbSubnetGroupDescription("Isolated subnets")
                .subnetIds(stack.readWhole(stack.stage().names().subnetIds(Tier.ISOLATED)))
                .build();
    }

    private static CfnDBParameterGroup parameters(EnvironmentStack stack) {
        return CfnDBParameterGroup.Builder.create(stack, "Parameters")
                .family("postgres" + MAJOR_VERSION)
                .description("TLS only")
                .parameters(Map.of("rds.force_ssl", "1"))
                .build();
    }

    private static String securityGroup(EnvironmentStack stack) {
        return CfnSecurityGroup.Builder.create(stack, "Database")
                .groupDescription("PostgreSQL: reached by the pods of the cluster")
                .vpcId(stack.read(stack.stage().names().vpcId()))
                .securityGroupIngress(List.of(CfnSecurityGroup.IngressProperty.builder()
                        .ipProtocol("tcp")
                        .fromPort(RdsPostgres.PORT)
                        .toPort(RdsPostgres.PORT)
                        .sourceSecurityGroupId(stack.read(stack.stage().names().clusterSecurityGroup()))
                        .description("PostgreSQL, from pods")
                        .build()))
                .build()
                .getAttrGroupId();
    }
}
