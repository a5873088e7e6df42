package dev.slipway.ordering.starter.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ordering.testing.Certificate;
import dev.slipway.ordering.testing.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** The cache as on the platform: TLS, a user and a password, by slipway/cache.yaml as it is. */
class CacheIT {
    private static final Certificate MINE = Certificate.of("localhost");
    private static final int PORT = Ports.free();
    private static RedisServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RedisServer.newRedisServer()
                .port(0)
                .bind("127.0.0.1")
                .setting("tls-port " + PORT)
                .setting("tls-cert-file " + MINE.certificate())
                .setting("tls-key-file " + MINE.key())
                .setting("tls-auth-clients no")
                .setting("user default off")
                .setting("user shop on >secret ~shop:* +@all")
                .build();
        server.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
    }

    @Test
    void signsInOverTls() {
        assertThat(written("shop", "secret", MINE, "shop:a")).isEqualTo("1");
    }

    @Test
    void isRefusedWithAnotherUserPasswordOrPrefix() {
        assertThatThrownBy(() -> written("default", "secret", MINE, "shop:a")).hasStackTraceContaining("WRONGPASS");
        assertThatThrownBy(() -> written("shop", "other", MINE, "shop:a")).hasStackTraceContaining("WRONGPASS");
        assertThatThrownBy(() -> written("shop", "secret", MINE, "auth:a")).hasStackTraceContaining("NOPERM");
    }

    @Test
    void refusesAServerOfAnotherAuthority() {
        assertThatThrownBy(() -> written("shop", "secret", Certificate.of("localhost"), "shop:a"))
                .hasStackTraceContaining("PKIX path");
    }

    private static String written(String username, String password, Certificate trusted, String key) {
        List<String> values = new ArrayList<>();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, DataRedisAutoConfiguration.class))
                .withPropertyValues(
                        "spring.config.location=classpath:slipway/cache.yaml",
                        "CACHE_HOST=localhost",
                        "CACHE_PORT=" + PORT,
                        "CACHE_TLS=true",
                        "CACHE_USERNAME=" + username,
                        "CACHE_PASSWORD=" + password,
                        "CACHE_KEY_PREFIX=shop:",
                        // on the platform the JVM trusts who signed for the cache
                        "spring.data.redis.ssl.bundle=mine",
                        "spring.ssl.bundle.pem.mine.truststore.certificate=file:" + trusted.certificate(),
                        "spring.data.redis.timeout=5s",
                        "spring.data.redis.connect-timeout=5s")
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .run(context -> {
                    StringRedisTemplate redis = context.getBean(StringRedisTemplate.class);
                    redis.opsForValue().set(key, "1");
                    values.add(redis.opsForValue().get(key));
                });
        return values.get(0);
    }
}
