package dev.slipway.plan.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address range: {@code 10.0.0.0/16}.
 *
 * @param address first address, as an unsigned number
 * @param prefix bits of the network part
 */
public record Cidr(long address, int prefix) {
    private static final int BITS = 32;
    private static final Pattern SYNTAX =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int OCTETS = 4;
    private static final int OCTET = 256;

    /** The range that a text names, where it names one and its host part is zero. */
    public static Optional<Cidr> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= OCTETS; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            if (octet >= OCTET) {
                return Optional.empty();
            }
            address = address * OCTET + octet;
        }
        int prefix = Integer.parseInt(matcher.group(OCTETS + 1));
        boolean aligned = prefix <= BITS && address % (1L << (BITS - prefix)) == 0;
        return aligned ? Optional.of(new Cidr(address, prefix)) : Optional.empty();
    }

    /** A range that is known to be well formed, such as a constant. */
    public static Cidr of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not an IPv4 range: " + text));
    }

    /** One address. */
    public static Cidr host(String address) {
        return of(address + "/32");
    }

    public long size() {
        return 1L << (BITS - prefix);
    }

    public boolean overlaps(Cidr other) {
        return address < other.address + other.size() && other.address < address + size();
    }

    /** The first ranges of the given prefix inside this one, from an offset on. */
    public List<Cidr> split(int newPrefix, long offset, int count) {
        List<Cidr> parts = new ArrayList<>();
        long step = 1L << (BITS - newPrefix);
        for (int i = 0; i < count; i++) {
            parts.add(new Cidr(address + offset + i * step, newPrefix));
        }
        return List.copyOf(parts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = OCTETS - 1; i >= 0; i--) {
            text.append((address >> (i * Byte.SIZE)) % OCTET).append(i > 0 ? "." : "/");
        }
        return text.append(prefix).toString();
    }
}
