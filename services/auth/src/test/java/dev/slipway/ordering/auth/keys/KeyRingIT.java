package dev.slipway.ordering.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import dev.slipway.ordering.testing.Parts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several instances on one database, and time that passes. */
class KeyRingIT {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final String ENCRYPTION_KEY = "an encryption key";

    private final List<String> announced = java.util.Collections.synchronizedList(new ArrayList<>());
    private final List<String> withdrawn = java.util.Collections.synchronizedList(new ArrayList<>());
    private DataSource database;
    private JdbcClient client;

    @BeforeEach
    void makeDatabase() throws SQLException {
        String name = "keys_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = Parts.postgres().getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        }
        database = Parts.postgres().getDatabase("postgres", name);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/auth")
                .load()
                .migrate();
        client = JdbcClient.create(database);
    }

    @Test
    void agreesOnOneKeyHoweverManyInstancesStartAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        List<String> signing = new ArrayList<>();
        try {
            List<Callable<String>> instances = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(i -> () -> {
                        KeyRing ring = ring(ENCRYPTION_KEY, START);
                        ring.turn();
                        return ring.signing().getKeyID();
                    })
                    .toList();
            for (var done : threads.invokeAll(instances)) {
                signing.add(done.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(signing).hasSize(8).containsOnly(signing.get(0));
        assertThat(announced).containsExactly(signing.get(0));
    }

    @Test
    void rotatesWithoutAMomentInWhichATokenIsRefused() {
        ring(ENCRYPTION_KEY, START).turn();
        String first = announced.get(0);

        Instant ahead = START.plus(Duration.ofHours(23));
        KeyRing announcing = ring(ENCRYPTION_KEY, ahead);
        announcing.turn();
        assertThat(announced).hasSize(2);
        assertThat(announcing.signing().getKeyID()).isEqualTo(first);
        String second = announced.get(1);

        Instant change = START.plus(Duration.ofHours(24));
        KeyRing changed = ring(ENCRYPTION_KEY, change);
        changed.turn();
        assertThat(changed.signing().getKeyID()).isEqualTo(second);
        assertThat(published(changed)).containsExactlyInAnyOrder(first, second);

        KeyRing later = ring(ENCRYPTION_KEY, change.plus(Duration.ofMinutes(11)));
        later.turn();
        assertThat(withdrawn).containsExactly(first);
        assertThat(published(later)).containsExactly(second);
    }

    @Test
    void goesOnWithANewKeyWhereTheEncryptionKeyChanged() {
        KeyRing before = ring(ENCRYPTION_KEY, START);
        before.turn();
        KeyRing after = ring("another encryption key", START.plusSeconds(60));
        after.turn();
        after.turn();

        assertThat(announced).hasSize(2);
        assertThat(after.signing().getKeyID()).isEqualTo(announced.get(1));
        assertThat(published(after)).containsExactlyInAnyOrderElementsOf(announced);
        before.turn();
        assertThat(before.signing().getKeyID()).isEqualTo(announced.get(0));
        assertThat(announced).hasSize(2);
    }

    @Test
    void takesEveryKeyBackWhereOneLeaked() {
        KeyRing ring = ring(ENCRYPTION_KEY, START);
        ring.turn();
        ring.replace();

        assertThat(withdrawn).containsExactly(announced.get(0));
        assertThat(published(ring)).containsExactly(announced.get(1));
        assertThat(ring.signing().getKeyID()).isEqualTo(announced.get(1));
    }

    @Test
    void keepsNoPrivateKeyInClear() {
        KeyRing ring = ring(ENCRYPTION_KEY, START);
        ring.turn();

        String rows = client.sql(
                        "SELECT string_agg(public_jwk || encode(private_key, 'escape'), ' ') FROM signing_keys")
                .query(String.class)
                .single();
        assertThat(rows).doesNotContain(ring.signing().getD().toString()).doesNotContain("\"d\"");
        assertThat(ring.published().getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void signsNothingBeforeItKnowsAKey() {
        assertThatThrownBy(() -> ring(ENCRYPTION_KEY, START).signing()).hasMessageContaining("No key");
    }

    private static List<String> published(KeyRing ring) {
        return ring.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private KeyRing ring(String encryptionKey, Instant now) {
        KeySettings settings = KeyScheduleTest.settings(encryptionKey);
        KeyPublication publication = new KeyPublication() {
            @Override
            public void announce(ECKey publicKey, KeyPeriod period) {
                assertThat(publicKey.isPrivate()).isFalse();
                announced.add(publicKey.getKeyID());
            }

            @Override
            public void withdraw(String keyId) {
                withdrawn.add(keyId);
            }
        };
        return new KeyRing(
                new KeyRows(client, new KeyVault(settings)),
                publication,
                settings,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
