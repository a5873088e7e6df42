package dev.slipway.capability.streaming.msk;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.LagAccess;
import dev.slipway.capability.streaming.ShowsLag;
import dev.slipway.capability.streaming.StreamingNeed;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.services.msk.CfnCluster;

/**
 * An Amazon MSK cluster of Express brokers: storage without a size, and three copies of everything, of which two must have an
 * event before it counts as written. MSK fixes both.
 *
 * <pre>{@code
 * Environment.named("prod").with(expressMsk().instanceType("express.m7g.xlarge"))
 * }</pre>
 *
 * @param brokers a multiple of the three zones
 * @param instanceType of each broker
 * @param kafkaVersion as MSK writes it, by default {@value KafkaVersions#NEWEST_OF_EXPRESS}
 */
@Declares
public record ExpressMsk(int brokers, String instanceType, String kafkaVersion, Origin origin)
        implements Provider<StreamingNeed>, ProvisionsOnAws, ShowsLag {
    /** One a zone: what MSK makes at least. */
    public static final int DEFAULT_BROKERS = 3;

    /** Takes 15 MB/s and gives 31 MB/s: https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-express-quota. */
    public static final String DEFAULT_INSTANCE_TYPE = "express.m7g.large";

    /** MSK takes no other: https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-express-read-only.html. */
    private static final int REPLICATION_FACTOR = 3;

    private static final int ZONES = 3;

    /** https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-express-quota. */
    private static final int MAX_BROKERS = 60;

    private static final Pattern INSTANCE_TYPE = Pattern.compile("express\\.[a-z][a-z0-9]*\\.(large|[0-9]{0,2}xlarge)");

    /** The defaults: three of the smallest brokers. */
    public static ExpressMsk expressMsk() {
        return new ExpressMsk(DEFAULT_BROKERS, DEFAULT_INSTANCE_TYPE, KafkaVersions.NEWEST_OF_EXPRESS, Origin.here());
    }

    public ExpressMsk brokers(int number) {
        return new ExpressMsk(number, instanceType, kafkaVersion, origin);
    }

    /** The type of each broker: {@code instanceType("express.m7g.xlarge")}. */
    public ExpressMsk instanceType(String type) {
        return new ExpressMsk(brokers, type, kafkaVersion, origin);
    }

    /** Of a cluster that has to stay on one: {@code kafka("3.8.x")}. MSK takes no cluster back to an older version. */
    public ExpressMsk kafka(String version) {
        return new ExpressMsk(brokers, instanceType, version, origin);
    }

    @Override
    public Class<StreamingNeed> meets() {
        return StreamingNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        List<Problem> problems = new ArrayList<>();
        if (brokers < ZONES || brokers > MAX_BROKERS || brokers % ZONES != 0) {
            problems.add(error(
                    "streaming/express-brokers",
                    origin,
                    "The brokers (%s) of MSK Express must be a multiple of its 3 zones up to %s."
                            .formatted(brokers, MAX_BROKERS),
                    "choose expressMsk().brokers(3)."));
        }
        if (!INSTANCE_TYPE.matcher(instanceType).matches()) {
            problems.add(error(
                    "streaming/express-instance-type",
                    origin,
                    "The instance type (%s) of MSK Express must be one such as %s; others are of standard brokers."
                            .formatted(instanceType, DEFAULT_INSTANCE_TYPE),
                    "choose instanceType(\"%s\"), or provisionedMsk().".formatted(DEFAULT_INSTANCE_TYPE)));
        }
        KafkaVersions.check(kafkaVersion, origin).forEach(problems::add);
        return Stream.concat(problems.stream(), TopicChecks.of(place));
    }

    @Override
    public Binding bind(Claim<? extends StreamingNeed> claim, Place place) {
        return MskClients.planned(place).bind(claim);
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
        List<String> subnets = streaming.subnets(ZONES);
        CfnCluster cluster = streaming
                .brokers(kafkaVersion, brokers, streaming.logGroup())
                .brokerNodeGroupInfo(CfnCluster.BrokerNodeGroupInfoProperty.builder()
                        .instanceType(instanceType)
                        .clientSubnets(subnets)
                        .securityGroups(List.of(streaming.securityGroup()))
                        .build())
                .build();
        cluster.applyRemovalPolicy(streaming.stack().dataPolicy());
        TopicResources.add(streaming.stack(), cluster.getAttrArn(), REPLICATION_FACTOR, UnaryOperator.identity());
        streaming.publish(cluster.getAttrArn(), brokers);
    }
}
