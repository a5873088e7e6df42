package dev.slipway.ordering.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The keys as this instance knows them, looked after every few seconds. Instances agree by the database: whoever is
 * first makes the next key while the others wait, and all take it up at the time that is written there.
 */
@Component
public final class KeyRing implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final int LOOK_SECONDS = 10;

    private final KeyRows rows;
    private final KeyPublication publication;
    private final KeySettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;
    private volatile List<SigningKey> keys = List.of();

    KeyRing(
            KeyRows rows,
            KeyPublication publication,
            KeySettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.publication = publication;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Before the first request. */
    @Override
    public void afterPropertiesSet() {
        turn();
    }

    /** Makes, announces and takes back what is due; then knows what there is. */
    @Scheduled(initialDelay = LOOK_SECONDS, fixedDelay = LOOK_SECONDS, timeUnit = TimeUnit.SECONDS)
    void turn() {
        List<SigningKey> found = rows.all();
        if (!KeySchedule.of(found, now(), settings).isEmpty()) {
            transactions.executeWithoutResult(status -> {
                rows.lock();
                apply(KeySchedule.of(rows.all(), now(), settings));
            });
            found = rows.all();
        }
        keys = found;
    }

    /** For a key that leaked: takes all back at once, and signs with a new one. */
    void replace() {
        transactions.executeWithoutResult(status -> {
            rows.lock();
            List<String> all = rows.all().stream().map(SigningKey::id).toList();
            apply(new KeySchedule(Optional.of(now()), all));
        });
        keys = rows.all();
    }

    /** The key to sign with now. */
    public ECKey signing() {
        return KeySchedule.signing(keys, clock.instant())
                .flatMap(SigningKey::privateKey)
                .orElseThrow(() -> new IllegalStateException("No key to sign with"));
    }

    /** The public keys that are announced, or good still. */
    public JWKSet published() {
        Instant now = clock.instant();
        return new JWKSet(keys.stream()
                .filter(key -> !key.period().isOverAt(now))
                .<JWK>map(key -> key.publicKey().toPublicJWK())
                .toList());
    }

    private void apply(KeySchedule schedule) {
        schedule.over().forEach(id -> {
            rows.delete(id);
            publication.withdraw(id);
            LOG.info("The key {} is taken back", id);
        });
        schedule.next().ifPresent(from -> {
            KeyPeriod period = KeyPeriod.from(from, settings);
            ECKey key = newKey();
            rows.insert(key, period);
            publication.announce(key.toPublicJWK(), period);
            LOG.info("The key {} signs from {}", key.getKeyID(), from);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
