package dev.slipway.acceptance.deployment;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.PodIdentityAssociation;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** What EKS, ECR, Parameter Store, Secrets Manager, KMS and CloudWatch Logs say. */
final class PlatformAnswers {
    private final Aws aws;

    PlatformAnswers(Aws aws) {
        this.aws = aws;
    }

    List<Answer> cluster(String name) {
        Cluster cluster = aws.eks.describeCluster(request -> request.name(name)).cluster();
        return List.of(
                Answer.of("Name", cluster.name()),
                Answer.of("Version", cluster.version()),
                Answer.of("RoleArn", cluster.roleArn()),
                Answer.anyOrder(
                        "ResourcesVpcConfig.SubnetIds",
                        cluster.resourcesVpcConfig().subnetIds()),
                Answer.anyOrder(
                        "ResourcesVpcConfig.SecurityGroupIds",
                        cluster.resourcesVpcConfig().securityGroupIds()),
                Answer.of(
                        "ResourcesVpcConfig.EndpointPublicAccess",
                        cluster.resourcesVpcConfig().endpointPublicAccess()),
                Answer.of(
                        "ResourcesVpcConfig.EndpointPrivateAccess",
                        cluster.resourcesVpcConfig().endpointPrivateAccess()),
                Answer.of(
                        "EncryptionConfig.0.Provider.KeyArn",
                        cluster.encryptionConfig().get(0).provider().keyArn()),
                new Answer(
                        "Logging.ClusterLogging.EnabledTypes",
                        Answer.sorted(cluster.logging().clusterLogging().get(0).typesAsStrings()),
                        types -> Answer.sorted(((List<?>) types)
                                .stream()
                                        .map(type -> ((Map<?, ?>) type).get("Type"))
                                        .toList())));
    }

    /** The ARN of an association tells the cluster. */
    List<Answer> association(String arn) {
        int id = arn.lastIndexOf('/');
        PodIdentityAssociation association = aws.eks
                .describePodIdentityAssociation(request -> request.clusterName(arn.substring(arn.indexOf('/') + 1, id))
                        .associationId(arn.substring(id + 1)))
                .association();
        return List.of(
                Answer.of("ClusterName", association.clusterName()),
                Answer.of("Namespace", association.namespace()),
                Answer.of("ServiceAccount", association.serviceAccount()),
                Answer.of("RoleArn", association.roleArn()));
    }

    List<Answer> repository(String name) {
        Repository repository = aws.ecr
                .describeRepositories(request -> request.repositoryNames(name))
                .repositories()
                .get(0);
        String lifecycle = aws.ecr
                .getLifecyclePolicy(request -> request.repositoryName(name))
                .lifecyclePolicyText();
        return List.of(
                Answer.of("RepositoryName", repository.repositoryName()),
                Answer.of("ImageTagMutability", repository.imageTagMutabilityAsString()),
                Answer.of(
                        "ImageScanningConfiguration.ScanOnPush",
                        repository.imageScanningConfiguration().scanOnPush()),
                Answer.of(
                        "EncryptionConfiguration.EncryptionType",
                        repository.encryptionConfiguration().encryptionTypeAsString()),
                new Answer(
                        "LifecyclePolicy.LifecyclePolicyText",
                        Json.read(lifecycle),
                        text -> Json.read(text.toString())));
    }

    List<Answer> parameter(String name) {
        return List.of(
                Answer.of("Name", name),
                Answer.of(
                        "Value",
                        aws.ssm
                                .getParameter(request -> request.name(name))
                                .parameter()
                                .value()));
    }

    /** The value stays here: compared is which keys it has, and how long what was generated is. */
    List<Answer> secret(String arn) {
        DescribeSecretResponse secret = aws.secrets.describeSecret(request -> request.secretId(arn));
        Object generated =
                secret.hasVersionIdsToStages() && !secret.versionIdsToStages().isEmpty()
                        ? generated(aws.secrets
                                .getSecretValue(request -> request.secretId(arn))
                                .secretString())
                        : "no value yet";
        return List.of(
                Answer.of("Name", secret.name()),
                Answer.of("Description", secret.description()),
                new Answer("GenerateSecretString", generated, PlatformAnswers::asked));
    }

    private static Object generated(String value) {
        if (!value.startsWith("{")) {
            return Map.of("", String.valueOf(value.length()));
        }
        Map<String, Object> keys = new TreeMap<>();
        Tree.of(Json.read(value))
                .fields()
                .forEach((key, text) -> keys.put(key, String.valueOf(text.text().length())));
        return keys;
    }

    /** The length of each value of the secret by its key. */
    private static Object asked(Object generateSecretString) {
        Map<?, ?> asked = (Map<?, ?>) generateSecretString;
        Map<String, Object> keys = new TreeMap<>();
        if (asked.get("SecretStringTemplate") instanceof String template) {
            Tree.of(Json.read(template))
                    .fields()
                    .forEach((key, text) ->
                            keys.put(key, String.valueOf(text.text().length())));
        }
        Object key = asked.get("GenerateStringKey");
        keys.put(key == null ? "" : key.toString(), asked.get("PasswordLength"));
        return keys;
    }

    List<Answer> key(String id) {
        Object policy = Json.read(aws.kms
                .getKeyPolicy(request -> request.keyId(id).policyName("default"))
                .policy());
        return List.of(
                Answer.of(
                        "Description",
                        aws.kms
                                .describeKey(request -> request.keyId(id))
                                .keyMetadata()
                                .description()),
                Answer.of(
                        "EnableKeyRotation",
                        aws.kms
                                .getKeyRotationStatus(request -> request.keyId(id))
                                .keyRotationEnabled()),
                new Answer("KeyPolicy", policy, value -> value));
    }

    List<Answer> logGroup(String name) {
        return aws.logs.describeLogGroups(request -> request.logGroupNamePrefix(name)).logGroups().stream()
                .filter(group -> group.logGroupName().equals(name))
                .map(group -> Answer.of("RetentionInDays", group.retentionInDays()))
                .toList();
    }
}
