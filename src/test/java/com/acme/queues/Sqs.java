package com.acme.queues;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.QueueEncryption;

// snippet: queue-provider
/** Meets the need for a queue with Amazon SQS: a provider of Acme's own. */
@Declares
public record Sqs(int retentionDays, Origin origin) implements Provider<Queue>, ProvisionsOnAws {
    private static final int DEFAULT_RETENTION = 4;
    private static final int MAX_RETENTION = 14;
    private static final int HTTPS = 443;

    public static Sqs sqs() {
        return new Sqs(DEFAULT_RETENTION, Origin.here());
    }

    public Sqs retentionDays(int days) {
        return new Sqs(days, origin);
    }

    @Override
    public Class<Queue> meets() {
        return Queue.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        if (retentionDays >= 1 && retentionDays <= MAX_RETENTION) {
            return Stream.empty();
        }
        return Stream.of(Problem.error(
                "queues/retention",
                origin,
                "The retention (%s days) of SQS must be 1 to %s days.".formatted(retentionDays, MAX_RETENTION),
                "choose sqs().retentionDays(4)."));
    }

    @Override
    public Binding bind(Claim<? extends Queue> claim, Place place) {
        String reason = claim.need().describe();
        String name = nameOf(claim, place);
        String host = "sqs.%s.amazonaws.com".formatted(place.target().region());
        return Binding.ofVariables(Variable.from(
                        "QUEUE_" + claim.need().name().toUpperCase(Locale.ROOT) + "_URL", url(claim, place), reason))
                .and(Binding.ofGrants(Grant.allow(
                        List.of("sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage"),
                        Arn.of(place.arn("sqs", name)),
                        reason)))
                .and(Binding.ofEdges(NetworkEdge.out(new Peer.OfHost(host), HTTPS, reason, claim.origin())));
    }

    @Override
    public void provision(EnvironmentStage stage) {
        for (Claim<Queue> claim : stage.place().claims(Queue.class)) {
            EnvironmentStack stack = stage.stack("queues");
            software.amazon.awscdk.services.sqs.Queue queue = software.amazon.awscdk.services.sqs.Queue.Builder.create(
                            stack,
                            "Queue " + claim.service().name() + " "
                                    + claim.need().name())
                    .queueName(nameOf(claim, stage.place()))
                    .retentionPeriod(Duration.days(retentionDays))
                    .encryption(QueueEncryption.SQS_MANAGED)
                    .enforceSsl(true)
                    .removalPolicy(stack.dataPolicy())
                    .build();
            stack.publish(url(claim, stage.place()), queue.getQueueUrl());
        }
    }

    private static String nameOf(Claim<? extends Queue> claim, Place place) {
        return place.names().ofService(claim.service(), 40) + "-" + claim.need().name();
    }

    private static Parameter url(Claim<? extends Queue> claim, Place place) {
        String name = claim.service().name() + "-" + claim.need().name() + "-url";
        return place.names().parameter("queues", name, Parameter.Type.TEXT);
    }
}
// end
