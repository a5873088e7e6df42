package dev.slipway.verify.aws.question;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
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

/**
 * Clients of what is asked, each made when it is first needed. Credentials come by the default chain of the SDK, and nobody
 * waits for an answer longer than {@link #MOST}.
 *
 * <pre>{@code
 * try (AwsServices aws = AwsServices.in("eu-central-1")) {
 *     aws.rds().describeDBInstances()
 * }
 * }</pre>
 */
public final class AwsServices implements AutoCloseable {
    private static final Duration MOST = Duration.ofSeconds(40);
    private static final Duration MOST_AT_ONCE = Duration.ofSeconds(15);

    private final Region region;
    private final Consumer<AwsClientBuilder<?, ?>> more;
    private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();

    private AwsServices(Region region, Consumer<AwsClientBuilder<?, ?>> more) {
        this.region = region;
        this.more = more;
    }

    public static AwsServices in(String region) {
        return in(region, builder -> {});
    }

    /** With something of one's own about every client, such as another endpoint. */
    public static AwsServices in(String region, Consumer<AwsClientBuilder<?, ?>> more) {
        return new AwsServices(Region.of(region), more);
    }

    /** A client of some other service, with the same time-outs: {@code client(StsClient.class, StsClient::builder)}. */
    public <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
            Class<C> type, Supplier<B> builder) {
        return type.cast(clients.computeIfAbsent(type, each -> built(builder.get())));
    }

    private <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C built(B builder) {
        builder.region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(MOST_AT_ONCE))
                .overrideConfiguration(time -> time.apiCallTimeout(MOST).apiCallAttemptTimeout(MOST_AT_ONCE));
        more.accept(builder);
        return builder.build();
    }

    public String region() {
        return region.id();
    }

    public CloudFormationClient cloudFormation() {
        return client(CloudFormationClient.class, CloudFormationClient::builder);
    }

    CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
    }

    Ec2Client ec2() {
        return client(Ec2Client.class, Ec2Client::builder);
    }

    EcrClient ecr() {
        return client(EcrClient.class, EcrClient::builder);
    }

    public EksClient eks() {
        return client(EksClient.class, EksClient::builder);
    }

    ElastiCacheClient elastiCache() {
        return client(ElastiCacheClient.class, ElastiCacheClient::builder);
    }

    /** IAM is asked in the region of its partition that holds it, which the SDK knows. */
    IamClient iam() {
        return client(IamClient.class, IamClient::builder);
    }

    KafkaClient kafka() {
        return client(KafkaClient.class, KafkaClient::builder);
    }

    KmsClient kms() {
        return client(KmsClient.class, KmsClient::builder);
    }

    RdsClient rds() {
        return client(RdsClient.class, RdsClient::builder);
    }

    SecretsManagerClient secrets() {
        return client(SecretsManagerClient.class, SecretsManagerClient::builder);
    }

    public SsmClient ssm() {
        return client(SsmClient.class, SsmClient::builder);
    }

    @Override
    public void close() {
        List<SdkClient> all = new ArrayList<>(clients.values());
        clients.clear();
        all.forEach(SdkClient::close);
    }
}
