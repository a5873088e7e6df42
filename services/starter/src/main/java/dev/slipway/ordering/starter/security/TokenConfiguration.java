package dev.slipway.ordering.starter.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.starter.materialized.MaterializedTopics;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks tokens without asking anybody: ES256 or RS256 by a published key, issuer, audience, expiry and subject. */
@AutoConfiguration(after = dev.slipway.ordering.starter.materialized.MaterializedConfiguration.class)
@ConditionalOnProperty("slipway.tokens.issuer")
@EnableConfigurationProperties(TokenProperties.class)
public class TokenConfiguration {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    @Bean
    Materialized<SigningKey> signingKeys(MaterializedTopics topics) {
        return topics.of("auth.keys", SigningKey.class);
    }

    @Bean
    JwtDecoder jwtDecoder(Materialized<SigningKey> signingKeys, TokenProperties tokens, Clock clock) {
        JWKSource<SecurityContext> source = (selector, context) -> selector.select(new JWKSet(signingKeys.all().stream()
                .filter(key -> key.isValidAt(clock.instant()))
                .flatMap(TokenConfiguration::parsed)
                .toList()));
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
                new JwtIssuerValidator(tokens.issuer()),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains(tokens.audience())),
                new JwtClaimValidator<String>("sub", TokenConfiguration::isId))));
        return decoder;
    }

    private static Stream<JWK> parsed(SigningKey key) {
        try {
            JWK jwk = JWK.parse(key.jwk());
            return jwk.isPrivate() ? Stream.empty() : Stream.of(jwk);
        } catch (ParseException e) {
            return Stream.empty();
        }
    }

    private static boolean isId(String subject) {
        try {
            return subject != null && !UUID.fromString(subject).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
