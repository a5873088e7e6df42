package dev.slipway.ordering.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.util.Optional;

/**
 * A key of the database.
 *
 * @param publicKey what everybody may know
 * @param privateKey empty where it was encrypted by another encryption key than this instance has
 */
record SigningKey(String id, ECKey publicKey, Optional<ECKey> privateKey, KeyPeriod period) {
    @Override
    public String toString() {
        return "key " + id;
    }
}
