package dev.slipway;

import java.util.Map;
import java.util.TreeMap;

/** Behaviour of the CDK that is set in code, as the context of {@code cdk.json} reaches only runs of its CLI. */
final class FeatureFlags {
    static final Map<String, Object> RECOMMENDED = recommended();

    private FeatureFlags() {}

    private static Map<String, Object> recommended() {
        Map<String, Object> flags = new TreeMap<>();
        flags.put("@aws-cdk/core:enablePartitionLiterals", true);
        flags.put("@aws-cdk/aws-iam:minimizePolicies", true);
        flags.put("@aws-cdk/core:target-partitions", java.util.List.of("aws", "aws-cn"));
        flags.put("@aws-cdk/aws-ec2:restrictDefaultSecurityGroup", true);
        flags.put("@aws-cdk/customresources:installLatestAwsSdkDefault", false);
        return flags;
    }
}
