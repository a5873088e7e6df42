package dev.slipway.ordering.ai.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BasketTest {
    private static final UUID A = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    private static final UUID C = UUID.fromString("00000000-0000-7000-8000-00000000000c");

    @Test
    void pairsEveryProductWithEveryOtherInBothDirectionsAndInOneOrder() {
        List<Basket.Pair> pairs = new Basket(List.of(C, A, B, A)).pairs();

        assertThat(pairs)
                .containsExactly(
                        new Basket.Pair(A, B),
                        new Basket.Pair(A, C),
                        new Basket.Pair(B, A),
                        new Basket.Pair(B, C),
                        new Basket.Pair(C, A),
                        new Basket.Pair(C, B));
    }

    @Test
    void pairsNothingWithItself() {
        assertThat(new Basket(List.of(A, A)).pairs()).isEmpty();
        assertThat(new Basket(List.of()).pairs()).isEmpty();
    }
}
