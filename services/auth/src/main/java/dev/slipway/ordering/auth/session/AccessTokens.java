package dev.slipway.ordering.auth.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.ordering.auth.credential.Credential;
import dev.slipway.ordering.auth.keys.KeyRing;
import dev.slipway.ordering.auth.keys.KeySettings;
import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.security.TokenChecks;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** Short-lived tokens, signed with the key of the moment. */
@Component
final class AccessTokens {
    private final KeyRing keys;
    private final KeySettings lengths;
    private final SessionSettings settings;
    private final Ids ids;
    private final Clock clock;

    AccessTokens(KeyRing keys, KeySettings lengths, SessionSettings settings, Ids ids, Clock clock) {
        this.keys = keys;
        this.lengths = lengths;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    long seconds() {
        return lengths.token().toSeconds();
    }

    String sign(Credential credential, UUID session) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(credential.userId().toString())
                .jwtID(ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lengths.token())))
                .claim("roles", List.copyOf(credential.roles()))
                .claim("sid", session.toString())
                .build();
        ECKey key = keys.signing();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks as everybody does, by the keys of the database. */
    @Configuration(proxyBeanMethods = false)
    static class Checks {
        @Bean
        JwtDecoder jwtDecoder(KeyRing keys, SessionSettings settings, Clock clock) {
            return TokenChecks.by(keys::published, settings.issuer(), settings.audience(), clock);
        }
    }
}
