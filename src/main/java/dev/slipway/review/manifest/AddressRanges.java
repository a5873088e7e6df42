package dev.slipway.review.manifest;

import dev.slipway.review.Finding;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ranges of IPv4 addresses; those of IPv6 are only recognized. */
final class AddressRanges {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*/[0-9]{1,3}");
    private static final int BITS = 32;
    private static final int OCTETS = 4;
    private static final int OCTET = 256;

    private AddressRanges() {}

    static Stream<Finding> of(Field block) {
        if (!block.exists()) {
            return Stream.empty();
        }
        Field cidr = block.at("cidr");
        Stream<Finding> outside = block.items("except").stream()
                .filter(except -> !within(except.text(), cidr.text()))
                .map(except -> except.finding(
                        "cidr", "(%s) must be a range within %s.".formatted(except.text(), cidr.text())));
        return Stream.concat(
                isRange(cidr.text())
                        ? Stream.empty()
                        : Stream.of(cidr.finding(
                                "cidr",
                                "(%s) must be the first address of a range, and its bits.".formatted(cidr.text()))),
                outside);
    }

    static boolean isRange(String text) {
        return IPV6.matcher(text).matches() || parsed(text).length == 2 && hostBitsAreZero(parsed(text));
    }

    private static boolean within(String inner, String outer) {
        long[] small = parsed(inner);
        long[] large = parsed(outer);
        return small.length == 2
                && large.length == 2
                && small[1] > large[1]
                && small[0] >> BITS - large[1] == large[0] >> BITS - large[1];
    }

    private static boolean hostBitsAreZero(long[] range) {
        return (range[0] & (1L << BITS - range[1]) - 1) == 0;
    }

    /** Address and bits, or nothing where it is no range. */
    private static long[] parsed(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}")) {
            return new long[0];
        }
        long[] octets = Arrays.stream(text.replaceFirst("/.*", "").split("\\.", OCTETS))
                .mapToLong(Long::parseLong)
                .toArray();
        long bits = Long.parseLong(text.replaceFirst(".*/", ""));
        if (bits > BITS || Arrays.stream(octets).anyMatch(octet -> octet >= OCTET)) {
            return new long[0];
        }
        return new long[] {Arrays.stream(octets).reduce(0, (address, octet) -> address * OCTET + octet), bits};
    }
}
