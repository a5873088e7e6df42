package dev.slipway.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "order.placed",
        "order.place",
        "order.placedd",
        "order.plaxed",
        "rder.placd",
        "order.pl",
        "xorder.placedx"
    })
    void changesAtMostTwoLetters(String mistyped) {
        boolean isNear = !mistyped.equals("order.pl");
        assertThat(Nearest.to(mistyped, List.of("order.placed")).isPresent()).isEqualTo(isNear);
    }

    @Test
    void takesTheOneWithTheFewestLettersChangedThenTheFirstByName() {
        assertThat(Nearest.to("stor", List.of("sto", "store", "stork"))).contains("sto");
        assertThat(Nearest.to("stor", List.of("xtores", "stork"))).contains("stork");
        assertThat(Nearest.to("stores", List.of("stare", "store"))).contains("store");
        assertThat(Nearest.to("stor", List.of())).isEmpty();
    }

    @Test
    void countsLettersOfTheEmptyName() {
        assertThat(Nearest.to("", List.of("ab"))).contains("ab");
        assertThat(Nearest.to("", List.of("abc"))).isEmpty();
        assertThat(Nearest.to("ab", List.of(""))).contains("");
        assertThat(Nearest.to("abc", List.of(""))).isEmpty();
    }
}
