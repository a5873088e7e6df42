package dev.slipway.review.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final Difference REPLACED = Small.difference("hello", "bills");
    private static final Difference HARMLESS = Small.difference("hi", "orders");

    @Test
    void namesWhatLosesData() {
        assertThat(Refusals.parse("data").of(REPLACED))
                .containsExactly("data: prod/database AWS::RDS::DBInstance Instance");
        assertThat(Refusals.parse("data").of(HARMLESS)).isEmpty();
    }

    @Test
    void takesGroupsDetectionsAndNone() {
        assertThat(Refusals.parse("replacement, widening").of(REPLACED)).hasSize(1);
        assertThat(Refusals.parse("data-lost").of(REPLACED)).hasSize(1);
        assertThat(Refusals.parse("none").of(REPLACED)).isEmpty();
        assertThat(Refusals.parse("anything").of(HARMLESS)).containsExactly("anything: prod ConfigMap order");
    }

    @Test
    void saysWhatThereIsWhereOneIsMistyped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Refusals.parse("widenings"))
                .withMessageStartingWith("What is refused (widenings) must be none, cost>100, or one of anything, breaking, data,");
    }

    @Test
    void boundsWhatAMonthCostsMore() {
        assertThat(Refusals.parse("cost>0.5").mostDollars()).hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo("0.5"));
    }
}
