package dev.slipway.ordering.auth.attempt;

import dev.slipway.ordering.starter.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Locks out who fails too often. An attempt is counted before the password is looked at, so that many at the same
 * moment are no way around; one that succeeds is taken back. Whether there is such an account makes no difference.
 */
@Component
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Counters shared;
    private final Counters own;
    private final AttemptLimits limits;

    @Autowired
    Attempts(StringRedisTemplate redis, @Value("${slipway.cache.key-prefix}") String prefix, AttemptLimits limits) {
        this(new SharedCounters(redis, prefix, limits.within()), limits);
    }

    Attempts(Counters shared, AttemptLimits limits) {
        this.shared = shared;
        this.own = new OwnCounters(limits.within());
        this.limits = limits;
    }

    /** One more; fails with 429 where it is one too many. */
    public void begin(String email, String address) {
        check(address(address), limits.ofAddress());
        check(account(email), limits.ofAccount());
    }

    public void succeeded(String email, String address) {
        tell(counters -> counters.remove(account(email)));
        tell(counters -> counters.decrement(address(address)));
    }

    private void check(String key, int limit) {
        Counters.Count count = ask(counters -> counters.increment(key));
        if (count.value() > limit) {
            throw tooMany(count.left());
        }
    }

    private static ProblemException tooMany(Duration left) {
        ProblemException problem = new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Too many attempts failed. Try again later");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, left.toSeconds())));
        return problem;
    }

    private <T> T ask(Function<Counters, T> question) {
        try {
            return question.apply(shared);
        } catch (DataAccessException e) {
            LOG.warn(
                    "Attempts are counted by this instance alone: {}",
                    e.getClass().getSimpleName());
            return question.apply(own);
        }
    }

    private void tell(Consumer<Counters> word) {
        word.accept(own);
        try {
            word.accept(shared);
        } catch (DataAccessException e) {
            LOG.warn("A success is not noted in the cache: {}", e.getClass().getSimpleName());
        }
    }

    /** Addresses are personal: the cache knows their digests. */
    private static String account(String email) {
        return "attempts:account:" + digest(email.toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return "attempts:address:" + digest(address);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
