package dev.slipway.ordering.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys in the database, which all instances share. */
@Component
final class KeyRows {
    /** Any number that no other lock of this database has. */
    private static final long LOCK = 0x617574686b657973L;

    private final JdbcClient database;
    private final KeyVault vault;

    KeyRows(JdbcClient database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Until the end of the transaction, no other instance changes keys. */
    void lock() {
        database.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> 0)
                .single();
    }

    List<SigningKey> all() {
        return database.sql("SELECT key_id, public_jwk, private_key, not_before, sign_from, sign_until, expires_at"
                        + " FROM signing_keys ORDER BY sign_from, key_id")
                .query((row, number) -> read(row))
                .list();
    }

    void insert(ECKey key, KeyPeriod period) {
        database.sql("INSERT INTO signing_keys (key_id, public_jwk, private_key, not_before, sign_from, sign_until,"
                        + " expires_at) VALUES (:id, :public, :private, :before, :from, :until, :expires)")
                .param("id", key.getKeyID())
                .param("public", key.toPublicJWK().toJSONString())
                .param("private", vault.lock(key))
                .param("before", time(period.notBefore()))
                .param("from", time(period.signFrom()))
                .param("until", time(period.signUntil()))
                .param("expires", time(period.expiresAt()))
                .update();
    }

    void delete(String keyId) {
        database.sql("DELETE FROM signing_keys WHERE key_id = ?").param(keyId).update();
    }

    private SigningKey read(ResultSet row) throws SQLException {
        String id = row.getString("key_id");
        try {
            return new SigningKey(
                    id,
                    ECKey.parse(row.getString("public_jwk")),
                    vault.unlock(id, row.getBytes("private_key")),
                    new KeyPeriod(
                            instant(row, "not_before"),
                            instant(row, "sign_from"),
                            instant(row, "sign_until"),
                            instant(row, "expires_at")));
        } catch (ParseException e) {
            throw new IllegalStateException("The public key " + id + " cannot be read", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
