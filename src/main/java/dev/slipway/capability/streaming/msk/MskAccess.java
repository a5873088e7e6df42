package dev.slipway.capability.streaming.msk;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.Publishes;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.TopicVariables;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Grant;
import java.util.ArrayList;
import java.util.List;

/**
 * The IAM statements for exactly one need on an MSK cluster.
 *
 * <p>Which action asks for which other: https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html.
 */
record MskAccess(MskArns arns) {
    private static final String CLUSTER = "streaming cluster";

    List<Grant> grants(Claim<? extends StreamingNeed> claim) {
        String service = claim.service().name();
        StreamingNeed need = claim.need();
        List<Grant> grants = new ArrayList<>();
        grants.add(connects());
        if (need instanceof Publishes) {
            grants.add(writesOnce());
            grants.add(writes(need.topic(), need.describe()));
            grants.add(Grant.allow(
                    List.of("kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"),
                    arns.of("transactional-id", TopicVariables.transactionalId(service)),
                    "transactions of " + service));
        } else {
            grants.add(reads(need.topic(), need.describe()));
            grants.add(Grant.allow(
                    List.of("kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"),
                    arns.of("group", service),
                    "consumer group " + service));
        }
        if (need instanceof Consumes) {
            Topic deadLetters = need.topic().deadLettersOf(service);
            String reason = "dead letters of " + need.describe();
            grants.add(writesOnce());
            grants.add(writes(deadLetters, reason));
            grants.add(reads(deadLetters, reason + ", to replay"));
        }
        return grants;
    }

    /** To make exactly these topics, and to bring them up to date. */
    List<Grant> makes(List<Topic> topics, String reason) {
        return List.of(
                connects(),
                new Grant(
                        List.of(
                                "kafka-cluster:AlterTopic",
                                "kafka-cluster:AlterTopicDynamicConfiguration",
                                "kafka-cluster:CreateTopic",
                                "kafka-cluster:DescribeTopic",
                                "kafka-cluster:DescribeTopicDynamicConfiguration"),
                        topics.stream().map(topic -> arns.topic(topic.name())).toList(),
                        reason));
    }

    /** To see how far a consumer lags behind: the ends of its topic, and where its group is. */
    List<Grant> observes(Claim<Consumes> claim) {
        String service = claim.service().name();
        Topic topic = claim.need().topic();
        return List.of(
                connects(),
                Grant.allow(List.of("kafka-cluster:DescribeTopic"), arns.topic(topic.name()), "lag of " + service),
                Grant.allow(List.of("kafka-cluster:DescribeGroup"), arns.of("group", service), "lag of " + service));
    }

    private Grant connects() {
        return Grant.allow(List.of("kafka-cluster:Connect"), arns.cluster(), CLUSTER);
    }

    /** What every producer asks for unless its idempotence is switched off. */
    private Grant writesOnce() {
        return Grant.allow(List.of("kafka-cluster:WriteDataIdempotently"), arns.cluster(), CLUSTER);
    }

    private Grant writes(Topic topic, String reason) {
        return Grant.allow(
                List.of("kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"), arns.topic(topic.name()), reason);
    }

    private Grant reads(Topic topic, String reason) {
        return Grant.allow(
                List.of("kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"), arns.topic(topic.name()), reason);
    }
}
