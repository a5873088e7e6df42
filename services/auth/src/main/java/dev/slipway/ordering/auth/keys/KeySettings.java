package dev.slipway.ordering.auth.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How keys follow one another.
 *
 * @param encryptionKey what private keys are encrypted by in the database; a random text of 16 characters or more
 * @param signFor how long tokens are signed with a key
 * @param ahead how long before its first use a key is published
 * @param token how long a token is good
 */
@ConfigurationProperties("auth.keys")
public record KeySettings(String encryptionKey, Duration signFor, Duration ahead, Duration token) {
    @Override
    public String toString() {
        return "keys for %s, published %s ahead".formatted(signFor, ahead);
    }
}
