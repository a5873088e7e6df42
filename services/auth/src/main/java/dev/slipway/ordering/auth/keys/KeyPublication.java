package dev.slipway.ordering.auth.keys;

import com.nimbusds.jose.jwk.ECKey;

/** Tells everybody who checks tokens, in the transaction of the change. */
interface KeyPublication {
    void announce(ECKey publicKey, KeyPeriod period);

    void withdraw(String keyId);
}
