package dev.slipway.review.change;

import dev.slipway.review.Tree;
import java.util.List;

/** What becomes of a resource that leaves its stack or is replaced. */
public enum Retention {
    DELETED,
    /** Deleted, with a snapshot of it taken before. */
    SNAPSHOT,
    /** Left in the account, managed by nobody. */
    RETAINED;

    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html. */
    private static final List<String> SNAPSHOT_BY_DEFAULT = List.of("AWS::RDS::DBCluster", "AWS::RDS::DBInstance");

    /** Of a resource by one of its attributes: {@code DeletionPolicy} or {@code UpdateReplacePolicy}. */
    public static Retention of(Tree resource, String attribute) {
        String policy = resource.get(attribute).text();
        boolean isSnapshotByDefault =
                SNAPSHOT_BY_DEFAULT.contains(resource.get("Type").text())
                        && !resource.at("Properties.DBClusterIdentifier").exists();
        return switch (policy) {
            case "Retain", "RetainExceptOnCreate" -> RETAINED;
            case "Snapshot" -> SNAPSHOT;
            default ->
                policy.isEmpty() && attribute.equals("DeletionPolicy") && isSnapshotByDefault ? SNAPSHOT : DELETED;
        };
    }

    Retention lesser(Retention other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
