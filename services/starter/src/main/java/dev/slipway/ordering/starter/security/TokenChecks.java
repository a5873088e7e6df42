package dev.slipway.ordering.starter.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What a token must be: ES256 or RS256 by a known key, of the issuer, for the audience, in time, of somebody. */
public final class TokenChecks {
    /** How far the clocks of two pods may be apart. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private TokenChecks() {}

    /** Checks by the keys that are good at the moment. */
    public static JwtDecoder by(Supplier<JWKSet> keys, String issuer, String audience, Clock clock) {
        JWKSource<SecurityContext> source = (selector, context) -> selector.select(keys.get());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), source));
        // the claims are checked below
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        JwtTimestampValidator time = new JwtTimestampValidator(CLOCK_SKEW);
        time.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                time,
                new JwtClaimValidator<Instant>("exp", Objects::nonNull),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>("aud", given -> given != null && given.contains(audience)),
                new JwtClaimValidator<String>("sub", TokenChecks::isId))));
        return decoder;
    }

    private static boolean isId(String subject) {
        try {
            return subject != null && !UUID.fromString(subject).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
