package dev.slipway.ordering.starter.security;

import java.time.Instant;
import java.util.Map;

/** A key that auth signs with, as published on auth.keys: a public JWK. */
record SigningKey(String keyId, Map<String, Object> jwk, Instant notBefore, Instant expiresAt) {
    boolean isValidAt(Instant now) {
        return !now.isBefore(notBefore) && now.isBefore(expiresAt);
    }
}
