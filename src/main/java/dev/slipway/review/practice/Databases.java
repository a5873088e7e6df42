package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * Databases of RDS: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html, CIS AWS Foundations 2.2.
 */
public final class Databases {
    private static final String INSTANCE = "AWS::RDS::DBInstance";
    private static final String CLUSTER = "AWS::RDS::DBCluster";

    /** Days; what CIS and AWS Backup call enough to notice a mistake. */
    private static final long WEEK = 7;

    private static final String GROUPED = "name a security group, or that of the VPC holds";
    private static final List<String> ON = List.of("1", "ON", "true");

    private Databases() {}

    private static Demand whole() {
        return Demand.of(INSTANCE, CLUSTER).where(Databases::isWhole);
    }

    /** An instance of a cluster has storage, backups and a key from its cluster. */
    private static boolean isWhole(Resource resource) {
        return !resource.property("DBClusterIdentifier").exists()
                || resource.type().equals(CLUSTER);
    }

    public static Stream<Finding> unencrypted(Synthesis synthesis) {
        return whole().at(synthesis, "StorageEncrypted", "be true", Tree::isTrue);
    }

    public static Stream<Finding> open(Synthesis synthesis) {
        Stream<Finding> open = Demand.of(INSTANCE).at(synthesis, "PubliclyAccessible", "be false", value -> value.text()
                .equals("false"));
        Stream<Finding> grouped = Stream.concat(
                Demand.of(INSTANCE)
                        .where(Databases::isWhole)
                        .at(synthesis, "VPCSecurityGroups", GROUPED, value -> !value.items()
                                .isEmpty()),
                Demand.of(CLUSTER).at(synthesis, "VpcSecurityGroupIds", GROUPED, value -> !value.items()
                        .isEmpty()));
        Stream<Finding> placed = whole().at(
                        synthesis, "DBSubnetGroupName", "name subnets, or those of the default VPC hold", Tree::exists);
        return Stream.of(open, grouped, placed).flatMap(findings -> findings);
    }

    /** Drivers that do not ask for TLS get none, unless the server insists. */
    public static Stream<Finding> plaintext(Synthesis synthesis) {
        return Stream.concat(
                Stream.of(
                                named(synthesis, INSTANCE, "postgres|mysql", "DBParameterGroupName"),
                                named(synthesis, INSTANCE, "oracle.*", "OptionGroupName"),
                                named(synthesis, CLUSTER, ".*", "DBClusterParameterGroupName"))
                        .flatMap(findings -> findings),
                Stream.concat(
                        demanded(synthesis, "postgres", "rds.force_ssl"),
                        Stream.concat(
                                demanded(synthesis, "mysql", "require_secure_transport"),
                                Demand.of("AWS::RDS::OptionGroup")
                                        .where(group -> group.property("EngineName")
                                                .text()
                                                .startsWith("oracle"))
                                        .at(
                                                synthesis,
                                                "OptionConfigurations",
                                                "hold SSL or NATIVE_NETWORK_ENCRYPTION with SQLNET.ENCRYPTION_SERVER REQUIRED",
                                                Databases::isEncrypted))));
    }

    /** Those of AWS ask for nothing. */
    private static Stream<Finding> named(Synthesis synthesis, String type, String engine, String property) {
        return Demand.of(type)
                .where(Databases::isWhole)
                .where(database -> database.property("Engine").text().matches(engine))
                .at(synthesis, property, "name a group, or that of AWS holds, which asks for no TLS", Tree::exists);
    }

    private static boolean isEncrypted(Tree options) {
        return options.items().stream()
                .anyMatch(option -> option.get("OptionName").text().equals("SSL")
                        || option.get("OptionSettings").items().stream()
                                .anyMatch(setting -> setting.get("Name").text().equals("SQLNET.ENCRYPTION_SERVER")
                                        && setting.get("Value").text().equals("REQUIRED")));
    }

    private static Stream<Finding> demanded(Synthesis synthesis, String engine, String parameter) {
        return Demand.of("AWS::RDS::DBParameterGroup", "AWS::RDS::DBClusterParameterGroup")
                .where(group -> group.property("Family").text().contains(engine))
                .where(group -> group.type().contains("Cluster")
                        || !group.property("Family").text().startsWith("aurora"))
                .at(
                        synthesis,
                        "Parameters",
                        "set %s to 1".formatted(parameter),
                        parameters -> ON.contains(parameters.get(parameter).text()));
    }

    public static Stream<Finding> unrecoverable(Synthesis synthesis) {
        Keeping keeping = Keeping.of(synthesis);
        return Stream.of(
                        whole().where(keeping::keeps)
                                .at(
                                        synthesis,
                                        "BackupRetentionPeriod",
                                        "be at least 7 days where data is kept",
                                        Demand.isAtLeast(WEEK)),
                        whole().where(database -> !keeping.keeps(database))
                                .at(synthesis, "BackupRetentionPeriod", "not be 0", value -> !value.text()
                                        .equals("0")),
                        Demand.of(INSTANCE)
                                .where(Databases::isWhole)
                                .where(keeping::keeps)
                                .at(synthesis, "MultiAZ", "be true where data is kept", Tree::isTrue),
                        whole().where(keeping::keeps)
                                .at(
                                        synthesis,
                                        "CopyTagsToSnapshot",
                                        "be true, so that snapshots can be told apart",
                                        Tree::isTrue))
                .flatMap(findings -> findings);
    }

    public static Stream<Finding> unattended(Synthesis synthesis) {
        return Stream.concat(
                Demand.of(INSTANCE)
                        .where(Databases::isWhole)
                        .at(
                                synthesis,
                                "AutoMinorVersionUpgrade",
                                "not be false, or nobody closes its holes",
                                value -> !value.text().equals("false")),
                whole().at(
                                synthesis,
                                "EnableCloudwatchLogsExports",
                                "name the logs of the engine, or they are gone with the instance",
                                value -> !value.items().isEmpty()));
    }
}
