package dev.slipway.capability.streaming.msk;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.LagAccess;
import dev.slipway.capability.streaming.ShowsLag;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.TopicChecks;
import dev.slipway.capability.streaming.msk.operation.MskAlarms;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.operation.Watched;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An Amazon MSK cluster of standard brokers, with TLS and IAM as the only way in.
 *
 * <pre>{@code
 * Environment.named("prod").with(provisionedMsk().brokers(3).storage(500))
 * }</pre>
 *
 * @param brokers two over two zones, or a multiple of the three zones
 * @param instanceType of each broker
 * @param storageGibibytes of each broker at first; grows by itself to {@value #STORAGE_GROWTH} times that
 * @param kafkaVersion as MSK writes it, by default {@value KafkaVersions#NEWEST}
 */
@Declares
public record ProvisionedMsk(int brokers, String instanceType, int storageGibibytes, String kafkaVersion, Origin origin)
        implements Provider<StreamingNeed>, ProvisionsOnAws, ShowsLag, Watched {
    /** One a zone: any of them can be lost or patched while the others take writes. */
    public static final int DEFAULT_BROKERS = 3;

    /** Smaller ones accept too few new connections a second where each is authenticated by IAM. */
    public static final String DEFAULT_INSTANCE_TYPE = "kafka.m7g.large";

    /** GiB a broker. */
    public static final int DEFAULT_STORAGE = 100;

    /** How far the storage of a broker grows by itself. */
    public static final int STORAGE_GROWTH = 4;

    private static final int ZONES = 3;
    private static final int PAIR = 2;

    /** MSK's quota for a cluster in KRaft mode. */
    private static final int MAX_BROKERS = 60;

    /** GiB, MSK's own limit. */
    private static final int MAX_STORAGE = 16_384;

    /** The defaults: three brokers with 100 GiB each. */
    public static ProvisionedMsk provisionedMsk() {
        return new ProvisionedMsk(
                DEFAULT_BROKERS, DEFAULT_INSTANCE_TYPE, DEFAULT_STORAGE, KafkaVersions.NEWEST, Origin.here());
    }

    public ProvisionedMsk brokers(int number) {
        return new ProvisionedMsk(number, instanceType, storageGibibytes, kafkaVersion, origin);
    }

    /** The type of each broker: {@code instanceType("kafka.m7g.xlarge")}. */
    public ProvisionedMsk instanceType(String type) {
        return new ProvisionedMsk(brokers, type, storageGibibytes, kafkaVersion, origin);
    }

    /** What each broker can hold at first, in GiB. */
    public ProvisionedMsk storage(int gibibytes) {
        return new ProvisionedMsk(brokers, instanceType, gibibytes, kafkaVersion, origin);
    }

    /** Of a cluster that has to stay on one: {@code kafka("3.9.x.kraft")}. MSK takes no cluster back to an older version. */
    public ProvisionedMsk kafka(String version) {
        return new ProvisionedMsk(brokers, instanceType, storageGibibytes, version, origin);
    }

    /** How many copies of each partition there are. */
    int replicationFactor() {
        return Math.min(brokers, ZONES);
    }

    /** How many copies must have an event before it counts as written: one fewer than all, so that patching stops nothing. */
    int minInsyncReplicas() {
        return replicationFactor() - 1;
    }

    /** Over how many zones the brokers stand. */
    int zones() {
        return Math.min(brokers, ZONES);
    }

    @Override
    public Class<StreamingNeed> meets() {
        return StreamingNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        List<Problem> problems = new ArrayList<>();
        if (brokers > MAX_BROKERS || (brokers != PAIR && (brokers < ZONES || brokers % ZONES != 0))) {
            problems.add(error(
                    "streaming/brokers",
                    origin,
                    "The brokers (%s) of MSK must be 2, or a multiple of its 3 zones up to %s."
                            .formatted(brokers, MAX_BROKERS),
                    "choose provisionedMsk().brokers(3)."));
        }
        if (brokers == PAIR && place.environment().isProduction()) {
            problems.add(error(
                    "streaming/brokers-in-production",
                    origin,
                    "The brokers (%s) of MSK in production environment %s must be 3 or more: with one away, 2 keep a single copy."
                            .formatted(brokers, place.environment().name()),
                    "choose provisionedMsk().brokers(3)."));
        }
        if (!instanceType.matches("kafka\\.[a-z0-9]+\\.[a-z0-9]+") || instanceType.equals("kafka.t3.small")) {
            problems.add(error(
                    "streaming/instance-type",
                    origin,
                    "The instance type (%s) of MSK must be one such as %s; kafka.t3.small accepts too few connections with IAM."
                            .formatted(instanceType, DEFAULT_INSTANCE_TYPE),
                    "choose instanceType(\"%s\").".formatted(DEFAULT_INSTANCE_TYPE)));
        }
        if (storageGibibytes < 1 || storageGibibytes > MAX_STORAGE) {
            problems.add(error(
                    "streaming/storage",
                    origin,
                    "The storage (%s GiB) of each broker must be 1 to %s GiB.".formatted(storageGibibytes, MAX_STORAGE),
                    "choose storage(%s).".formatted(DEFAULT_STORAGE)));
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
        if (!stage.plan().servicesWith(StreamingNeed.class).isEmpty()) {
            StandardBrokers.provision(this, stage);
        }
    }

    @Override
    public List<Alarm> alarms(Place place) {
        return place.claims(StreamingNeed.class).isEmpty() ? List.of() : MskAlarms.of(place, brokers);
    }
}
