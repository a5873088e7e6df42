package dev.slipway.capability.streaming.msk;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.LagAccess;
import dev.slipway.capability.streaming.ShowsLag;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.TopicChecks;
import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;

/**
 * An Amazon MSK cluster that exists already, of any kind, with IAM switched on. Its topics are still made here, unless somebody
 * else does that.
 *
 * <pre>{@code
 * Environment.named("prod").with(existingMsk(
 *                 "arn:aws:kafka:eu-central-1:111122223333:cluster/shared/4a2b6f1e-0c1d-4c55-9a3a-7d1f0e2b3c4d-5",
 *                 "b-1.shared.x1y2z3.c5.kafka.eu-central-1.amazonaws.com:9098")
 *         .securityGroup("sg-0123456789abcdef0"))
 * }</pre>
 *
 * @param bootstrapServers addresses with IAM's port, parted by commas
 * @param securityGroup of its brokers, to which the pods are admitted
 * @param ranges where its brokers have their addresses; by default anywhere in the environment's network
 * @param replicationFactor of the topics made on it
 * @param topicsAreManagedElsewhere whether none is made here
 */
@Declares
public record ExistingMsk(
        String clusterArn,
        String bootstrapServers,
        Optional<String> securityGroup,
        List<String> ranges,
        int replicationFactor,
        boolean topicsAreManagedElsewhere,
        Origin origin)
        implements Provider<StreamingNeed>, ProvisionsOnAws, ShowsLag {
    /** One copy a zone. */
    public static final int DEFAULT_REPLICATION_FACTOR = 3;

    /** Part of the name of every broker of a serverless cluster. */
    private static final String SERVERLESS = ".kafka-serverless.";

    public ExistingMsk {
        ranges = List.copyOf(ranges);
    }

    /** Adopts a cluster by its ARN and by what {@code aws kafka get-bootstrap-brokers} prints for IAM. */
    public static ExistingMsk existingMsk(String clusterArn, String bootstrapServers) {
        return new ExistingMsk(
                clusterArn,
                bootstrapServers,
                Optional.empty(),
                List.of(),
                DEFAULT_REPLICATION_FACTOR,
                false,
                Origin.here());
    }

    /** Admits the pods to the group of the brokers. Without this, whoever owns the cluster has to. */
    public ExistingMsk securityGroup(String id) {
        return new ExistingMsk(
                clusterArn,
                bootstrapServers,
                Optional.of(id),
                ranges,
                replicationFactor,
                topicsAreManagedElsewhere,
                origin);
    }

    /** Where its brokers have their addresses, if in another network: {@code within("10.9.0.0/20")}. */
    public ExistingMsk within(String... cidrs) {
        return new ExistingMsk(
                clusterArn,
                bootstrapServers,
                securityGroup,
                List.of(cidrs),
                replicationFactor,
                topicsAreManagedElsewhere,
                origin);
    }

    /** For a cluster with fewer than three brokers. */
    public ExistingMsk replicationFactor(int copies) {
        return new ExistingMsk(
                clusterArn, bootstrapServers, securityGroup, ranges, copies, topicsAreManagedElsewhere, origin);
    }

    /** Makes no topic: somebody else does. */
    public ExistingMsk topicsManagedElsewhere() {
        return new ExistingMsk(clusterArn, bootstrapServers, securityGroup, ranges, replicationFactor, true, origin);
    }

    @Override
    public Class<StreamingNeed> meets() {
        return StreamingNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.concat(new ExistingMskChecks(this).in(place), TopicChecks.of(place));
    }

    @Override
    public Binding bind(Claim<? extends StreamingNeed> claim, Place place) {
        MskClients clients = new MskClients(place, MskArns.of(clusterArn), brokers(place));
        boolean needsTask = isServerless() && !topicsAreManagedElsewhere;
        return needsTask ? clients.bind(claim).and(new TopicTask(clients).bind(claim)) : clients.bind(claim);
    }

    @Override
    public LagAccess lag(Claim<Consumes> claim, Place place) {
        return new MskClients(place, MskArns.of(clusterArn), brokers(place)).lag(claim);
    }

    private List<Peer> brokers(Place place) {
        Stream<Cidr> declared = ranges.stream().map(Cidr::of);
        Stream<Cidr> own = place.choice(Network.class).stream().map(Network::range);
        return (ranges.isEmpty() ? own : declared).<Peer>map(Peer.OfRange::new).toList();
    }

    boolean isServerless() {
        return bootstrapServers.contains(SERVERLESS);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        if (stage.plan().servicesWith(StreamingNeed.class).isEmpty()) {
            return;
        }
        EnvironmentStack stack = MskStack.in(stage).stack();
        securityGroup.ifPresent(group -> admitPods(stack, group));
        if (!isServerless() && !topicsAreManagedElsewhere) {
            TopicResources.add(stack, clusterArn, replicationFactor, UnaryOperator.identity());
        }
        stack.publish(MskArns.clusterPath(stage.names()), MskArns.of(clusterArn).path());
        stack.publish(MskClients.bootstrapBrokers(stage.names()), bootstrapServers);
    }

    private static void admitPods(EnvironmentStack stack, String group) {
        CfnSecurityGroupIngress.Builder.create(stack, "PodsToBrokers")
                .groupId(group)
                .ipProtocol("tcp")
                .fromPort(MskClients.IAM_PORT)
                .toPort(MskClients.IAM_PORT)
                .sourceSecurityGroupId(stack.read(stack.stage().names().clusterSecurityGroup()))
                .description(
                        "Kafka with IAM, from pods of " + stack.stage().names().environmentWide())
                .build();
    }
}
