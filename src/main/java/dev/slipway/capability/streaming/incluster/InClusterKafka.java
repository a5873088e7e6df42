package dev.slipway.capability.streaming.incluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.TopicChecks;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.check.Reserved;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.stream.Stream;

/**
 * Apache Kafka in the cluster itself, without ZooKeeper: one broker or three, which are controllers too. Each service signs in
 * as a user of its own and may do what it declares; a task makes the user, its permissions and its topics.
 *
 * <p>Connections are not encrypted: network policies close the brokers to all but those who declare a topic, and passwords do
 * not cross the network in SCRAM.
 *
 * <pre>{@code
 * Environment.named("local").with(localCluster(), inClusterKafka().brokers(3).storage(20))
 * }</pre>
 *
 * @param brokers one, or three of which one may fail
 * @param gibibytes of the volume of each
 */
@Declares
public record InClusterKafka(int brokers, int gibibytes, Origin origin)
        implements Provider<StreamingNeed>, RunsInCluster {
    /** Days of a small platform's events. */
    public static final int DEFAULT_GIBIBYTES = 5;

    private static final int QUORUM = 3;
    private static final int MOST_GIBIBYTES = 16_384;

    /** One broker with a volume of {@value #DEFAULT_GIBIBYTES} GiB. */
    public static InClusterKafka inClusterKafka() {
        return new InClusterKafka(1, DEFAULT_GIBIBYTES, Origin.here());
    }

    /** Three keep every event three times, and go on when one fails. */
    public InClusterKafka brokers(int number) {
        return new InClusterKafka(number, gibibytes, origin);
    }

    /** GiB for each broker. */
    public InClusterKafka storage(int newGibibytes) {
        return new InClusterKafka(brokers, newGibibytes, origin);
    }

    @Override
    public Class<StreamingNeed> meets() {
        return StreamingNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (brokers != 1 && brokers != QUORUM) {
            problems.add(error(
                    "streaming/incluster-brokers",
                    origin,
                    "The brokers (%s) of Kafka in the cluster must be 1 or %s: they vote, and two of two must agree."
                            .formatted(brokers, QUORUM),
                    "write it as inClusterKafka().brokers(3)."));
        }
        if (gibibytes < 1 || gibibytes > MOST_GIBIBYTES) {
            problems.add(error(
                    "streaming/incluster-storage",
                    origin,
                    "The storage (%s GiB) of each broker in the cluster must be 1 to %s GiB."
                            .formatted(gibibytes, MOST_GIBIBYTES),
                    "write it as inClusterKafka().storage(%s).".formatted(DEFAULT_GIBIBYTES)));
        }
        return Stream.of(
                        problems.build(),
                        Reserved.names(
                                place.platform(),
                                "Kafka in the cluster",
                                List.of(KafkaServer.NAME, KafkaServer.PODS, KafkaUsers.ADMIN)),
                        TopicChecks.of(place))
                .flatMap(all -> all);
    }

    @Override
    public Binding bind(Claim<? extends StreamingNeed> claim, Place place) {
        return new KafkaClients(place).bind(claim).and(new AccessTask(place).bind(claim));
    }

    @Override
    public void deploy(Manifests manifests) {
        if (!manifests.plan().servicesWith(StreamingNeed.class).isEmpty()) {
            new KafkaServer(manifests.place(), this).deploy(manifests);
        }
    }
}
