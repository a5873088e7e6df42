package dev.slipway.verify.aws.question;

import static dev.slipway.verify.aws.question.Field.called;
import static dev.slipway.verify.aws.question.Field.same;
import static dev.slipway.verify.aws.question.NetworkQuestions.first;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.ecr.model.LifecyclePolicyNotFoundException;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** What EKS, ECR, Parameter Store, Secrets Manager, KMS and CloudWatch Logs are asked; the value of a secret never. */
final class PlatformQuestions {
    private static final String ARN = "Arn";

    private PlatformQuestions() {}

    static List<Question> all() {
        return List.of(cluster(), nodes(), repository(), parameter(), secret(), key(), logs());
    }

    private static Question cluster() {
        return Question.of(
                        "AWS::EKS::Cluster",
                        (aws, name) -> cluster(aws.eks()
                                .describeCluster(request -> request.name(name))
                                .cluster()),
                        same("Name"),
                        same("Version"),
                        same("RoleArn"),
                        same("ResourcesVpcConfig.SubnetIds").anyOrder(),
                        same("ResourcesVpcConfig.SecurityGroupIds").anyOrder(),
                        same("ResourcesVpcConfig.EndpointPublicAccess"),
                        same("ResourcesVpcConfig.EndpointPrivateAccess"),
                        called("ResourcesVpcConfig.PublicAccessCidrs", "ResourcesVpcConfig.PublicAccessCidrs")
                                .anyOrder(),
                        called("EncryptionConfig.0.Provider.KeyArn", "EncryptionConfig.0.Provider.KeyArn"),
                        called("Logging.ClusterLogging.EnabledTypes", "EnabledLogs")
                                .formed(PlatformQuestions::types))
                .attribute(ARN, ARN)
                .attribute("ClusterSecurityGroupId", "ResourcesVpcConfig.ClusterSecurityGroupId")
                .attribute("Endpoint", "Endpoint")
                .attribute("OpenIdConnectIssuerUrl", "Identity.Oidc.Issuer");
    }

    private static Tree cluster(Cluster cluster) {
        List<String> enabled = cluster.logging() == null
                ? List.of()
                : cluster.logging().clusterLogging().stream()
                        .filter(setup -> Boolean.TRUE.equals(setup.enabled()))
                        .flatMap(setup -> setup.typesAsStrings().stream())
                        .toList();
        return Answers.of(cluster, Map.of("EnabledLogs", enabled));
    }

    /** A list of texts, or of objects that each have one. */
    private static Tree types(Tree list) {
        return Forms.sorted(Tree.of(list.items().stream()
                .map(item -> item.fields().isEmpty() ? item : item.get("Type"))
                .toList()));
    }

    private static Question nodes() {
        return Question.of(
                "AWS::EKS::Nodegroup",
                (aws, id) -> {
                    String[] names = id.split("/", 2);
                    return names.length < 2
                            ? Tree.NOTHING
                            : Answers.of(aws.eks()
                                    .describeNodegroup(request ->
                                            request.clusterName(names[0]).nodegroupName(names[1]))
                                    .nodegroup());
                },
                same("AmiType"),
                same("CapacityType"),
                same("InstanceTypes").anyOrder(),
                same("NodeRole"),
                same("Subnets").anyOrder(),
                same("ScalingConfig.MinSize"),
                same("ScalingConfig.MaxSize"));
    }

    private static Question repository() {
        return Question.of(
                        "AWS::ECR::Repository",
                        (aws, name) -> {
                            Tree found = first(aws.ecr()
                                    .describeRepositories(request -> request.repositoryNames(name))
                                    .repositories());
                            return with(found, "Lifecycle", lifecycle(aws, name));
                        },
                        same("RepositoryName"),
                        same("ImageTagMutability"),
                        same("ImageScanningConfiguration.ScanOnPush"),
                        same("EncryptionConfiguration.EncryptionType"),
                        called("LifecyclePolicy.LifecyclePolicyText", "Lifecycle")
                                .formed(Forms::json))
                .attribute(ARN, "RepositoryArn")
                .attribute("RepositoryUri", "RepositoryUri");
    }

    private static String lifecycle(AwsServices aws, String name) {
        try {
            return aws.ecr()
                    .getLifecyclePolicy(request -> request.repositoryName(name))
                    .lifecyclePolicyText();
        } catch (LifecyclePolicyNotFoundException e) {
            return "";
        }
    }

    private static Question parameter() {
        return Question.of(
                "AWS::SSM::Parameter",
                (aws, name) -> Answers.of(
                        aws.ssm().getParameter(request -> request.name(name)).parameter()),
                same("Name"),
                same("Type"),
                same("Value"));
    }

    private static Question secret() {
        return Question.of(
                "AWS::SecretsManager::Secret",
                (aws, arn) -> Answers.of(aws.secrets().describeSecret(request -> request.secretId(arn))),
                same("Name"),
                same("Description"),
                same("KmsKeyId"));
    }

    private static Question key() {
        return Question.of(
                        "AWS::KMS::Key",
                        (aws, id) -> {
                            KeyMetadata key = aws.kms()
                                    .describeKey(request -> request.keyId(id))
                                    .keyMetadata();
                            return key.deletionDate() != null
                                    ? Tree.NOTHING
                                    : Answers.of(
                                            key,
                                            Map.of(
                                                    "Rotation",
                                                    aws.kms()
                                                            .getKeyRotationStatus(request -> request.keyId(id))
                                                            .keyRotationEnabled(),
                                                    "Policy",
                                                    aws.kms()
                                                            .getKeyPolicy(request -> request.keyId(id)
                                                                    .policyName("default"))
                                                            .policy()));
                        },
                        same("Description"),
                        called("EnableKeyRotation", "Rotation"),
                        called("KeyPolicy", "Policy").formed(Forms::policy))
                .attribute(ARN, ARN);
    }

    private static Question logs() {
        return Question.of(
                        "AWS::Logs::LogGroup",
                        (aws, name) -> first(aws
                                .logs()
                                .describeLogGroupsPaginator(request -> request.logGroupNamePrefix(name))
                                .logGroups()
                                .stream()
                                .filter(group -> Objects.equals(group.logGroupName(), name))
                                .toList()),
                        same("LogGroupName"),
                        same("RetentionInDays"),
                        same("KmsKeyId"))
                .attribute(ARN, ARN);
    }

    private static Tree with(Tree found, String field, Object value) {
        if (!found.exists()) {
            return found;
        }
        Map<String, Object> fields = new java.util.TreeMap<>(found.fields());
        fields.put(field, value);
        return Tree.of(fields);
    }
}
