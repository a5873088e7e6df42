package dev.slipway.ordering.auth.keys;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.stereotype.Component;

/** {@code DELETE /actuator/signingkeys}: a key leaked. Every access token ends; refresh tokens give new ones. */
@Component
@Endpoint(id = "signingkeys")
public final class SigningKeysEndpoint {
    private final KeyRing keys;

    SigningKeysEndpoint(KeyRing keys) {
        this.keys = keys;
    }

    @DeleteOperation
    public void replace() {
        keys.replace();
    }
}
