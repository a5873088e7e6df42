package dev.slipway.ordering.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Checks tokens by the key of {@link Tokens}, which no topic has to bring. */
@TestConfiguration(proxyBeanMethods = false)
class TokenSlice {
    @Bean
    JwtDecoder jwtDecoder() {
        return Tokens.decoder();
    }
}
