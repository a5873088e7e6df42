package dev.slipway;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the CDK behaves, set in code, as the context of a {@code cdk.json} reaches only runs of the CDK CLI: what that CLI
 * writes and what a run without it writes must be the same bytes.
 */
final class CdkContext {
    /** Flags that the CDK recommends to new projects: {@code cdk flags}, aws-cdk-lib 2.263.0, November 2026. */
    private static final List<String> RECOMMENDED = List.of(
            "core:enablePartitionLiterals",
            "core:includePrefixInUniqueNameGeneration",
            "core:explicitStackTags",
            "core:aspectPrioritiesMutating",
            "core:checkSecretUsage",
            "core:validateSnapshotRemovalPolicy",
            "core:annotationsInValidationReport",
            "core:validateAgainstDefaultRules",
            "aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig",
            "aws-ec2:ebsDefaultGp3Volume",
            "aws-ec2:launchTemplateDefaultUserData",
            "aws-ec2:requirePrivateSubnetsForEgressOnlyInternetGateway",
            "aws-ec2:uniqueImdsv2TemplateName",
            "aws-eks:defaultToAL2023",
            "aws-eks:nodegroupNameAttribute",
            "aws-eks:useNativeOidcProvider",
            "aws-iam:importedRoleStackSafeDefaultPolicyName",
            "aws-iam:minimizePolicies",
            "aws-iam:oidcRejectUnauthorizedConnections",
            "aws-kms:aliasNameRef",
            "aws-kms:applyImportedAliasPermissionsToPrincipal",
            "aws-kms:reduceCrossAccountRegionPolicyScope",
            "aws-lambda:recognizeLayerVersion",
            "aws-lambda:useCdkManagedLogGroup",
            "aws-rds:auroraClusterChangeScopeOfInstanceParameterGroupWithEachParameters",
            "aws-rds:preventRenderingDeprecatedCredentials",
            "aws-rds:setCorrectValueForDatabaseInstanceReadReplicaInstanceResourceId",
            "aws-s3:createDefaultLoggingPolicy",
            "aws-s3:publicAccessBlockedByDefault",
            "aws-s3:serverAccessLogsUseBucketPolicy",
            "aws-secretsmanager:useAttachedSecretResourcePolicyForSecretTargetAttachments");

    private CdkContext() {}

    static Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        RECOMMENDED.forEach(flag -> values.put("@aws-cdk/" + flag, true));
        values.put("@aws-cdk/core:target-partitions", List.of("aws", "aws-cn"));
        values.put("@aws-cdk/customresources:installLatestAwsSdkDefault", false);
        values.put("@aws-cdk/custom-resources:logApiResponseDataPropertyTrueDefault", false);
        values.put("aws:cdk:enable-path-metadata", true);
        values.put("aws:cdk:enable-asset-metadata", true);
        return Collections.unmodifiableMap(values);
    }
}
