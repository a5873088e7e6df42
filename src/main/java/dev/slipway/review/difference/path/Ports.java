package dev.slipway.review.difference.path;

import java.util.Locale;

/**
 * A protocol with a range of ports.
 *
 * @param protocol in lower case; {@code all} for each
 * @param name of a port where it has one instead of a number; empty where it has not
 */
record Ports(String protocol, long from, long to, String name) {
    static final long LAST = 65535;
    static final Ports ALL = new Ports("all", 0, LAST, "");

    boolean covers(Ports other) {
        return (protocol.equals("all") || protocol.equals(other.protocol))
                && (isAnyPort() || (name.equals(other.name) && from <= other.from && to >= other.to));
    }

    private boolean isAnyPort() {
        return name.isEmpty() && from <= 0 && to >= LAST;
    }

    /** {@code TCP 8080}, {@code TCP}, {@code everything} */
    @Override
    public String toString() {
        if (protocol.equals("all")) {
            return "everything";
        }
        String upper = protocol.toUpperCase(Locale.ROOT);
        if (isAnyPort()) {
            return upper;
        }
        return upper + " " + (name.isEmpty() ? (from == to ? from : from + "-" + to) : name);
    }
}
