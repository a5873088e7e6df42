package dev.slipway.review.difference.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,  10.1.0.0/16, true",
        "10.1.0.0/16, 10.0.0.0/8,  false",
        "0.0.0.0/0,   10.0.0.0/8,  true",
        "10.0.0.0/8,  11.0.0.0/8,  false",
        "::/0,        2001:db8::/32, true",
        "0.0.0.0/0,   2001:db8::/32, false",
        "sg-1,        sg-1,        true",
        "sg-1,        sg-2,        false"
    })
    void coversSmallerBlocksAndTheSameNames(String outer, String inner, boolean isCovered) {
        assertThat(Peer.of(outer).covers(Peer.of(inner))).isEqualTo(isCovered);
    }

    @Test
    void minusWhatIsCutOutOfABlock() {
        Peer all = Peer.block("10.0.0.0/8", List.of());
        Peer most = Peer.block("10.0.0.0/8", List.of("10.9.0.0/16"));

        assertThat(all.covers(most)).isTrue();
        assertThat(most.covers(all)).isFalse();
        assertThat(most.covers(Peer.block("10.1.0.0/16", List.of()))).isTrue();
        assertThat(most.covers(Peer.block("10.9.1.0/24", List.of()))).isFalse();
    }

    @Test
    void fewerLabelsCoverMore() {
        Peer anyOfShop = Peer.pods(List.of("name=shop"), List.of(), "shop");
        Peer order = Peer.pods(List.of("name=shop"), List.of("app=order"), "order");

        assertThat(anyOfShop.covers(order)).isTrue();
        assertThat(order.covers(anyOfShop)).isFalse();
        assertThat(Peer.ANYWHERE.covers(order)).isTrue();
        assertThat(order.covers(Peer.ANYWHERE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "tcp,5000,6000, tcp,5432,5432, true",
        "tcp,5432,5432, tcp,5000,6000, false",
        "all,0,65535,   udp,53,53,     true",
        "udp,53,53,     tcp,53,53,     false"
    })
    void rangesOfPortsCoverTheirParts(String p, long from, long to, String q, long first, long last, boolean isCovered) {
        assertThat(new Ports(p, from, to, "").covers(new Ports(q, first, last, ""))).isEqualTo(isCovered);
    }
}
