package dev.slipway.capability.streaming.msk;

import dev.slipway.capability.streaming.DeclaredTopics;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.TopicSettings;
import dev.slipway.render.aws.EnvironmentStack;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.services.msk.CfnTopic;

/**
 * Topics as resources of CloudFormation, which clusters with brokers have and serverless ones do not:
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-topic-operations-information.html.
 */
final class TopicResources {
    private TopicResources() {}

    /** Every declared topic. */
    static void add(
            EnvironmentStack stack, String clusterArn, int replicationFactor, UnaryOperator<TopicSettings> more) {
        for (Topic topic : DeclaredTopics.in(stack.stage().place()).all()) {
            String settings = more.apply(TopicSettings.of(topic)).properties();
            CfnTopic resource = CfnTopic.Builder.create(stack, "Topic " + topic.name())
                    .clusterArn(clusterArn)
                    .topicName(topic.name())
                    .partitionCount(topic.partitions())
                    .replicationFactor(replicationFactor)
                    .configs(Base64.getEncoder().encodeToString(settings.getBytes(StandardCharsets.UTF_8)))
                    .build();
            resource.applyRemovalPolicy(stack.dataPolicy());
        }
    }
}
