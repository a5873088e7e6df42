package dev.slipway.capability.database.rds;

import dev.slipway.capability.database.engine.Engine;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBParameterGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;

/**
 * The stack of one RDS instance: {@code database} for PostgreSQL, {@code mysql}, {@code oracle}.
 *
 * <p>Reads: VPC, isolated subnets, the cluster's security group. Publishes: {@code endpoint}, with replicas
 * {@code reader-endpoint}, behind a proxy {@code server-endpoint}. Secrets: the master's and one for each service, under
 * planned names.
 */
public final class RdsStack {
    /** RDS: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html. */
    static final int IDENTIFIER_LIMIT = 63;

    private final DatabaseStack database;
    private final RdsSettings settings;
    private final Optional<OracleSettings> oracle;

    /** What the instance and its replicas stand on. */
    private record Ground(Key key, String subnets, CfnSecurityGroup group, String parameters) {}

    private RdsStack(DatabaseStack database, RdsSettings settings, Optional<OracleSettings> oracle) {
        this.database = database;
        this.settings = settings;
        this.oracle = oracle;
    }

    /** Adds the instance, and what goes with it, where a service has a database in it. */
    public static void provision(
            EnvironmentStage stage,
            RdsEngine rds,
            RdsSettings settings,
            Optional<OracleSettings> oracle,
            List<Service> services) {
        if (!services.isEmpty()) {
            new RdsStack(DatabaseStack.of(stage, rds, services), settings, oracle).add();
        }
    }

    private void add() {
        EnvironmentStack stack = database.stack();
        Engine engine = database.engine();
        Secret master = Credentials.ofMaster(stack, database.rds());
        List<Secret> credentials = Credentials.ofServices(stack, database.rds(), database.services());
        Ground ground = new Ground(
                database.key(),
                database.subnets().getRef(),
                stack.keptWithData(database.securityGroup("Database", "the pods of the cluster")),
                parameters().getRef());
        CfnDBInstance instance = instance(master, ground);
        String endpoint = instance.getAttrEndpointAddress();
        if (settings.proxy()) {
            stack.publish(engine.serverEndpoint(database.names()), endpoint);
            stack.publish(
                    engine.endpoint(database.names()),
                    new Proxy(database, ground.group(), credentials).before(instance));
        } else {
            stack.publish(engine.endpoint(database.names()), endpoint);
        }
        List<String> readers = new ArrayList<>();
        for (int i = 1; i <= settings.replicas().orElse(0); i++) {
            readers.add(replica(i, instance, ground).getAttrEndpointAddress());
        }
        if (!readers.isEmpty()) {
            stack.publish(
                    engine.readerEndpoint(database.names()),
                    readers.size() == 1 ? readers.get(0) : Fn.join(",", readers));
        }
    }

    private CfnDBInstance instance(Secret master, Ground ground) {
        EnvironmentStack stack = database.stack();
        boolean production = database.isProduction();
        CfnDBInstance.Builder builder = CfnDBInstance.Builder.create(stack, "Instance")
                .dbInstanceIdentifier(database.identifier(settings, IDENTIFIER_LIMIT))
                .engine(database.rds().identifier())
                .engineVersion(database.rds().engineVersion(settings.majorVersion()))
                .dbInstanceClass(settings.instanceClass())
                .allocatedStorage(String.valueOf(settings.storageGibibytes()))
                .maxAllocatedStorage(settings.storageGibibytes() * RdsSettings.STORAGE_GROWTH)
                .storageType("gp3")
                .masterUserPassword(master.secretValueFromJson("password").unsafeUnwrap())
                .multiAz(settings.standby().orElse(production))
                .dbSubnetGroupName(ground.subnets())
                .vpcSecurityGroups(List.of(ground.group().getAttrGroupId()))
                .dbParameterGroupName(ground.parameters())
                .publiclyAccessible(false)
                .backupRetentionPeriod(settings.backupDaysIn(production))
                .copyTagsToSnapshot(true)
                .deletionProtection(production)
                .autoMinorVersionUpgrade(true)
                .enablePerformanceInsights(database.rds().hasPerformanceInsights(settings.instanceClass()))
                .enableCloudwatchLogsExports(database.rds().logs());
        settings.upgradedFrom().ifPresent(from -> builder.allowMajorVersionUpgrade(true));
        settings.snapshot().ifPresentOrElse(builder::dbSnapshotIdentifier, () -> builder.storageEncrypted(true)
                .kmsKeyId(ground.key().getKeyArn())
                .masterUsername(master.secretValueFromJson("username").unsafeUnwrap()));
        oracle.ifPresent(options -> options.apply(builder, stack, settings));
        CfnDBInstance instance = builder.build();
        instance.applyRemovalPolicy(stack.dataPolicy());
        RdsFindings.PORT.on(instance);
        if (!production) {
            RdsFindings.ONE_ZONE.on(instance);
            RdsFindings.DELETABLE.on(instance);
        }
        return instance;
    }

    /** Takes encryption and subnets from the instance that it copies. */
    private CfnDBInstance replica(int number, CfnDBInstance instance, Ground ground) {
        String suffix = "-reader-" + number;
        CfnDBInstance replica = CfnDBInstance.Builder.create(database.stack(), "Reader " + number)
                .dbInstanceIdentifier(database.identifier(settings, IDENTIFIER_LIMIT - suffix.length()) + suffix)
                .sourceDbInstanceIdentifier(instance.getRef())
                .dbInstanceClass(settings.instanceClass())
                .maxAllocatedStorage(settings.storageGibibytes() * RdsSettings.STORAGE_GROWTH)
                .storageType("gp3")
                .vpcSecurityGroups(List.of(ground.group().getAttrGroupId()))
                .dbParameterGroupName(ground.parameters())
                .publiclyAccessible(false)
                .copyTagsToSnapshot(true)
                .deletionProtection(database.isProduction())
                .autoMinorVersionUpgrade(true)
                .enablePerformanceInsights(database.rds().hasPerformanceInsights(settings.instanceClass()))
                .enableCloudwatchLogsExports(database.rds().logs())
                .build();
        replica.applyRemovalPolicy(RemovalPolicy.DESTROY);
        return replica;
    }

    private CfnDBParameterGroup parameters() {
        CfnDBParameterGroup.Builder parameters = CfnDBParameterGroup.Builder.create(database.stack(), "Parameters")
                .family(database.rds().family(settings.majorVersion()))
                .description("TLS only");
        if (!database.rds().parameters().isEmpty()) {
            parameters.parameters(database.rds().parameters());
        }
        return database.stack().keptWithData(parameters.build());
    }
}
