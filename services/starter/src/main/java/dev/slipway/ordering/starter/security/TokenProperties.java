package dev.slipway.ordering.starter.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who gives tokens, and for whom. */
@ConfigurationProperties("slipway.tokens")
record TokenProperties(String issuer, String audience) {}
