package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.stream.Stream;

/** Buckets: https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html, CIS AWS Foundations 2.1. */
public final class Buckets {
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String POLICY = "AWS::S3::BucketPolicy";

    private Buckets() {}

    public static Stream<Finding> open(Synthesis synthesis) {
        Stream<Finding> blocks = Stream.of(
                        "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                .flatMap(block -> Demand.of(BUCKET)
                        .at(synthesis, "PublicAccessBlockConfiguration." + block, "be true", Tree::isTrue));
        Stream<Finding> lists = Demand.of(BUCKET)
                .at(synthesis, "AccessControl", "not open it to others", value -> !value.text()
                        .matches("Public.*|AuthenticatedRead"));
        Stream<Finding> owners = Demand.of(BUCKET)
                .at(
                        synthesis,
                        "OwnershipControls.Rules.0.ObjectOwnership",
                        "be BucketOwnerEnforced, which switches access lists off",
                        value -> !value.exists() || value.text().equals("BucketOwnerEnforced"));
        Stream<Finding> policies = Demand.of(POLICY)
                .at(
                        synthesis,
                        "PolicyDocument.Statement",
                        "allow nothing to everybody",
                        statements -> statements.items().stream().noneMatch(Buckets::isForEverybody));
        return Stream.of(blocks, lists, owners, policies).flatMap(findings -> findings);
    }

    private static boolean isForEverybody(Tree statement) {
        Tree principal = statement.get("Principal");
        boolean isAnybody =
                principal.text().equals("*") || principal.get("AWS").texts().contains("*");
        return statement.get("Effect").text().equals("Allow")
                && isAnybody
                && !statement.get("Condition").exists();
    }

    public static Stream<Finding> plaintext(Synthesis synthesis) {
        return Demand.of(BUCKET)
                .in(synthesis)
                .filter(bucket ->
                        bucket.template().resources(POLICY).stream().noneMatch(policy -> isTlsOnly(policy, bucket)))
                .map(bucket -> Finding.about(
                        bucket,
                        "",
                        "must have a policy that denies every request without TLS: aws:SecureTransport false."));
    }

    private static boolean isTlsOnly(Resource policy, Resource bucket) {
        return policy.property("Bucket.Ref").text().equals(bucket.id())
                && policy.property("PolicyDocument.Statement").items().stream()
                        .anyMatch(statement -> statement.get("Effect").text().equals("Deny")
                                && statement.get("Action").texts().contains("s3:*")
                                && statement
                                        .at("Condition.Bool")
                                        .get("aws:SecureTransport")
                                        .text()
                                        .equals("false"));
    }

    public static Stream<Finding> unencrypted(Synthesis synthesis) {
        return Demand.of(BUCKET)
                .at(
                        synthesis,
                        "BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm",
                        "be AES256, aws:kms or aws:kms:dsse",
                        Demand.isOneOf("AES256", "aws:kms", "aws:kms:dsse"));
    }

    /** Where data is kept, what is overwritten or deleted by mistake must come back. */
    public static Stream<Finding> unversioned(Synthesis synthesis) {
        return Demand.of(BUCKET)
                .where(Keeping.of(synthesis)::keeps)
                .at(
                        synthesis,
                        "VersioningConfiguration.Status",
                        "be Enabled where data is kept",
                        Demand.isOneOf("Enabled"));
    }
}
