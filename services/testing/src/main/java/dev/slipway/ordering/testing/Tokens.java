package dev.slipway.ordering.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Tokens as the service auth gives them, signed with a key of this JVM that is published on auth.keys.
 *
 * <pre>{@code
 * http.get().uri("/api/orders").header("Authorization", "Bearer " + Tokens.customer(userId))
 * }</pre>
 */
public final class Tokens {
    /** The first value of PUBLIC_URL in the contracts. */
    public static final String ISSUER =
            String.valueOf(Contract.of("auth").known().get("PUBLIC_URL"));

    public static final String AUDIENCE = "ordering";

    private static final ECKey KEY = newKey("test");

    private Tokens() {}

    /** A token of a customer, good for ten minutes. */
    public static String customer(UUID userId) {
        return signed(KEY, userId, claims -> claims);
    }

    /** A token of somebody who runs the shop. */
    public static String operator(UUID userId) {
        return signed(KEY, userId, claims -> claims.claim("roles", List.of("customer", "operator")));
    }

    /** A token that was right until an hour ago. */
    public static String expired(UUID userId) {
        Date past = Date.from(Instant.now().minus(Duration.ofHours(1)));
        return signed(KEY, userId, claims -> claims.expirationTime(past));
    }

    /** A token with other claims, for what must be refused. */
    public static String with(UUID userId, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return signed(KEY, userId, claims);
    }

    /** A token by a key with the right id that nobody has published. */
    public static String forged(UUID userId) {
        return signed(newKey("test"), userId, claims -> claims);
    }

    /** A token without a signature. */
    public static String unsigned(UUID userId) {
        return new com.nimbusds.jwt.PlainJWT(claims(userId).build()).serialize();
    }

    /** Whatever is no right token of a customer, for an endpoint that needs one to refuse. */
    public static Stream<String> wrong(UUID userId) {
        return Stream.of(
                "no-token",
                expired(userId),
                forged(userId),
                unsigned(userId),
                with(userId, claims -> claims.issuer("https://evil.example.com")),
                with(userId, claims -> claims.audience("other")),
                with(userId, claims -> claims.subject("1 OR 1=1")),
                with(userId, claims -> claims.expirationTime(null)));
    }

    /** Takes the right ones of these tokens. */
    static JwtDecoder decoder() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
        return decoder;
    }

    /** Publishes the key of these tokens, as auth would. */
    static void publishKey() {
        Events.publish(
                "auth.keys",
                KEY.getKeyID(),
                Map.of(
                        "keyId",
                        KEY.getKeyID(),
                        "jwk",
                        KEY.toPublicJWK().toJSONObject(),
                        "notBefore",
                        "2026-01-01T00:00:00Z",
                        "expiresAt",
                        Instant.now().plus(Duration.ofDays(1)).toString()));
    }

    private static JWTClaimsSet.Builder claims(UUID userId) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(userId.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
                .claim("roles", List.of("customer"));
    }

    private static String signed(ECKey key, UUID userId, UnaryOperator<JWTClaimsSet.Builder> claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.apply(claims(userId)).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
