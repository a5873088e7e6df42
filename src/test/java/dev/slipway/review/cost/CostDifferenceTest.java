package dev.slipway.review.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.cost.meter.Metered;
import dev.slipway.review.cost.meter.Quantity;
import dev.slipway.review.cost.price.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostDifferenceTest {
    private static Line line(String subject, String item, long amount) {
        Price price = new Price(
                item, "eu-central-1", BigDecimal.ONE, "month", LocalDate.of(2026, 1, 31), "https://example.com");
        Quantity quantity = new Quantity(item, BigDecimal.valueOf(amount), "month", Optional.empty());
        return new Line(new Metered(subject, "dev/all", "AWS::KMS::Key", quantity), price);
    }

    private static Unpriced unpriced(String subject) {
        return new Unpriced(subject, "dev/all", "AWS::New::Thing", "", "", "nothing is known.");
    }

    private static Estimate estimate(List<Line> lines, Unpriced... unpriced) {
        return new Estimate("dev", "eu-central-1", lines, List.of(unpriced), List.of());
    }

    @Test
    void listsWhatDiffersTheGreatestChangeFirst() {
        Estimate before =
                estimate(List.of(line("Same", "kms/key", 7), line("Less", "a/b", 5), line("Gone", "a/b", 20)));
        Estimate after = estimate(List.of(line("Same", "kms/key", 7), line("Less", "a/b", 4), line("New", "a/b", 100)));

        CostDifference difference = CostDifference.between(before, after);

        assertThat(difference.lines())
                .extracting(change ->
                        "%s %s -> %s: %s".formatted(change.subject(), change.was(), change.is(), change.difference()))
                .containsExactly(
                        "New $0.00 -> $100.00: $100.00",
                        "Gone $20.00 -> $0.00: -$20.00",
                        "Less $5.00 -> $4.00: -$1.00");
        assertThat(difference.change()).hasToString("$79.00");
        assertThat(difference.growth()).contains(new BigDecimal("2.4688"));
    }

    @Test
    void tellsTwoLinesOfOneResourceApart() {
        Estimate before = estimate(List.of(line("Machine", "ebs/gp3", 5), line("Machine", "ebs/gp3", 8)));
        Estimate after = estimate(List.of(line("Machine", "ebs/gp3", 5), line("Machine", "ebs/gp3", 9)));

        assertThat(CostDifference.between(before, after).lines())
                .extracting(change -> change.difference().toString())
                .containsExactly("$1.00");
    }

    @Test
    void keepsApartWhatHasNoPrice() {
        CostDifference difference =
                CostDifference.between(estimate(List.of(), unpriced("Old")), estimate(List.of(), unpriced("New")));

        assertThat(difference.unpriced()).containsExactly(unpriced("New"));
        assertThat(difference.noLongerUnpriced()).containsExactly(unpriced("Old"));
        assertThat(difference.change()).hasToString("$0.00");
        assertThat(difference.isNothing()).isFalse();
        assertThat(difference.growth()).isEmpty();
    }

    @Test
    void isNothingBetweenEqualEstimates() {
        Estimate same = estimate(List.of(line("Same", "kms/key", 7)), unpriced("Old"));

        assertThat(CostDifference.between(same, same).isNothing()).isTrue();
    }
}
