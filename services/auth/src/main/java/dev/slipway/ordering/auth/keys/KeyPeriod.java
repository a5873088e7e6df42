package dev.slipway.ordering.auth.keys;

import dev.slipway.ordering.starter.security.TokenChecks;
import java.time.Duration;
import java.time.Instant;

/**
 * When a key is what.
 *
 * @param notBefore since when tokens by it are accepted: a little earlier than the first, for clocks that are late
 * @param signFrom since when tokens are signed with it
 * @param signUntil when its successor takes over
 * @param expiresAt when the last token by it has expired, wherever the clock is late
 */
record KeyPeriod(Instant notBefore, Instant signFrom, Instant signUntil, Instant expiresAt) {
    private static final Duration MARGIN = TokenChecks.CLOCK_SKEW.multipliedBy(2);

    static KeyPeriod from(Instant signFrom, KeySettings settings) {
        Instant signUntil = signFrom.plus(settings.signFor());
        return new KeyPeriod(
                signFrom.minus(MARGIN),
                signFrom,
                signUntil,
                signUntil.plus(settings.token()).plus(MARGIN));
    }

    boolean isSigningAt(Instant now) {
        return !now.isBefore(signFrom) && now.isBefore(signUntil);
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
