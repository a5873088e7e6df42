package dev.slipway.review.difference.path;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A block of addresses of either version. */
record Cidr(BigInteger address, int prefix, int bits) {
    /** Nothing where the text is no block of literal addresses. */
    static Optional<Cidr> of(String text) {
        if (!text.matches("[0-9a-fA-F.:]+/\\d{1,3}")) {
            return Optional.empty();
        }
        String[] parts = text.split("/", 2);
        try {
            byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
            return Optional.of(new Cidr(new BigInteger(1, bytes), Integer.parseInt(parts[1]), bytes.length * 8));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean covers(Cidr other) {
        int shift = bits - prefix;
        return bits == other.bits
                && prefix <= other.prefix
                && address.shiftRight(shift).equals(other.address.shiftRight(shift));
    }

    /** Where one text is a block, and so is the other, and it holds it; or where they are the same text. */
    static boolean covers(String block, String other) {
        return block.equals(other)
                || of(block).flatMap(mine -> of(other).map(mine::covers)).orElse(false);
    }

    /** Whether a text means the internet. */
    static boolean isWorld(String text) {
        return of(text).map(block -> block.prefix == 0).orElse(false);
    }
}
