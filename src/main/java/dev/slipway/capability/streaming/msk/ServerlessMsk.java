package dev.slipway.capability.streaming.msk;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.DeclaredTopics;
import dev.slipway.capability.streaming.LagAccess;
import dev.slipway.capability.streaming.ShowsLag;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.TopicChecks;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awscdk.services.msk.CfnServerlessCluster;

/**
 * An Amazon MSK Serverless cluster: no brokers to choose, IAM as the only way in. A task in the cluster makes the topics of
 * each service, as CloudFormation cannot.
 *
 * <pre>{@code
 * Environment.named("dev").with(serverlessMsk())
 * }</pre>
 */
@Declares
public record ServerlessMsk(Origin origin) implements Provider<StreamingNeed>, ProvisionsOnAws, ShowsLag {
    /** https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#serverless-quota. */
    private static final int MOST_PARTITIONS = 2400;

    /** https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#serverless-quota. */
    private static final int MOST_COMPACTED_PARTITIONS = 120;

    private static final int ZONES = 3;

    public static ServerlessMsk serverlessMsk() {
        return new ServerlessMsk(Origin.here());
    }

    @Override
    public Class<StreamingNeed> meets() {
        return StreamingNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> quotas = Stream.concat(
                partitions(place, Topic::compacted, "compacted", MOST_COMPACTED_PARTITIONS),
                partitions(place, topic -> !topic.compacted(), "other", MOST_PARTITIONS));
        return Stream.concat(quotas, TopicChecks.of(place));
    }

    private Stream<Problem> partitions(Place place, Predicate<Topic> which, String kind, int most) {
        long number = DeclaredTopics.in(place).all().stream()
                .filter(which)
                .mapToLong(Topic::partitions)
                .sum();
        return number <= most
                ? Stream.empty()
                : Stream.of(error(
                        "streaming/serverless-partitions",
                        origin,
                        "The partitions (%s) of all %s topics together, dead letters included, must be at most %s on MSK Serverless."
                                .formatted(number, kind, most),
                        "declare fewer partitions, or choose expressMsk()."));
    }

    @Override
    public Binding bind(Claim<? extends StreamingNeed> claim, Place place) {
        MskClients clients = MskClients.planned(place);
        return clients.bind(claim).and(new TopicTask(clients).bind(claim));
    }

    @Override
    public LagAccess lag(Claim<Consumes> claim, Place place) {
        return MskClients.planned(place).lag(claim);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        if (stage.plan().servicesWith(StreamingNeed.class).isEmpty()) {
            return;
        }
        MskStack streaming = MskStack.in(stage);
        CfnServerlessCluster cluster = CfnServerlessCluster.Builder.create(streaming.stack(), "Cluster")
                .clusterName(streaming.name())
                .clientAuthentication(CfnServerlessCluster.ClientAuthenticationProperty.builder()
                        .sasl(CfnServerlessCluster.SaslProperty.builder()
                                .iam(CfnServerlessCluster.IamProperty.builder()
                                        .enabled(true)
                                        .build())
                                .build())
                        .build())
                .vpcConfigs(List.of(CfnServerlessCluster.VpcConfigProperty.builder()
                        .subnetIds(streaming.subnets(ZONES))
                        .securityGroups(List.of(streaming.securityGroup()))
                        .build()))
                .build();
        cluster.applyRemovalPolicy(streaming.stack().dataPolicy());
        streaming.publish(cluster.getAttrArn(), ZONES);
    }
}
