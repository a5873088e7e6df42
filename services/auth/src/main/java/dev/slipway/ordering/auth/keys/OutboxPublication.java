package dev.slipway.ordering.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import dev.slipway.ordering.starter.outbox.Outbox;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the compacted topic auth.keys, by {@code services/schemas}. */
@Component
final class OutboxPublication implements KeyPublication {
    private static final String TOPIC = "auth.keys";

    private final Outbox outbox;

    OutboxPublication(Outbox outbox) {
        this.outbox = outbox;
    }

    record Announced(String keyId, Map<String, Object> jwk, Instant notBefore, Instant expiresAt) {}

    @Override
    public void announce(ECKey publicKey, KeyPeriod period) {
        String id = publicKey.getKeyID();
        outbox.publish(
                TOPIC,
                id,
                new Announced(id, publicKey.toPublicJWK().toJSONObject(), period.notBefore(), period.expiresAt()));
    }

    @Override
    public void withdraw(String keyId) {
        outbox.delete(TOPIC, keyId);
    }
}
