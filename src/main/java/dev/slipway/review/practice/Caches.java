package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.stream.Stream;

/** Caches of ElastiCache: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html. */
public final class Caches {
    private static final String GROUP = "AWS::ElastiCache::ReplicationGroup";
    private static final String SERVERLESS = "AWS::ElastiCache::ServerlessCache";
    private static final String USER = "AWS::ElastiCache::User";

    private Caches() {}

    public static Stream<Finding> unencrypted(Synthesis synthesis) {
        return Stream.of(
                        Demand.of(GROUP).at(synthesis, "TransitEncryptionEnabled", "be true", Tree::isTrue),
                        Demand.of(GROUP).at(synthesis, "TransitEncryptionMode", "be required", value -> !value.text()
                                .equals("preferred")),
                        Demand.of(GROUP).at(synthesis, "AtRestEncryptionEnabled", "be true", Tree::isTrue))
                .flatMap(findings -> findings);
    }

    public static Stream<Finding> unauthenticated(Synthesis synthesis) {
        Stream<Finding> groups = Demand.of(GROUP)
                .where(group -> !group.property("AuthToken").exists())
                .at(synthesis, "UserGroupIds", "name users, or anybody in the VPC is let in", value -> !value.items()
                        .isEmpty());
        Stream<Finding> serverless = Demand.of(SERVERLESS)
                .at(synthesis, "UserGroupId", "name users, or anybody in the VPC is let in", Tree::exists);
        Stream<Finding> users = Demand.of(USER)
                .where(Caches::isOn)
                .at(synthesis, "NoPasswordRequired", "not be true", value -> !value.isTrue());
        Stream<Finding> keyed = Demand.of(USER)
                .where(user -> !user.property("AuthenticationMode").exists())
                .where(Caches::isOn)
                .at(synthesis, "Passwords", "hold a password, or the user needs none", value -> !value.items()
                        .isEmpty());
        Stream<Finding> byDefault = Demand.of("AWS::ElastiCache::UserGroup")
                .at(synthesis, "UserIds", "not hold default, who needs no password", ids -> !ids.texts()
                        .contains("default"));
        Stream<Finding> access = Demand.of(USER).at(synthesis, "AccessString", "be set", Tree::exists);
        return Stream.of(groups, serverless, users, keyed, byDefault, access).flatMap(findings -> findings);
    }

    private static boolean isOn(Resource user) {
        return !user.property("AccessString").text().startsWith("off");
    }

    /** A user of one service must not reach the keys of all, nor what flushes them. */
    public static Stream<Finding> wide(Synthesis synthesis) {
        return Demand.of(USER)
                .at(
                        synthesis,
                        "AccessString",
                        "not open all keys with all commands",
                        value -> !value.text().matches("(?s)on .*") || !isWide(value.text()));
    }

    private static boolean isWide(String access) {
        boolean isOnAllKeys = access.matches(".*(^| )(~\\*|allkeys)( .*|$)");
        boolean isWithAdmin = access.matches(".*(^| )(\\+@all|allcommands)( .*|$)") && !access.contains("-@dangerous");
        return isOnAllKeys || isWithAdmin;
    }

    public static Stream<Finding> unrecoverable(Synthesis synthesis) {
        Keeping keeping = Keeping.of(synthesis);
        Demand kept = Demand.of(GROUP).where(keeping::keeps);
        return Stream.of(
                        kept.at(synthesis, "AutomaticFailoverEnabled", "be true where data is kept", Tree::isTrue),
                        kept.at(synthesis, "MultiAZEnabled", "be true where data is kept", Tree::isTrue),
                        Demand.of(GROUP, SERVERLESS)
                                .where(keeping::keeps)
                                .at(
                                        synthesis,
                                        "SnapshotRetentionLimit",
                                        "be at least 1 day where data is kept",
                                        Demand.isAtLeast(1)),
                        kept.where(group -> !group.property("NumNodeGroups").exists())
                                .at(
                                        synthesis,
                                        "NumCacheClusters",
                                        "be at least 2 where data is kept",
                                        Demand.isAtLeast(2)))
                .flatMap(findings -> findings);
    }

    /** Those of the VPC hold for what names none. */
    public static Stream<Finding> ungrouped(Synthesis synthesis) {
        return Demand.of(GROUP, SERVERLESS)
                .at(synthesis, "SecurityGroupIds", "name a security group", value -> !value.items()
                        .isEmpty());
    }
}
