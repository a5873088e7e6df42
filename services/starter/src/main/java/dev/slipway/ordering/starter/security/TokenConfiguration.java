package dev.slipway.ordering.starter.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.starter.materialized.MaterializedTopics;
import java.text.ParseException;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Checks tokens without asking anybody, by the keys on auth.keys. */
@AutoConfiguration(after = dev.slipway.ordering.starter.materialized.MaterializedConfiguration.class)
@ConditionalOnProperty("slipway.tokens.issuer")
@EnableConfigurationProperties(TokenProperties.class)
public class TokenConfiguration {
    @Bean
    Materialized<SigningKey> signingKeys(MaterializedTopics topics) {
        return topics.of("auth.keys", SigningKey.class);
    }

    @Bean
    JwtDecoder jwtDecoder(Materialized<SigningKey> signingKeys, TokenProperties tokens, Clock clock) {
        return TokenChecks.by(
                () -> new JWKSet(signingKeys.all().stream()
                        .filter(key -> key.isValidAt(clock.instant()))
                        .flatMap(TokenConfiguration::parsed)
                        .toList()),
                tokens.issuer(),
                tokens.audience(),
                clock);
    }

    private static Stream<JWK> parsed(SigningKey key) {
        try {
            JWK jwk = JWK.parse(key.jwk());
            return jwk.isPrivate() ? Stream.empty() : Stream.of(jwk);
        } catch (ParseException e) {
            return Stream.empty();
        }
    }
}
