package dev.slipway.review.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses that no host on the internet has: https://www.iana.org/assignments/iana-ipv4-special-registry. */
final class PrivateRanges {
    private static final List<Cidr> ALL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Cidr::of)
            .flatMap(Optional::stream)
            .toList();

    private PrivateRanges() {}

    static boolean contain(Cidr cidr) {
        return ALL.stream().anyMatch(range -> range.contains(cidr));
    }
}
