package dev.slipway.acceptance.deployment;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Clients of the services that are asked. */
final class Aws {
    final String account;
    final String region;
    final CloudFormationClient cloudFormation;
    final CloudWatchLogsClient logs;
    final Ec2Client ec2;
    final EcrClient ecr;
    final EksClient eks;
    final ElastiCacheClient elastiCache;
    final IamClient iam;
    final KafkaClient kafka;
    final KmsClient kms;
    final RdsClient rds;
    final SecretsManagerClient secrets;
    final SsmClient ssm;

    Aws(String endpoint, String account, String region) {
        this.account = account;
        this.region = region;
        cloudFormation = at(endpoint, region, CloudFormationClient.builder()).build();
        logs = at(endpoint, region, CloudWatchLogsClient.builder()).build();
        ec2 = at(endpoint, region, Ec2Client.builder()).build();
        ecr = at(endpoint, region, EcrClient.builder()).build();
        eks = at(endpoint, region, EksClient.builder()).build();
        elastiCache = at(endpoint, region, ElastiCacheClient.builder()).build();
        iam = at(endpoint, "aws-global", IamClient.builder()).build();
        kafka = at(endpoint, region, KafkaClient.builder()).build();
        kms = at(endpoint, region, KmsClient.builder()).build();
        rds = at(endpoint, region, RdsClient.builder()).build();
        secrets = at(endpoint, region, SecretsManagerClient.builder()).build();
        ssm = at(endpoint, region, SsmClient.builder()).build();
    }

    private static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B at(
            String endpoint, String region, B builder) {
        return builder.endpointOverride(URI.create(endpoint))
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("emulated", "emulated")))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    /** Lifts what keeps somebody from deleting a stack. */
    void unprotect(String stack) {
        cloudFormation.updateTerminationProtection(
                request -> request.stackName(stack).enableTerminationProtection(false));
    }

    /** The stacks that there are, by name. */
    List<String> stacks() {
        return cloudFormation.describeStacks().stacks().stream()
                .map(stack -> stack.stackName())
                .sorted()
                .toList();
    }

    /** The physical id of each resource of a stack, by its logical id. */
    Map<String, String> resources(String stack) {
        Map<String, String> ids = new TreeMap<>();
        cloudFormation
                .listStackResourcesPaginator(request -> request.stackName(stack))
                .stackResourceSummaries()
                .stream()
                .forEach(resource ->
                        ids.put(resource.logicalResourceId(), String.valueOf(resource.physicalResourceId())));
        return ids;
    }
}
