package dev.slipway.capability.database.rds;

import dev.slipway.capability.database.engine.Engine;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBCluster.ServerlessV2ScalingConfigurationProperty;
import software.amazon.awscdk.services.rds.CfnDBClusterParameterGroup;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.secretsmanager.Secret;

/**
 * The stack {@code database} with a cluster of Aurora.
 *
 * <p>Reads: VPC, isolated subnets, the cluster's security group. Publishes: {@code database/endpoint}, with readers
 * {@code database/reader-endpoint}, behind a proxy {@code database/server-endpoint}. Secrets: the master's and one for each
 * service, under planned names.
 */
public final class AuroraStack {
    private static final RdsEngine RDS = RdsEngine.AURORA_POSTGRES;

    /** RDS: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html. */
    private static final int IDENTIFIER_LIMIT = 63;

    private final DatabaseStack database;
    private final RdsSettings settings;
    private final Capacity capacity;

    private AuroraStack(DatabaseStack database, RdsSettings settings, Capacity capacity) {
        this.database = database;
        this.settings = settings;
        this.capacity = capacity;
    }

    /** Adds the cluster, and what goes with it, where a service has a database in it. */
    public static void provision(
            EnvironmentStage stage, RdsSettings settings, Capacity capacity, List<Service> services) {
        if (!services.isEmpty()) {
            new AuroraStack(DatabaseStack.of(stage, RDS, services), settings, capacity).add();
        }
    }

    private void add() {
        EnvironmentStack stack = database.stack();
        Engine engine = database.engine();
        Secret master = Credentials.ofMaster(stack, RDS);
        List<Secret> credentials = Credentials.ofServices(stack, RDS, database.services());
        CfnSecurityGroup group = stack.keptWithData(database.securityGroup("Database", "the pods of the cluster"));
        CfnDBCluster cluster = cluster(master, group);
        int readers = settings.replicas().orElse(0);
        List<CfnDBInstance> instances = new ArrayList<>();
        for (int i = 0; i <= readers; i++) {
            instances.add(instance(i, cluster));
        }
        String endpoint = cluster.getAttrEndpointAddress();
        if (settings.proxy()) {
            stack.publish(engine.serverEndpoint(database.names()), endpoint);
            stack.publish(
                    engine.endpoint(database.names()),
                    new Proxy(database, group, credentials).before(cluster, instances));
        } else {
            stack.publish(engine.endpoint(database.names()), endpoint);
        }
        if (readers > 0) {
            stack.publish(engine.readerEndpoint(database.names()), cluster.getAttrReadEndpointAddress());
        }
    }

    private CfnDBCluster cluster(Secret master, CfnSecurityGroup group) {
        EnvironmentStack stack = database.stack();
        boolean production = database.isProduction();
        Key key = database.key();
        CfnDBCluster.Builder builder = CfnDBCluster.Builder.create(stack, "Cluster")
                .dbClusterIdentifier(database.identifier(settings, IDENTIFIER_LIMIT))
                .engine(RDS.identifier())
                .engineVersion(RDS.engineVersion(settings.majorVersion()))
                .serverlessV2ScalingConfiguration(scaling())
                .port(database.engine().port())
                .dbSubnetGroupName(database.subnets().getRef())
                .vpcSecurityGroupIds(List.of(group.getAttrGroupId()))
                .dbClusterParameterGroupName(parameters().getRef())
                .backupRetentionPeriod(settings.backupDaysIn(production))
                .copyTagsToSnapshot(true)
                .deletionProtection(production)
                .enableCloudwatchLogsExports(RDS.logs());
        settings.snapshot().ifPresentOrElse(builder::snapshotIdentifier, () -> builder.storageEncrypted(true)
                .kmsKeyId(key.getKeyArn())
                .masterUsername(master.secretValueFromJson("username").unsafeUnwrap())
                .masterUserPassword(master.secretValueFromJson("password").unsafeUnwrap()));
        CfnDBCluster cluster = builder.build();
        cluster.applyRemovalPolicy(stack.dataPolicy());
        return cluster;
    }

    private ServerlessV2ScalingConfigurationProperty scaling() {
        ServerlessV2ScalingConfigurationProperty.Builder scaling = ServerlessV2ScalingConfigurationProperty.builder()
                .minCapacity(capacity.least())
                .maxCapacity(capacity.most());
        if (capacity.pauses()) {
            scaling.secondsUntilAutoPause(Capacity.SECONDS_UNTIL_PAUSE);
        }
        return scaling.build();
    }

    /** Data is the cluster's: an instance that goes takes nothing with it. */
    private CfnDBInstance instance(int number, CfnDBCluster cluster) {
        CfnDBInstance instance = CfnDBInstance.Builder.create(database.stack(), "Instance " + number)
                .dbClusterIdentifier(cluster.getRef())
                .engine(RDS.identifier())
                .dbInstanceClass(settings.instanceClass())
                .publiclyAccessible(false)
                .autoMinorVersionUpgrade(true)
                .enablePerformanceInsights(database.isProduction())
                .build();
        instance.applyRemovalPolicy(RemovalPolicy.DESTROY);
        return instance;
    }

    /** Not called as those of an instance: CloudFormation refuses another type under the same id. */
    private CfnDBClusterParameterGroup parameters() {
        return database.stack()
                .keptWithData(CfnDBClusterParameterGroup.Builder.create(database.stack(), "ClusterParameters")
                        .family(RDS.family(settings.majorVersion()))
                        .description("TLS only")
                        .parameters(RDS.parameters())
                        .build());
    }
}
