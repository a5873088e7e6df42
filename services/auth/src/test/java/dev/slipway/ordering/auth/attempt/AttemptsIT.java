package dev.slipway.ordering.auth.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.ordering.starter.web.ProblemException;
import dev.slipway.ordering.testing.Parts;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class AttemptsIT {
    private static final AttemptLimits LIMITS = new AttemptLimits(3, 5, Duration.ofMinutes(15));
    private static final int NOBODY_LISTENS = 1;

    private final String email = UUID.randomUUID() + "@example.com";
    private final String address = UUID.randomUUID().toString();
    private final LettuceConnectionFactory there =
            connection(Parts.redis().ports().get(0));
    private final LettuceConnectionFactory away = connection(NOBODY_LISTENS);
    private final Attempts one = attempts(there);
    private final Attempts other = attempts(there);

    @AfterEach
    void close() {
        there.destroy();
        away.destroy();
    }

    @Test
    void countsForAllInstances() {
        one.begin(email, address);
        other.begin(email.toUpperCase(java.util.Locale.ROOT), address);
        one.begin(email, address);

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> other.begin(email, address));
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(Long.parseLong(String.valueOf(refused.getHeaders().getFirst("Retry-After"))))
                .isBetween(800L, 900L);
    }

    @Test
    void letsNoneThroughWhoComeAtOnce() {
        AtomicInteger through = new AtomicInteger();
        IntStream.range(0, 40).parallel().forEach(i -> {
            try {
                one.begin(email, UUID.randomUUID().toString());
                through.incrementAndGet();
            } catch (ProblemException e) {
                assertThat(e.getStatusCode().value()).isEqualTo(429);
            }
        });
        assertThat(through).hasValue(3);
    }

    @Test
    void stopsAnAddressThatTriesManyAccounts() {
        for (int i = 0; i < 5; i++) {
            one.begin(UUID.randomUUID().toString(), address);
        }
        assertThatThrownBy(() -> one.begin(email, address)).isInstanceOf(ProblemException.class);
        one.begin(email, "another");
    }

    @Test
    void takesBackWhatSucceeded() {
        for (int i = 0; i < 20; i++) {
            one.begin(email, address);
            one.succeeded(email, address);
        }
    }

    @Test
    void countsAloneWhileTheCacheIsAway() {
        Attempts alone = attempts(away);
        for (int i = 0; i < 3; i++) {
            alone.begin(email, address);
        }
        assertThatThrownBy(() -> alone.begin(email, address)).isInstanceOf(ProblemException.class);
        alone.succeeded(email, address);
        alone.begin(email, "another");
    }

    private static Attempts attempts(LettuceConnectionFactory connection) {
        return new Attempts(new SharedCounters(new StringRedisTemplate(connection), "auth:", LIMITS.within()), LIMITS);
    }

    private static LettuceConnectionFactory connection(int port) {
        RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration("localhost", port);
        configuration.setPassword("redis");
        LettuceConnectionFactory connection = new LettuceConnectionFactory(configuration);
        connection.afterPropertiesSet();
        connection.start();
        return connection;
    }
}
