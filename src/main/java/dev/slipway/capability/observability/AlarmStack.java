package dev.slipway.capability.observability;

import dev.slipway.plan.operation.Alarm;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.Topic;

/** The stack {@code observability}. Reads and publishes nothing, as what is watched has planned names. */
record AlarmStack(EnvironmentStack stack) {
    private static final int MINUTE_SECONDS = 60;

    void add(List<String> addresses, List<Alarm> alarms) {
        Topic topic = topic();
        for (String address : addresses) {
            CfnSubscription.Builder.create(stack, "Subscription " + address)
                    .topicArn(topic.getTopicArn())
                    .protocol("email")
                    .endpoint(address)
                    .build();
        }
        alarms.forEach(alarm -> add(alarm, topic));
    }

    private void add(Alarm alarm, Topic topic) {
        CfnAlarm.Builder.create(stack, "Alarm " + alarm.name())
                .alarmName(name() + "-" + alarm.name())
                .alarmDescription(alarm.meaning())
                .namespace(alarm.metric().namespace())
                .metricName(alarm.metric().name())
                .dimensions(alarm.metric().dimensions().entrySet().stream()
                        .map(dimension -> CfnAlarm.DimensionProperty.builder()
                                .name(dimension.getKey())
                                .value(dimension.getValue())
                                .build())
                        .toList())
                .statistic(alarm.metric().statistic().word())
                .comparisonOperator(
                        switch (alarm.direction()) {
                            case ABOVE -> "GreaterThanThreshold";
                            case BELOW -> "LessThanThreshold";
                        })
                .threshold(alarm.threshold())
                .period(MINUTE_SECONDS)
                .evaluationPeriods(alarm.minutes())
                .alarmActions(List.of(topic.getTopicArn()))
                .okActions(List.of(topic.getTopicArn()))
                .build();
    }

    private String name() {
        return stack.stage().names().environmentWide();
    }

    private Topic topic() {
        Key key = Key.Builder.create(stack, "Key")
                .description("Alarms of " + name())
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        key.addToResourcePolicy(
                cloudWatch("kms:Decrypt", "kms:GenerateDataKey*").build());
        Topic topic = Topic.Builder.create(stack, "Topic")
                .topicName(name() + "-alarms")
                .displayName("Alarms of " + name())
                .masterKey(key)
                .enforceSsl(true)
                .build();
        topic.addToResourcePolicy(cloudWatch("sns:Publish")
                .resources(List.of(topic.getTopicArn()))
                .build());
        return topic;
    }

    /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html. */
    private PolicyStatement.Builder cloudWatch(String... actions) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of(actions))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of(
                                "aws:SourceAccount",
                                stack.stage().place().target().account())));
    }
}
