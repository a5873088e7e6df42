package dev.slipway.platform.operation;

import static dev.slipway.platform.operation.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @Test
    void isAddedAndTakenAwayWithoutLosingACent() {
        assertThat(usd("0.10").plus(usd("0.20"))).isEqualTo(usd("0.30"));
        assertThat(usd("12.50").minus(usd("0.51"))).isEqualTo(usd("11.99"));
        assertThat(usd(3).plus(Money.NOTHING)).isEqualTo(usd(3));
    }

    @Test
    void isComparedByWhatItIsWorth() {
        assertThat(usd("1.00").isMoreThan(usd(1))).isFalse();
        assertThat(usd("1.01").isMoreThan(usd(1))).isTrue();
        assertThat(usd(1).isMoreThan(usd("1.01"))).isFalse();
        assertThat(usd("1.00")).isEqualByComparingTo(usd(1));
        assertThat(usd(1)).isLessThan(usd(2));
    }

    @ParameterizedTest
    @CsvSource({"12.5, $12.50", "0, $0.00", "-3, -$3.00", "0.005, $0.01", "-0.004, $0.00", "1234567, $1234567.00"})
    void isShownToTheCent(String dollars, String shown) {
        assertThat(usd(dollars)).hasToString(shown);
    }

    @Test
    void isANumber() {
        assertThatThrownBy(() -> usd("much")).isInstanceOf(NumberFormatException.class);
    }
}
