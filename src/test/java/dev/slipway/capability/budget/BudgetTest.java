package dev.slipway.capability.budget;

import static dev.slipway.capability.budget.Budget.budget;
import static dev.slipway.platform.operation.Money.usd;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.cost.OverBudget;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.cost.usage.Usage;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rules;
import dev.slipway.testing.assertion.ResourceAssert;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:ops";

    @Nested
    class Rendered {
        private static final Synthesis SYNTHESIS = Sample.with(
                        budget(usd(10)).alerting("ops@example.com").alertingTopic(TOPIC))
                .render();

        private static ResourceAssert dev() {
            return assertThat(SYNTHESIS).stack("dev/budget").hasResources(1).resource("AWS::Budgets::Budget");
        }

        @Test
        void isABudgetOfAwsForWhatHasTheTagsOfTheEnvironment() {
            dev().hasProperty("Budget", Tree.ofYaml("""
                    BudgetName: shop-dev
                    BudgetType: COST
                    BudgetLimit: { Amount: 10, Unit: USD }
                    TimeUnit: MONTHLY
                    Metrics: [UnblendedCost]
                    FilterExpression:
                      And:
                      - Tags: { Key: platform, MatchOptions: [EQUALS], Values: [shop] }
                      - Tags: { Key: environment, MatchOptions: [EQUALS], Values: [dev] }
                    """));
        }

        @Test
        void tellsAtEightyPercentSpentAndAtAllForecast() {
            dev().property("NotificationsWithSubscribers")
                    .extracting("Notification.NotificationType", "Notification.Threshold", "Notification.ThresholdType")
                    .hasItems(List.of("ACTUAL", 80, "PERCENTAGE"), List.of("FORECASTED", 100, "PERCENTAGE"));
            dev().property("NotificationsWithSubscribers.0.Subscribers")
                    .extracting("SubscriptionType", "Address")
                    .hasItems(List.of("EMAIL", "ops@example.com"), List.of("SNS", TOPIC));
        }

        @Test
        void isARuleOnTheEstimate() {
            assertThat(Rules.all().check(SYNTHESIS))
                    .filteredOn(finding -> finding.rule().equals("cost/over-budget"))
                    .extracting(Finding::text, Finding::fix)
                    .hasSize(2)
                    .first()
                    .satisfies(finding -> {
                        assertThat(finding.toList().get(0).toString())
                                .startsWith("AWS::Budgets::Budget Budget in dev/budget:"
                                        + " Properties.Budget.BudgetLimit.Amount ($10.00) must be at least what"
                                        + " environment dev costs a month, by its estimate $")
                                .contains("without a price): most are $73.00 for eks/cluster, $");
                        assertThat(finding.toList().get(1))
                                .isEqualTo(
                                        "choose what costs less, as slipway cost shows it, or a higher budget(usd(..)).");
                    });
        }

        @Test
        void isFineFromTheEstimateOn() {
            OverBudget over =
                    OverBudget.in(SYNTHESIS, Prices.published(), Usage.usual()).get(0);
            Synthesis enough = Sample.with(budget(over.estimate().total()).alerting("ops@example.com"))
                    .renderDev();

            assertThat(OverBudget.in(enough, Prices.published(), Usage.usual())).isEmpty();
        }
    }

    @Test
    void failsWhereItIsNothing() {
        assertThat(problems(budget(usd(0)).alertingTopic(TOPIC)))
                .containsExactly(
                        "budget/amount: The budget ($0.00) must be more than nothing. Fix: write it as budget(usd(900)), for a month.");
        assertThat(problems(budget(usd("0.01")).alertingTopic(TOPIC))).isEmpty();
    }

    @Test
    void warnsWhereItTellsNobody() {
        assertThat(problems(budget(usd(900))))
                .containsExactly(
                        "budget/nobody-told: The budget ($900.00) of environment dev tells nobody when it is nearly spent; somebody should be. Fix: write it as budget(usd(900)).alerting(\"ops@example.com\").",
                        "budget/nobody-told: The budget ($900.00) of environment prod tells nobody when it is nearly spent; somebody should be. Fix: write it as budget(usd(900)).alerting(\"ops@example.com\").");
    }

    @Test
    void failsWhereAnAddressIsNone() {
        assertThat(problems(budget(usd(900)).alerting("ops")))
                .containsExactly(
                        "budget/address: The address (ops) that a budget writes to must be a mail address. Fix: write it as alerting(\"ops@example.com\").");
    }

    @Test
    void failsWhereThereAreMoreAddressesThanAwsTakes() {
        assertThat(problems(budget(usd(900)).alerting(addresses(11))))
                .containsExactly(
                        "budget/addresses: The addresses (11) of a budget must be 10 or fewer. Fix: write to a group, or to a topic with alertingTopic(..).");
        assertThat(problems(budget(usd(900)).alerting(addresses(10)))).isEmpty();
    }

    @Test
    void failsWhereATopicIsNone() {
        assertThat(problems(budget(usd(900)).alertingTopic("ops")))
                .containsExactly(
                        "budget/topic: The topic (ops) that a budget tells must be the ARN of one of Amazon SNS. Fix: write it as alertingTopic(\"arn:aws:sns:eu-central-1:111122223333:ops\").");
    }

    private static String[] addresses(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> "ops%s@example.com".formatted(index))
                .toArray(String[]::new);
    }

    /** Each once, as both environments of the sample have it. */
    private static List<String> problems(Budget budget) {
        return Stream.of(Sample.with(budget))
                .flatMap(sample -> sample.problems().stream())
                .distinct()
                .toList();
    }
}
