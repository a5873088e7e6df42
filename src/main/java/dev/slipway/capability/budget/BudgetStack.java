package dev.slipway.capability.budget;

import dev.slipway.plan.Names;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.StageTags;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.BudgetDataProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.ExpressionProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SpendProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SubscriberProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.TagValuesProperty;

/** The stack {@code budget}: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html. */
record BudgetStack(EnvironmentStack stack) {
    /** Percent of the budget that are spent when somebody is told first. */
    private static final int NEARLY = 80;

    /** Percent of the budget that will be spent at the end of the month. */
    private static final int ALL = 100;

    void add(Budget budget) {
        Names names = stack.stage().names();
        CfnBudget.Builder.create(stack, "Budget")
                .budget(BudgetDataProperty.builder()
                        .budgetName(names.environmentWide())
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(SpendProperty.builder()
                                .amount(budget.limit().dollars())
                                .unit("USD")
                                .build())
                        .filterExpression(ExpressionProperty.builder()
                                .and(List.of(
                                        tag(StageTags.PLATFORM, names.platform()),
                                        tag(StageTags.ENVIRONMENT, names.environment())))
                                .build())
                        .metrics(List.of("UnblendedCost"))
                        .build())
                .notificationsWithSubscribers(notifications(budget))
                .build();
    }

    private static ExpressionProperty tag(String key, String value) {
        return ExpressionProperty.builder()
                .tags(TagValuesProperty.builder()
                        .key(key)
                        .values(List.of(value))
                        .matchOptions(List.of("EQUALS"))
                        .build())
                .build();
    }

    private static List<NotificationWithSubscribersProperty> notifications(Budget budget) {
        List<SubscriberProperty> subscribers = Stream.concat(
                        budget.addresses().stream().map(address -> subscriber("EMAIL", address)),
                        budget.topic().stream().map(arn -> subscriber("SNS", arn)))
                .toList();
        return subscribers.isEmpty()
                ? List.of()
                : List.of(notification("ACTUAL", NEARLY, subscribers), notification("FORECASTED", ALL, subscribers));
    }

    private static SubscriberProperty subscriber(String type, String address) {
        return SubscriberProperty.builder()
                .subscriptionType(type)
                .address(address)
                .build();
    }

    private static NotificationWithSubscribersProperty notification(
            String type, int percent, List<SubscriberProperty> subscribers) {
        return NotificationWithSubscribersProperty.builder()
                .notification(NotificationProperty.builder()
                        .notificationType(type)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(subscribers)
                .build();
    }
}
