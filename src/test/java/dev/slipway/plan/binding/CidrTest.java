package dev.slipway.plan.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "10.0.0.0/8",
                "10.0.128.0/17",
                "192.168.1.254/31",
                "255.255.255.255/32",
                "1.2.3.4/32"
            })
    void readsBackWhatItWrites(String text) {
        assertThat(Cidr.parse(text))
                .hasValueSatisfying(range -> assertThat(range).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0/16",
                "10.0.0.0.0/16",
                "256.0.0.0/8",
                "10.0.0.256/32",
                "10.0.0.1/31",
                "10.0.128.0/16",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "a.0.0.0/8",
                " 10.0.0.0/8",
                "1000.0.0.0/8",
                "::/0"
            })
    void refusesWhatIsNoRange(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    void readsTheAddressAsANumber() {
        assertThat(Cidr.of("1.2.3.4/32")).isEqualTo(new Cidr(16_909_060L, 32));
        assertThat(Cidr.of("255.255.255.255/32").address()).isEqualTo(4_294_967_295L);
        assertThat(Cidr.host("10.0.0.2")).isEqualTo(Cidr.of("10.0.0.2/32"));
    }

    @Test
    void throwsWhereAConstantIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.of("10.0.0.1/8"))
                .withMessage("Not an IPv4 range: 10.0.0.1/8");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, 4294967296", "10.0.0.0/8, 16777216", "10.0.0.0/24, 256", "10.0.0.0/32, 1"})
    void hasTwoToThePowerOfItsHostBits(String text, long size) {
        assertThat(Cidr.of(text).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.0.0/16, true",
        "10.0.0.0/16, 10.0.255.0/24, true",
        "10.0.0.0/16, 10.0.255.255/32, true",
        "10.0.0.0/16, 10.0.0.0/32, true",
        "10.0.0.0/16, 10.1.0.0/16, false",
        "10.0.0.0/24, 10.0.1.0/24, false",
        "0.0.0.0/0, 255.255.255.255/32, true",
        "0.0.0.0/1, 128.0.0.0/1, false"
    })
    void overlapsWhereTheyShareAnAddress(String one, String other, boolean overlaps) {
        assertThat(Cidr.of(one).overlaps(Cidr.of(other))).isEqualTo(overlaps);
        assertThat(Cidr.of(other).overlaps(Cidr.of(one))).isEqualTo(overlaps);
    }

    @Test
    void splitsIntoNeighbours() {
        assertThat(Cidr.of("10.0.0.0/16").split(20, 0, 3)).hasToString("[10.0.0.0/20, 10.0.16.0/20, 10.0.32.0/20]");
        assertThat(Cidr.of("10.0.0.0/16").split(24, 3 * 4096L, 2)).hasToString("[10.0.48.0/24, 10.0.49.0/24]");
        assertThat(Cidr.of("10.0.0.0/16").split(20, 0, 0)).isEmpty();
    }

    @Test
    void splitsWholeWithoutOverlap() {
        Cidr whole = Cidr.of("10.0.0.0/28");
        assertThat(whole.split(30, 0, 4)).allMatch(whole::overlaps).last().hasToString("10.0.0.12/30");
        assertThat(whole.split(28, 0, 1)).containsExactly(whole);
    }
}
