package dev.slipway.ordering.auth.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Tokens and sessions.
 *
 * @param issuer who gives the tokens: the address of the shop
 * @param audience whom they are for
 * @param length how long somebody stays signed in at most
 * @param refusesAfter how long any refusal takes
 */
@ConfigurationProperties("auth.session")
public record SessionSettings(String issuer, String audience, Duration length, Duration refusesAfter) {}
