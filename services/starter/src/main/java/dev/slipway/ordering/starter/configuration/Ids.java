package dev.slipway.ordering.starter.configuration;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Ids that sort by their time: UUID version 7 of RFC 9562. */
public final class Ids {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long high = clock.millis() << 16 | 0x7000L | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
