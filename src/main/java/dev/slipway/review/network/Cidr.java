package dev.slipway.review.network;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses, IPv4 or IPv6, read without asking any name server.
 *
 * <pre>{@code
 * Cidr.of("10.0.0.0/8").orElseThrow().contains(Cidr.of("10.1.0.7").orElseThrow())
 * }</pre>
 *
 * @param end after the last
 * @param bits of an address: 32 or 128
 */
public record Cidr(BigInteger start, BigInteger end, int bits) {
    private static final int IPV4 = 32;
    private static final int IPV6 = 128;
    private static final int BYTE = 8;
    private static final int GROUP = 16;
    private static final int GROUPS = 8;
    private static final int HEX = 16;
    private static final int BYTE_MAX = 255;
    private static final Pattern ADDRESS_4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern ADDRESS_6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*");

    /** Of {@code 10.0.0.0/16}, or of one address; empty for what is neither. */
    public static Optional<Cidr> of(String text) {
        String[] parts = text.split("/", -1);
        Optional<BigInteger> address = address(parts[0]);
        int bits = parts[0].contains(":") ? IPV6 : IPV4;
        int prefix = parts.length == 2 && parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : bits;
        if (address.isEmpty() || parts.length > 2 || prefix > bits) {
            return Optional.empty();
        }
        BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
        BigInteger start = address.get().divide(size).multiply(size);
        return Optional.of(new Cidr(start, start.add(size), bits));
    }

    public boolean contains(Cidr other) {
        return bits == other.bits && start.compareTo(other.start) <= 0 && end.compareTo(other.end) >= 0;
    }

    /** Whether every address is in it. */
    public boolean isEverything() {
        return start.signum() == 0 && end.equals(BigInteger.ONE.shiftLeft(bits));
    }

    boolean overlaps(Cidr other) {
        return bits == other.bits && start.compareTo(other.end) < 0 && other.start.compareTo(end) < 0;
    }

    /** {@code 10.0.0.0/16}; of IPv6 as whole numbers, which nothing here is. */
    @Override
    public String toString() {
        int prefix = bits - end.subtract(start).bitLength() + 1;
        if (bits == IPV6) {
            return start.toString(HEX) + "/" + prefix;
        }
        long number = start.longValueExact();
        return "%s.%s.%s.%s/%s"
                .formatted(
                        number >> 24 & BYTE_MAX,
                        number >> 16 & BYTE_MAX,
                        number >> 8 & BYTE_MAX,
                        number & BYTE_MAX,
                        prefix);
    }

    private static Optional<BigInteger> address(String text) {
        if (ADDRESS_4.matcher(text).matches()) {
            BigInteger value = BigInteger.ZERO;
            for (String part : text.split("\\.", -1)) {
                int number = Integer.parseInt(part);
                if (number > BYTE_MAX) {
                    return Optional.empty();
                }
                value = value.shiftLeft(BYTE).add(BigInteger.valueOf(number));
            }
            return Optional.of(value);
        }
        return ADDRESS_6.matcher(text).matches() ? sixth(text) : Optional.empty();
    }

    private static Optional<BigInteger> sixth(String text) {
        String[] halves = text.split("::", -1);
        String[] before = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
        String[] after = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":", -1);
        boolean isWhole = halves.length == 1 ? before.length == GROUPS : before.length + after.length < GROUPS;
        if (halves.length > 2 || !isWhole) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < GROUPS; i++) {
            int fromEnd = i - (GROUPS - after.length);
            String group = i < before.length ? before[i] : fromEnd >= 0 ? after[fromEnd] : "0";
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            value = value.shiftLeft(GROUP).add(new BigInteger(group, HEX));
        }
        return Optional.of(value);
    }
}
