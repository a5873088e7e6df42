package dev.slipway.ordering.user.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.ordering.starter.web.ProblemException;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whoever holds a stolen token does not get to try passwords with it: five in a quarter of an hour, in one instance. */
@Component
final class Guesses {
    private static final int AT_MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int MOST_MEMBERS = 50_000;

    private final Cache<UUID, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_MEMBERS)
            .expireAfterAccess(WITHIN)
            .build();

    /** One more try; fails where it is one too many. */
    void count(UUID member) {
        if (!buckets.get(member, id -> newBucket()).tryConsume(1)) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Try again in a quarter of an hour");
        }
    }

    void forget(UUID member) {
        buckets.invalidate(member);
    }

    private static Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_MOST).refillIntervally(AT_MOST, WITHIN))
                .build();
    }
}
