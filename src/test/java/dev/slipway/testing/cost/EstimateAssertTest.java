package dev.slipway.testing.cost;

import static dev.slipway.platform.operation.Money.usd;
import static dev.slipway.testing.cost.CostAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.Line;
import dev.slipway.review.cost.Unpriced;
import dev.slipway.review.cost.meter.Metered;
import dev.slipway.review.cost.meter.Quantity;
import dev.slipway.review.cost.price.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimateAssertTest {
    private static final Price NAT = new Price(
            "vpc/nat-gateway",
            "eu-central-1",
            new BigDecimal("0.05"),
            "hour",
            LocalDate.of(2026, 1, 31),
            "https://example.com");
    private static final Unpriced BROKER = new Unpriced(
            "Cluster", "dev/streaming", "AWS::MSK::Cluster", "msk/kafka.m7g.large", "hour", "add a price of it.");

    private static Estimate estimate(Unpriced... unpriced) {
        Quantity hours = new Quantity("vpc/nat-gateway", BigDecimal.valueOf(730), "hour", Optional.empty());
        Line line = new Line(new Metered("Nat", "dev/network", "AWS::EC2::NatGateway", hours), NAT);
        return new Estimate("dev", "eu-central-1", List.of(line), List.of(unpriced), List.of());
    }

    @Test
    void passesBelowALimit() {
        assertThat(estimate()).isBelow(usd("36.51")).hasNoUnpriced().hasNo("vpc/endpoint");
    }

    @Test
    void failsAtALimitAndSaysWhatMostOfItIs() {
        assertThatThrownBy(() -> assertThat(estimate(BROKER)).isBelow(usd("36.50")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""

                        Expecting environment dev to cost less than
                          $36.50
                        a month, but by its estimate it costs
                          $36.50, and 1 without a price.
                        Most of it is
                          $36.50 for vpc/nat-gateway in dev/network""");
    }

    @Test
    void failsWhereSomethingHasNoPrice() {
        assertThatThrownBy(() -> assertThat(estimate(BROKER)).hasNoUnpriced()).hasMessage("""

                        Expecting everything in environment dev to have a price, but these have none:
                          AWS::MSK::Cluster Cluster in dev/streaming: add a price of it.""");
    }

    @Test
    void failsWhereAnItemIsPaidFor() {
        assertThatThrownBy(() -> assertThat(estimate()).hasNo("vpc/nat-gateway"))
                .hasMessage("""

                        Expecting environment dev not to pay for
                          vpc/nat-gateway
                        but it does:
                          $36.50 (AWS::EC2::NatGateway Nat in dev/network): 730 hours at $0.05""");
    }

    @Test
    void canStandBesideAssertionsOnAnythingElse() {
        assertThat("text").isNotEmpty();
    }
}
